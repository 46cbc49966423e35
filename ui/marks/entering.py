"""Where a teacher enters a mark, excuses, overrides or takes back, each with its reason."""

from typing import Final, Literal

import streamlit as st

from classroom.gradebook.computing import source_key
from classroom.gradebook.entries import MarkChange, enter_marks, entry_history
from classroom.gradebook.nodes import FINAL_MARK
from classroom.gradebook.reading import StudentMarks
from classroom.gradebook.rounding import plain
from courseware.interface import both, say
from courseware.text import Language, Text
from ui.marks.sections import ClassView, attempt
from ui.prose import literal
from ui.session import SessionKeys

Deed = Literal["mark", "excuse", "take_back"]
_DEEDS: Final[tuple[Deed, ...]] = ("mark", "excuse", "take_back")
_PART: Final = SessionKeys[str | None]("mark-part-{}", None)
_DEED: Final = SessionKeys[Deed | None]("mark-deed-{}", None)
_VALUE: Final = SessionKeys[float | None]("mark-value-{}", None)
_WHY: Final = SessionKeys("mark-why-{}", "")


def entering(view: ClassView, row: StudentMarks) -> None:
    """Asks for the part, what is to be done and why; says what was entered there before."""
    language, who = view.language, row.student.id
    titles = _titles(row)
    beside = st.columns([3, 3, 1.4], vertical_alignment="bottom")
    part = beside[0].selectbox(
        say("mark_enter_part", language),
        tuple(titles),
        format_func=lambda one: titles[one][language],
        key=_PART(who).name,
    )
    beside[1].segmented_control(
        say("mark_deed", language),
        _DEEDS,
        default="mark",
        format_func=lambda deed: say(f"mark_deed_{deed}", language),
        key=_DEED(who).name,
        required=True,
    )
    beside[2].number_input(
        say("mark_value", language), 0.0, 100.0, value=None, step=0.5, key=_VALUE(who).name
    )
    st.text_input(say("mark_why", language), key=_WHY(who).name, help=say("mark_why_help", language))
    st.button(
        say("mark_enter", language),
        key=f"mark-enter-{who}",
        type="primary",
        on_click=_enter,
        args=(view, row),
    )
    _history(view, who, part, language)


def _titles(row: StudentMarks) -> dict[str, Text]:
    """The final mark, every part, and every source of a part, by the name that entries have for them."""
    found = {FINAL_MARK: row.mark.title}
    for node in row.mark.all_nodes():
        found.setdefault(node.id, node.title)
        for one in node.sources:
            if one.source.id != "entry":
                told = {"part": node.title, "what": one.source.title}
                found[source_key(node.id, one.source.id)] = _WITHIN.fill(told)
    return found


def _enter(view: ClassView, row: StudentMarks) -> None:
    """Enters what the fields hold. A callback's work."""

    def work() -> Text:
        who = row.student.id
        deed, part = _DEED(who).get() or "mark", _PART(who).get() or FINAL_MARK
        value = _VALUE(who).get() if deed == "mark" else None
        change = MarkChange(who, part, value, deed == "excuse", _WHY(who).get())
        enter_marks(view.visit.store, view.course.scheme, [change], view.visit.actor)
        _VALUE(who).set(None)
        _WHY(who).set("")
        return both("mark_entered").fill({"name": literal(row.student.name)})

    attempt(work)


def _history(view: ClassView, who: int, part: str | None, language: Language) -> None:
    entries = entry_history(view.visit.store, who, part or FINAL_MARK)
    for one in entries:
        given = plain(one.value) if one.value is not None else ""
        said = given or say("mark_excused" if one.is_excused else "mark_deed_take_back", language)
        at = one.at.astimezone().strftime("%Y-%m-%d %H:%M")
        st.caption(f"{at} · {literal(one.by)} · {said} · {literal(one.why)}")


_WITHIN: Final = Text(en="{part}: {what}", zh="{part}：{what}")
