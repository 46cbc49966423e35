"""Which feedback of an item is the explanation, which the reason of one part, and which finds no place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from courseware.text import Text
from interchange.qti.reading.trials import CLOSE, Asking, Trial
from interchange.unsupported import AS_EXPLANATION, feedback_left_behind

When = Callable[[Trial], bool]


@dataclass(frozen=True)
class Said:
    """The explanation of a question, and the reasons of its parts by their places."""

    explain: Text | None
    whys: Mapping[int, Text]


def said_of(asking: Asking, trials: Sequence[Trial], best: float, parts: Sequence[When]) -> Said:
    """Each feedback is put where it shows for the same answers; what fits nowhere is told.

    `parts` say for each option, row or number in which trials its reason would show.
    """
    texts = [asking.texts.passage(one.content) for one in asking.feedback]
    shown = [{at for at, one in enumerate(trials) if place in one.shown} for place in range(len(texts))]
    everywhere, right = (
        set(range(len(trials))),
        {at for at, one in enumerate(trials) if one.score >= best - CLOSE},
    )
    explain = next(
        (text for text, where in zip(texts, shown, strict=True) if text and where == everywhere), None
    )
    whys: dict[int, Text] = {}
    wheres = [{at for at, one in enumerate(trials) if when(one)} for when in parts]
    for text, where in zip(texts, shown, strict=True):
        place = next((at for at, part in enumerate(wheres) if part == where and at not in whys), None)
        if text is None or text == explain:
            continue
        if explain is None and where == right:
            explain = text
            asking.notes.append(AS_EXPLANATION)
        elif place is not None and where:
            whys[place] = text
        else:
            asking.notes.append(feedback_left_behind(text))
    return Said(explain, whys)


def without_label(why: Text, label: Text) -> Text:
    """A reason without the paragraph in bold that only says what it is about, as our own files write it."""
    heads = {"en": f"**{label.en}**\n\n", "zh": f"**{label.zh}**\n\n"}
    if why.en.startswith(heads["en"]) and why.zh.startswith(heads["zh"]):
        return why.changed(why.en.removeprefix(heads["en"]), why.zh.removeprefix(heads["zh"]))
    return why
