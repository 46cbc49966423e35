"""A setting of a simulation as papers write it: what it is called, and its value as readers know it."""

from courseware.text import Text
from exercises.fillin import show
from papers.words import as_written, with_unit
from simulations import Simulation
from simulations.parameter import ParameterValue


def setting_label(simulation: Simulation, name: str) -> Text:
    """What a parameter is called, with its unit; what is read as per cent needs none."""
    words = simulation.words.parameters[name]
    return words.label if words.is_share(simulation.parameters[name]) else with_unit(words.label, words.unit)


def write_setting(simulation: Simulation, name: str, value: ParameterValue) -> Text:
    """The value of a parameter: a choice by its words, a share in per cent, any other number as it is."""
    words = simulation.words.parameters[name]
    if isinstance(value, str):
        return words.choices[value]
    if words.is_share(simulation.parameters[name]):
        return as_written(f"{show(round(value * 100, 6))}%")
    return as_written(show(value))
