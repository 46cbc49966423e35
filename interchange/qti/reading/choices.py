"""Choices of QTI: one or several options, beside the text or in a gap of it."""

from dataclasses import replace
from typing import Final

from courseware.text import LANGUAGES, Text
from exercises.portable.question import FALSE, TRUE, Portable, PortableOption
from interchange.conversion import ALIKE
from interchange.qti.reading.feedback import Said, When, said_of, without_label
from interchange.qti.reading.trials import Asking, Trial
from interchange.qti.reading.variables import ResponseValue
from interchange.uploads import check_count
from interchange.xml_tree import Element

_TRUTHS: Final = (("true", "false"), (TRUE.zh, FALSE.zh), ("正确", "错误"))
_FEW: Final = 10
"""A choice with more options is refused for their number, so nobody need try them."""


def choice(asking: Asking, shell: Portable) -> Portable:
    """One option of several, or several of them."""
    found = asking.interaction.all("simplechoice") or asking.interaction.all("inlinechoice")
    check_count(len(found))
    names = tuple(one.attributes.get("identifier", "") for one in found)
    texts = [asking.texts.must(one.content) for one in found]
    most = asking.interaction.attributes.get("maxchoices", "1")
    is_single = most == "1" or asking.interaction.tag == "inlinechoiceinteraction"
    if asking.is_shuffled and any(one.attributes.get("fixed") == "true" for one in found):
        asking.notes.append(_FIXED)
    if not is_single and (most not in ("0", str(len(found))) or _least(asking.interaction) > 1):
        asking.notes.append(_LIMITED)
    shell = replace(shell, kind="single" if is_single else "several", is_shuffled=asking.is_shuffled)
    if len(names) > _FEW:
        return replace(shell, options=tuple(PortableOption(text, 0.0) for text in texts))
    return _single(asking, shell, names, texts) if is_single else _several(asking, shell, names, texts)


def _single(asking: Asking, shell: Portable, names: tuple[str, ...], texts: list[Text]) -> Portable:
    trials = asking.attempts((name,) for name in names)
    best = asking.best(max(trials, key=lambda one: one.score), ())
    said = said_of(asking, trials, best, list(map(_chosen, names)))
    shares = {one.answer: one.score / best for one in trials}
    options = tuple(
        PortableOption(text, shares[name,], said.whys.get(at))
        for at, (name, text) in enumerate(zip(names, texts, strict=True))
    )
    return _judged(replace(shell, options=options, explain=said.explain))


def _judged(portable: Portable) -> Portable:
    """The same as a statement to judge, if all there is to choose from is that it is true or false."""
    by_text = {option.text[side].casefold(): option for option in portable.options for side in LANGUAGES}
    for true, false in _TRUTHS:
        if by_text.keys() <= {true, false} | {TRUE.zh, FALSE.zh} and {true, false} <= by_text.keys():
            options = (replace(by_text[true], text=TRUE), replace(by_text[false], text=FALSE))
            return replace(portable, kind="truth", options=options, is_shuffled=False)
    return portable


def _several(asking: Asking, shell: Portable, names: tuple[str, ...], texts: list[Text]) -> Portable:
    right = tuple(name for name in names if name in asking.right())
    wrong = tuple(name for name in names if name not in right)
    shares = {name: 1 / len(right) if name in right else -1 / len(wrong) for name in names}
    answers = [right, names, *((name,) for name in names), right[1:], *((*right, name) for name in wrong)]
    trials = asking.attempts(filter(None, answers))
    best = asking.best(trials[0] if right else Trial((), 0.0, frozenset()), trials)

    def expected(answer: ResponseValue) -> float:
        return max(0.0, sum(shares[str(name)] for name in answer))

    asking.compare(trials, best, expected, ALIKE)
    said = said_of(asking, trials, best, list(map(_chosen, names)))
    options = tuple(
        PortableOption(text, shares[name], _why(said, at, text))
        for at, (name, text) in enumerate(zip(names, texts, strict=True))
    )
    return replace(shell, options=options, explain=said.explain)


def _chosen(name: str) -> When:
    return lambda one: name in one.answer


def _why(said: Said, at: int, label: Text) -> Text | None:
    return without_label(said.whys[at], label) if at in said.whys else None


def _least(interaction: Element) -> int:
    least = interaction.attributes.get("minchoices", "0")
    return int(least) if least.isdecimal() else 0


_FIXED: Final = Text(
    en="Some of its options kept their place there; here all of them are shuffled.",
    zh="原题有的选项位置固定，这里全部打乱。",
)
_LIMITED: Final = Text(
    en="There it was said how many options may be ticked; here any number may.",
    zh="原题限定了可选的个数，这里不限。",
)
