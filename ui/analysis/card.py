"""One question: who chose what, the most common wrong answers with their beliefs, its variants, its time."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from html import escape
from string import ascii_uppercase
from typing import Any, Final

import streamlit as st

from classroom.analysis import (
    ENOUGH,
    FirstAnswer,
    StudentSelection,
    VariantGroup,
    answer_shares,
    first_answers,
    variant_groups,
)
from courseware.interface import say
from courseware.text import Language
from exercises.fillin import show, without_places
from ui.analysis.paper import PaperAnalysis, file_of, is_dubious
from ui.analysis.pictures import answer_bars
from ui.components.chart import chart
from ui.media import with_media, without_media
from ui.visit import Visit

MOST: Final = 4
"""So many wrong answers are told apart; the rest is one."""
REST: Final = ""
"""The key of all other wrong answers together."""
_Letters = list[tuple[str, str, bool]]


def item_card(
    visit: Visit, pages: Mapping[str, Any], paper: PaperAnalysis, item: str, who: StudentSelection
) -> None:
    """Draws the card of one question of the paper."""
    language, exercise = visit.language, paper.exercises[item]
    answers = first_answers(visit.store, who, exercise)
    with st.container(border=True, key="analysis-card"):
        st.markdown(f"**{paper.number(item)}.** {with_media(without_places(exercise.item.stem)[language])}")
        st.caption(_facts(paper, item, language))
        if is_dubious(paper.of(item)):
            st.warning(say("analysis_dubious", language), icon=":material/search:")
        address = {"lang": language, "file": file_of(exercise), "item": item}
        st.page_link(
            pages["desk"],
            label=say("analysis_to_desk", language),
            icon=":material/edit:",
            query_params=address,
        )
        if answers:
            _answers(paper, item, answers, language)
            _variants(variant_groups(answers), language)


def _facts(paper: PaperAnalysis, item: str, language: Language) -> str:
    times = paper.times(item)
    facts = [say("analysis_answered_by", language, n=paper.answered(item))]
    if times is not None:
        low, middle, high = (f"{seconds / 60:.1f}" for seconds in (times.low, times.median, times.high))
        facts.append(say("analysis_time", language, median=middle, low=low, high=high))
    else:
        facts.append(say("analysis_too_few_item", language, least=ENOUGH))
    return " · ".join(facts)


def _answers(paper: PaperAnalysis, item: str, answers: Sequence[FirstAnswer], language: Language) -> None:
    """The bars by fifth, if there are enough, and the answers in words beside them."""
    keys = _keys(answers, language)
    letters = _letters(keys)
    ability = dict(zip(paper.table.students, paper.table.rest(item).tolist(), strict=True))
    counted = [
        (key, ability[one.student]) for key, one in zip(keys, answers, strict=True) if one.student in ability
    ]
    left, right = st.columns([0.45, 0.55], gap="medium")
    with left:
        if len(counted) >= ENOUGH:
            shares = answer_shares([key for key, _ in counted], [able for _, able in counted])
            present: _Letters = [one for one in letters if one[0] in shares.shares]
            chart(
                [answer_bars(shares, present, language)],
                tables=(),
                language=language,
                key="analysis-bars",
                height=300,
            )
        else:
            st.info(say("analysis_too_few", language, n=len(counted), least=ENOUGH))
    with right:
        st.html(_table(letters, keys, answers, language))


def _keys(answers: Sequence[FirstAnswer], language: Language) -> list[str]:
    """As what each answer is counted: its own words, or all the rare wrong ones together."""
    said = [one.answer[language] for one in answers]
    wrong = Counter(words for words, one in zip(said, answers, strict=True) if not one.is_right)
    shown = {words for words, _ in wrong.most_common(MOST)}
    return [
        _RIGHT if one.is_right else words if words in shown else REST
        for words, one in zip(said, answers, strict=True)
    ]


_RIGHT: Final = "\x00right"
"""The key of all right answers: a question may have several, and each student a different one."""


def _letters(keys: Sequence[str]) -> _Letters:
    """Each key with the letter that names it: what is right first, wrong answers by frequency, the rest."""
    counts = Counter(keys)
    order = sorted(counts, key=lambda key: (key != _RIGHT, key == REST, -counts[key], key))
    return [(key, letter, key == _RIGHT) for key, letter in zip(order, ascii_uppercase, strict=False)]


def _table(letters: _Letters, keys: Sequence[str], answers: Sequence[FirstAnswer], language: Language) -> str:
    of: dict[str, list[FirstAnswer]] = defaultdict(list)
    for key, one in zip(keys, answers, strict=True):
        of[key].append(one)
    heads = ("analysis_answer", "analysis_students", "analysis_belief")
    top = "".join(f'<th scope="col">{escape(say(head, language))}</th>' for head in heads)
    rows = "".join(
        f'<tr><th scope="row">{letter}{" ✓" if is_right else ""} '
        f"{escape(_words(key, of[key], language))}</th>"
        f"<td>{len(of[key])} ({len(of[key]) / len(keys):.0%})</td>"
        f"<td>{escape(_belief(key, of[key], language))}</td></tr>"
        for key, letter, is_right in letters
    )
    return f'<table class="analysis-answers"><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>'


def _words(key: str, found: Sequence[FirstAnswer], language: Language) -> str:
    if key == REST:
        return say("analysis_other_answers", language)
    if key == _RIGHT:
        said = Counter(one.typed[language] for one in found)
        words, count = said.most_common(1)[0]
        return without_media(words) if count == len(found) else say("analysis_right_answers", language)
    return without_media(key)


def _belief(key: str, found: Sequence[FirstAnswer], language: Language) -> str:
    """What the bank says of the belief behind it; of numbers, what somebody typed."""
    if key in (REST, _RIGHT):
        return ""
    one = found[0]
    if one.answer != one.typed:
        return say("analysis_for_example", language, typed=one.typed[language])
    return without_media(one.why[language]) if one.why is not None else ""


def _variants(groups: Sequence[VariantGroup], language: Language) -> None:
    """How the question went with what was drawn, where anything was."""
    if not groups:
        return
    with st.expander(say("analysis_variants", language)):
        st.markdown("\n".join(f"- {_variant(group, language)}" for group in groups))


def _variant(group: VariantGroup, language: Language) -> str:
    drawn = show(group.low) if group.low == group.high else f"{show(group.low)}–{show(group.high)}"
    figure = (
        say("analysis_too_few_item", language, least=ENOUGH)
        if group.facility is None
        else say("analysis_facility_is", language, facility=f"{group.facility:.0%}")
    )
    students = say("analysis_answered_by", language, n=group.n)
    return f"`{group.name}` = {drawn} · {students} · {figure}"
