"""The knowledge points of the course: what the numbers under `curriculum` stand for."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import yaml

from courseware.phrases import with_aside
from courseware.text import Text, as_text

_FILE: Final = Path(__file__).with_name("curriculum.yaml")


@cache
def knowledge_points() -> Mapping[int, Text]:
    """The name of each knowledge point by its number, in the order of the course."""
    loaded: Mapping[int, Mapping[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType({number: Text.model_validate(name) for number, name in loaded.items()})


def named_point(number: int) -> Text:
    """A knowledge point by its number and name; by its number alone if the course has none of it.

    >>> named_point(10)["en"]
    '10 (Satisfaction: perceived value less expectation)'
    >>> named_point(99)["zh"]
    '99'
    """
    name = knowledge_points().get(number)
    own = as_text(str(number))
    return own if name is None else with_aside(own, name)
