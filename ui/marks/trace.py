"""Draws a mark with its trace: every part with its rules, every source with what became of it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape

import streamlit as st

from classroom import Student
from classroom.gradebook.nodes import MarkNode, TracedSource
from classroom.gradebook.rounding import plain
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from ui.block_table import block_table
from ui.marks.attempts import attempts_behind
from ui.prose import literal
from ui.visit import Visit


def show_trace(visit: Visit, student: Student, mark: MarkNode) -> None:
    """The final mark as a sum, then each part that it is made of, down to single sources and answers.

    Where the reader is the student, a lesson leads to the own work in it.
    """
    language = visit.language
    st.markdown(f"**{_sum(mark, language)}**{_provisional(mark, language)}")
    _rules(mark, language)
    for child in mark.children:
        _part(visit, student, child, 0)


def value_of(node: MarkNode, language: Language) -> str:
    """The mark of a part, or why there is none."""
    return say(f"mark_{node.state}", language) if node.value is None else plain(node.value)


def once_marked(node: MarkNode, language: Language) -> str:
    """Between what a mark will lie once all is marked; the mark if nothing can change it."""
    if (then := node.once_marked) is None:
        return value_of(node, language)
    return f"{plain(then.lowest)}–{plain(then.highest)}"


def _provisional(node: MarkNode, language: Language) -> str:
    """Behind a mark that waits for a teacher: between what it will lie."""
    if (then := node.once_marked) is None:
        return ""
    ends = {"low": plain(then.lowest), "high": plain(then.highest)}
    return f" · {say('mark_once_marked', language, **ends)}"


def _part(visit: Visit, student: Student, node: MarkNode, depth: int) -> None:
    language = visit.language
    head = say(
        "mark_part", language, part=node.title[language], mark=value_of(node, language), weight=node.weight
    )
    st.markdown(f"{'###' if depth == 0 else '####'} {head}{_provisional(node, language)}")
    if node.children:
        st.markdown(_sum(node, language))
    _rules(node, language)
    if node.sources:
        st.html(_table(node.sources, language, is_own=student == visit.student))
        attempts_behind(visit, student, node)
    for child in node.children:
        _part(visit, student, child, depth + 1)


def _sum(node: MarkNode, language: Language) -> str:
    """The mark as it is worked out of its parts: 85 × 30 % + 76 × 70 % = 78.7 → 79."""
    counted = [child for child in node.children if child.value is not None and child.share]
    if not counted:
        return f"{node.title[language]}: {value_of(node, language)}"
    terms = " + ".join(
        f"{plain(child.value or Fraction(0))} × {plain(child.share * 100)} % ({child.title[language]})"
        for child in counted
    )
    exact = sum((child.share * (child.value or 0) for child in counted), Fraction(0))
    shown = "" if node.value == exact else f" → {value_of(node, language)}"
    return f"{node.title[language]} = {terms} = {plain(exact)}{shown}"


def _rules(node: MarkNode, language: Language) -> None:
    st.caption(" ".join(literal(rule[language]) for rule in node.rules))


def _table(sources: Sequence[TracedSource], language: Language, *, is_own: bool) -> str:
    heads = [escape(say(f"mark_{name}", language)) for name in ("what", "value", "made_of", "becomes")]
    return block_table(heads, (tuple(_cells(one, language, is_own)) for one in sources))


def _cells(traced: TracedSource, language: Language, is_own: bool) -> Iterator[str]:
    source = traced.source
    title = escape(source.title[language])
    address = escape(f"/summary?lesson={source.id}&lang={language}")
    yield f'<a href="{address}">{title}</a>' if source.items and is_own else title
    yield "—" if traced.value is None else plain(traced.value)
    told = [source.told[language]] if source.told else []
    if source.items:
        waits = say("marking_stage_waiting", language)
        points = (waits if one.is_pending else plain(one.points) for one in source.items)
        told.append(say("mark_by_question", language, points=" · ".join(points)))
    if (entry := traced.entry) is not None:
        told.append(say("mark_said", language, by=entry.by, why=entry.why) if entry.why else entry.by)
    yield escape(conventions(language).semicolon.join(told)) or "—"
    yield escape(say(f"mark_source_{traced.state}", language))
