"""What to say of a name that nothing has."""

from collections.abc import Sequence
from typing import Final

from courseware.advice import did_you_mean
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text


def unknown(
    word: str,
    names: Sequence[str],
    location: Sequence[str | int],
    source: Source,
    what: Text,
    *,
    at_key: bool = False,
    at: str = "",
) -> Problem:
    """The problem of a name that nothing has; `what` says what it should name, `names` what there is."""
    message = _UNKNOWN.fill({"what": what, "word": word})
    return source.problem(location, message, did_you_mean(word, tuple(names)), at_key=at_key, at=at)


_UNKNOWN: Final = Text(en="There is no {what} {word}.", zh="没有名为 {word} 的{what}。")
