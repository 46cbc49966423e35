"""What stands under the cursor as students will see it: in either language, playable, with any seed."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import streamlit as st

from classroom import variant_for
from course import all_exercises
from course.files import FileEntry
from course.languages import course_languages
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from exercises import Exercise, reveal
from lessons import Course, Glossary, Lesson, Step
from ui.choice import choose_one
from ui.desk.sandbox import visit_for
from ui.desk.verdict import TextVerdict
from ui.errors import guarded
from ui.media import with_media
from ui.prose import prose
from ui.question import question
from ui.session import SessionKeys
from ui.steps import on_screen, show_more, show_step
from ui.visit import Visit

_MOST_SEED = 9999
_GOOD: Final = SessionKeys[TextVerdict | None]("desk-good:{}", None)
"""The last verdict on each file that found no error."""


@dataclass(frozen=True)
class PreviewRequest:
    """What the teacher wants to see: in which language, of which seed, which part of the file (from 0)."""

    language: Language
    seed: int
    part: int


def show_preview(visit: Visit, entry: FileEntry, found: TextVerdict, request: PreviewRequest) -> None:
    """Draws what the request asks for; of a text with errors, the last good version."""
    good = _last_good(visit, entry, found)
    if good is None:
        st.info(say("desk_nothing_good", visit.language))
        return
    if good is not found:
        st.warning(say("desk_last_good", visit.language), icon=":material/history:")
    # another part is another box, which is read from its top
    with st.container(key=f"desk-part-{request.part}"):
        guarded(lambda: _draw(visit, good, request), visit.language)


def _draw(visit: Visit, good: TextVerdict, request: PreviewRequest) -> None:
    if good.lesson is not None:
        _step(visit, good.lesson, request)
    elif good.plan is not None:
        _plan(good.plan, request.language)
    elif good.glossary is not None:
        _term(good.glossary, request)
    elif good.exercises:
        _question(visit, list(good.exercises.values()), request)


def _last_good(visit: Visit, entry: FileEntry, found: TextVerdict) -> TextVerdict | None:
    """The verdict itself if the text can be used, else the last one of this session or of the lab."""
    if not found.errors:
        _GOOD(entry.name).set(found)
        return found
    return _GOOD(entry.name).get() or _of_the_lab(visit, entry)


def _of_the_lab(visit: Visit, entry: FileEntry) -> TextVerdict | None:
    if entry.kind == "course":
        return TextVerdict((), plan=visit.registry.course())
    if entry.kind == "glossary":
        return TextVerdict((), glossary=visit.registry.glossary())
    if entry.kind == "lesson":
        lesson = visit.registry.lesson(entry.stem)
        return TextVerdict((), lesson=lesson) if lesson else None
    items = {name: one for name, one in all_exercises().items() if one.file.endswith(f"/{entry.stem}.yaml")}
    return TextVerdict((), exercises=items) if items else None


def preview_choices(visit: Visit, entry: FileEntry) -> tuple[Language, int]:
    """In which language and with which seed; asked beside the choice of the pane."""
    seed = 1
    if entry.kind in ("lesson", "bank"):
        st.caption(
            say("desk_seed", visit.language), width="content", help=say("desk_seed_help", visit.language)
        )
        seed = st.number_input(
            say("desk_seed", visit.language),
            1,
            _MOST_SEED,
            key="desk-preview-seed",
            width=84,
            persist_state="session",
            label_visibility="collapsed",
        )
    language = choose_one(
        say("language", visit.language),
        course_languages(),
        key="desk-preview-language",
        default=visit.language,
        format_func=lambda code: conventions(code).name,
        label_visibility="collapsed",
    )
    return language, int(seed)


def _step(visit: Visit, lesson: Lesson, request: PreviewRequest) -> None:
    language = request.language
    number = min(request.part, len(lesson.steps) - 1)
    step = lesson.steps[number]
    facts = [
        say("step_of", language, n=number + 1, all=len(lesson.steps)),
        say(f"stage_{step.stage}", language),
        say("minutes", language, n=step.minutes),
    ]
    with st.container(key="desk-step-head", gap=None):
        st.caption(" · ".join(facts))
        st.subheader(step.title[language], anchor=False)
    trial = visit_for(visit, language, request.seed, _playing(step))
    name = f"preview-{lesson.id}-{_digest(on_screen(step).widgets_of())}"
    previewed = lesson.model_copy(update={"id": name})
    show_step(trial, previewed, step)
    show_more(trial, previewed, step)


def _playing(step: Step) -> str:
    """What answers belong to: a step that asks no questions keeps its own while it is written."""
    asked = on_screen(step).answers_of()
    return "steps" if asked is None else _digest(asked)


def _question(visit: Visit, items: list[Exercise], request: PreviewRequest) -> None:
    language = request.language
    exercise = items[min(request.part, len(items) - 1)]
    st.caption(f"{exercise.id} · {say('desk_difficulty', language, n=exercise.difficulty)}")
    trial = visit_for(visit, language, request.seed, _digest(exercise.item.model_dump(mode="json")))
    question(trial, exercise, number=None, graded=False)
    with st.expander(say("desk_right_answer", language), icon=":material/key:"):
        st.markdown(with_media(reveal(variant_for(trial.store, trial.student, exercise))[language]))


def _plan(plan: Course, language: Language) -> None:
    st.subheader(plan.title[language], anchor=False)
    st.markdown(prose(plan.summary[language], language))
    for number, unit in enumerate(plan.units, 1):
        lines = "\n".join(f"- {one.title[language]}" for one in unit.lessons)
        st.markdown(f"**{say('unit', language, number=number)} · {unit.title[language]}**\n\n{lines}")


def _term(glossary: Glossary, request: PreviewRequest) -> None:
    language = request.language
    term = glossary.terms[min(request.part, len(glossary.terms) - 1)]
    st.subheader(term.term[language], anchor=False)
    st.caption(" · ".join((term.term.elsewhere(language), *term.also_all)))
    st.markdown(with_media(term.meaning[language]))


def _digest(value: Any) -> str:
    return sha256(repr(value).encode()).hexdigest()[:12]
