"""What to say of parts of a question from elsewhere for which a bank has no place."""

from collections.abc import Iterable, Sequence
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Loss, Portable


def tags_left_behind(tags: Sequence[str]) -> Text:
    """What to say of tags, for which a bank has no place."""
    return _TAGS.fill({"en": ", ".join(tags)[:200], "zh": "、".join(tags)[:200]})


def feedback_left_behind(said: Text) -> Text:
    """What to say of feedback that finds no place."""
    return _FEEDBACK.fill({"en": _begin(said.en), "zh": _begin(said.zh)})


def without_cloze(portables: Iterable[Portable]) -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    """The questions that a format without embedded answers can hold, and which of them stay in the lab."""
    given = tuple(portables)
    kept = tuple(one for one in given if one.kind != "cloze")
    return kept, tuple(Loss(one.id, CLOZE_STAYS) for one in given if one.kind == "cloze")


def no_cloze(portable: Portable) -> ReaderError:
    """Why a question with several answers cannot be written."""
    return ReaderError(Text(en=f"{portable.id}: {CLOZE_STAYS.en}", zh=f"{portable.id}：{CLOZE_STAYS.zh}"))


def _begin(words: str) -> str:
    """How a text begins, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


AS_EXPLANATION: Final = Text(
    en="What was said of a right answer became its explanation.", zh="“回答正确”的反馈改作解析。"
)
CLOZE_STAYS: Final = Text(
    en="It stays in the lab: it asks for several answers, each marked, which this format cannot hold in one "
    "question. Moodle XML can.",
    zh="未导出：一道题里有几处作答、逐处判分，这种格式放不下；Moodle XML 可以。",
)
_FEEDBACK: Final = Text(
    en="Feedback for a whole answer was left behind: “{en}”.", zh="整题反馈没有带入：“{zh}”。"
)
_TAGS: Final = Text(en="Its tags were left behind: {en}.", zh="标签没有带入：{zh}。")
