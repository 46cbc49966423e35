"""What to say of parts of a question from elsewhere for which a bank has no place."""

from collections.abc import Sequence
from typing import Final

from courseware.text import Text


def tags_left_behind(tags: Sequence[str]) -> Text:
    """What to say of tags, for which a bank has no place."""
    return _TAGS.fill({"en": ", ".join(tags)[:200], "zh": "、".join(tags)[:200]})


def feedback_left_behind(said: Text) -> Text:
    """What to say of feedback that finds no place."""
    return _FEEDBACK.fill({"en": _begin(said.en), "zh": _begin(said.zh)})


def _begin(words: str) -> str:
    """How a text begins, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


AS_EXPLANATION: Final = Text(
    en="What was said of a right answer became its explanation.", zh="“回答正确”的反馈改作解析。"
)
_FEEDBACK: Final = Text(
    en="Feedback for a whole answer was left behind: “{en}”.", zh="整题反馈没有带入：“{zh}”。"
)
_TAGS: Final = Text(en="Its tags were left behind: {en}.", zh="标签没有带入：{zh}。")
