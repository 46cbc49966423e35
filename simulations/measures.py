"""Measures that are worked out when somebody asks for them, for no chart shows all of a model's."""

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, cast

Found = Mapping[str, float]


class LazyMeasures(Mapping[str, float]):
    """The measures of a model in groups: a group is worked out once, when one of its measures is asked for.

    >>> LazyMeasures({("least", "most"): lambda: {"least": 1.0, "most": 2.0}})["most"]
    2.0
    """

    def __init__(self, groups: Mapping[tuple[str, ...], Callable[[], Found]]) -> None:
        self._group: Final = {name: find for names, find in groups.items() for name in names}
        self._found: Final[dict[str, float]] = {}

    def __getitem__(self, name: str) -> float:
        if name not in self._found:
            self._found.update(self._group[name]())
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._group)

    def __len__(self) -> int:
        return len(self._group)


def with_facts(measures: Found, **facts: object) -> Mapping[str, Any]:
    """The measures and what else a sentence may name, without working a measure out that it does not."""
    return ChainMap(facts, cast(dict[str, Any], measures))
