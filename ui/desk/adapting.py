"""A lesson for a local firm in one go: names in both languages, what would change, then the new files."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from authoring.adapting import NameChange, candidates
from authoring.examples.lesson import is_free
from authoring.localising import Localised, localised
from classroom import Saved, save_file
from course import files, lesson_layers
from course.languages import course_languages
from courseware.example import suggested_name
from courseware.interface import say
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import read_text
from courseware.text import LANGUAGES, Language, Text
from ui.desk.author import ask_author, author_here
from ui.desk.difference import as_table, compare
from ui.desk.making import ask_name, to_open
from ui.desk.sheet import with_line_feeds
from ui.desk.verdict import verdict
from ui.errors import guarded
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit

_ROWS: Final = ("firm", "person", "person", "person", "product", "currency", "other", "other")
"""What is asked for; a name of each kind in both languages, old and new."""
_MOST: Final = 120
_ERROR: Final = SessionKey[Text | None]("adapt-trouble", None)


def adapting(visit: Visit, pages: Mapping[str, Any]) -> None:  # noqa: ARG001 (as all such pages)
    """Draws the form, and below it what would become of the lesson."""
    guarded(lambda: _adapting(visit), visit.language)


def _adapting(visit: Visit) -> None:
    language = visit.language
    st.markdown(say("adapt_lead", language))
    titles = {key: one.title for key, one in visit.registry.lessons().items()}
    asked = st.query_params.get("lesson", "")
    lesson = st.selectbox(
        say("adapt_lesson", language),
        list(titles),
        list(titles).index(asked) if asked in titles else 0,
        format_func=lambda one: titles[one][language],
        key="adapt-lesson",
    )
    _often(lesson, language)
    names = [_ask(number, kind, language) for number, kind in enumerate(_ROWS)]
    title = _ask_title(titles[lesson], lesson, language)
    stem = ask_name("adapt", suggested_name(title.en, lesson, lambda one: not is_free(one)), language)
    if not any(name.is_asked() for name in names):
        st.info(say("adapt_empty", language))
        return
    try:
        found = localised(lesson, stem, names, course_languages(), title)
    except ReaderError as error:
        st.error(error.text[language])
        return
    except ProblemsFoundError as error:
        st.error(literal(error.problems[0].tell(language)))
        return
    _preview(found, names, language)
    _keep(visit, found)


def _often(lesson: str, language: Language) -> None:
    """The names that the lesson uses most, so that nobody has to look for them."""
    text = read_text(lesson_layers().path(f"{lesson}.yaml"), lesson)
    listed = [", ".join(candidates(text, one)) for one in course_languages()]
    if any(listed):
        st.caption(say("adapt_often", language, names=literal(" · ".join(listed))))


def _ask(number: int, kind: str, language: Language) -> NameChange:
    spoken = course_languages()
    old: dict[Language, str] = {}
    new: dict[Language, str] = {}
    with st.container(key=f"adapt-row-{number}"):
        label, *fields = st.columns((0.7, *[1] * (2 * len(spoken))), vertical_alignment="bottom")
        label.markdown(f"**{say(f'adapt_{kind}', language)}**")
        for place, one in enumerate(spoken):
            for kept, what, field in zip((old, new), ("old", "new"), fields[2 * place :], strict=False):
                kept[one] = field.text_input(
                    say(f"adapt_{what}_{one}", language),
                    max_chars=_MOST,
                    key=f"adapt-{what}-{one}-{number}",
                    label_visibility="visible" if number == 0 else "collapsed",
                ).strip()
    return NameChange(old, new)


def _ask_title(title: Text, lesson: str, language: Language) -> Text:
    columns = st.columns(2)
    said = {
        one: column.text_input(
            say(f"desk_title_{one}", language), title[one], max_chars=_MOST, key=f"adapt-title-{one}-{lesson}"
        ).strip()
        for one, column in zip(LANGUAGES, columns, strict=True)
    }
    return Text(en=said["en"] or said["zh"] or title.en, zh=said["zh"] or said["en"] or title.zh)


def _preview(found: Localised, names: list[NameChange], language: Language) -> None:
    """How often each name was replaced, what keeps it from being whole, and the lines that change."""
    asked = [name for name in names if name.is_asked()]
    rows = [
        f"- {literal(name.old.get(one, ''))} → {literal(name.new.get(one, ''))}: "
        f"{say('adapt_times', language, n=found.counts.get((number, one), 0))}"
        for number, name in enumerate(asked)
        for one in course_languages()
        if name.old.get(one)
    ]
    st.subheader(say("adapt_preview", language), anchor=False)
    st.markdown("\n".join(rows))
    for half in found.halves:
        st.warning(literal(half.message[language]), icon=":material/warning:")
    for problem in found.problems:
        st.error(literal(problem.tell(language)))
    for name, text in found.texts.items():
        rows_of = compare(with_line_feeds(found.before[name]), with_line_feeds(text))
        lines = sum(row.how in ("changed", "new", "gone") for row in rows_of)
        with st.expander(say("adapt_lines", language, file=literal(name), n=lines)):
            table = as_table(rows_of, say("adapt_before", language), say("adapt_after", language))
            with st.container(height=420, key=f"adapt-lines-{name.partition('/')[0]}"):
                st.html(table)


def _keep(visit: Visit, found: Localised) -> None:
    language, author = visit.language, author_here()
    if not author:
        ask_author(visit)
        return
    st.button(
        say("adapt_keep", language),
        type="primary",
        icon=":material/save:",
        key="adapt-keep",
        disabled=not found.is_whole,
        help=None if found.is_whole else say("adapt_not_whole", language),
        on_click=_write,
        args=(visit, found, author),
    )
    if error := _ERROR.pop():
        st.error(error[language])


def _write(visit: Visit, found: Localised, author: str) -> None:
    """Writes the bank, then the lesson that asks its questions, and opens it; a callback's work."""
    begun, address = to_open(), st.query_params
    for name in sorted(found.texts):
        part, _, file = name.partition("/")
        entry, text = files.entry(part, file), found.texts[name]
        try:
            outcome = save_file(
                visit.store,
                entry.file,
                text,
                base=None,
                author=author,
                check=lambda words, entry=entry: verdict(entry, with_line_feeds(words)).problems,  # type: ignore[misc]
                why="adapted",
            )
        except ReaderError as error:
            _ERROR.set(error.text)
            return
        if not isinstance(outcome, Saved):
            _ERROR.set(_NOT_WRITTEN.fill({"file": name}))
            return
        files.look()
    for key in ("do", "lesson"):
        address.pop(key, None)
    begun.append(next(name for name in found.texts if name.startswith("lessons/")))


_NOT_WRITTEN: Final = Text(
    en="{file} could not be written: there is one of this name by now, or it has errors.",
    zh="无法写入 {file}：已出现同名文件，或内容有误。",
)
