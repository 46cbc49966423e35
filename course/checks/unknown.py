"""What to say of a name that nothing has."""

from collections.abc import Sequence

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
    message = Text(en=f"There is no {what.en} {word}.", zh=f"没有名为 {word} 的{what.zh}。")
    return source.problem(location, message, did_you_mean(word, tuple(names)), at_key=at_key, at=at)
