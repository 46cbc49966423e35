"""The simulations of the course: models, their pictures, their words; finding and running them."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from simulations.discovery import Simulation, catalogue, find, model_of
from simulations.model import ENGINE, Model
from simulations.parameter import Parameter, parameters
from simulations.picture import Frame, Picture, View
from simulations.words import Words

__all__ = [
    "ENGINE",
    "Frame",
    "Model",
    "Parameter",
    "Picture",
    "Simulation",
    "View",
    "Words",
    "catalogue",
    "find",
    "model_of",
    "parameters",
]
