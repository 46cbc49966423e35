"""The words of a simulation: what its parameters, measures, columns and views are called."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from courseware.text import Text
from simulations.parameter import Parameter


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ParameterWords(_Words):
    """A parameter's label, unit and one-line explanation."""

    label: Text
    help: Text
    unit: Text | None = None
    choices: Mapping[str, Text] = {}

    def is_share(self, parameter: Parameter) -> bool:
        """Whether the parameter is a share of one that readers know as per cent."""
        bounds = parameter.bounds
        return self.unit is not None and self.unit.en == "%" and bounds is not None and bounds.high <= 1


class MeasureWords(_Words):
    """A measure's name, what it means, and how it is written (a Python format, such as .1%)."""

    label: Text
    help: Text
    format: str = ".2f"
    unit: Text | None = None


class ViewWords(_Words):
    """A view's name, the one thing it shows, and further phrases used in its chart."""

    title: Text
    message: Text
    phrases: Mapping[str, Text] = {}


class Words(_Words):
    """All words of one simulation, from its words.yaml."""

    schema_: Literal["words/1"] = Field(alias="schema")
    title: Text
    summary: Text
    parameters: Mapping[str, ParameterWords]
    measures: Mapping[str, MeasureWords]
    columns: Mapping[str, Text]
    views: Mapping[str, ViewWords]


class CommonWords(_Words):
    """The words for what every model has, from words.yaml of the room."""

    schema_: Literal["common-words/1"] = Field(alias="schema")
    parameters: Mapping[str, ParameterWords]
