"""Whether the plan of the course and the glossary agree with themselves and with each other."""

from collections.abc import Iterator

from course.checks.lesson import term_problems
from course.checks.marks import mark_problems
from course.checks.unknown import unknown
from course.known import KnownNames
from course.lesson_lint import warnings
from course.media import Reference, flaws_of, media_store
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import LANGUAGES, Text
from lessons.plan import Course
from lessons.terms import Glossary

KeyPath = tuple[str | int, ...]


def course_problems(course: Course, source: Source, known: KnownNames) -> tuple[Problem, ...]:
    """Lessons named twice or leading nowhere, shares that do not add up, a logo that cannot be shown."""
    found = [
        *_entries(course, source),
        *mark_problems(course, source),
        *_logo(course, source, known),
        *warnings(course, source, KnownNames(languages=course.languages, media=known.media)),
    ]
    return tuple(sorted(found))


def glossary_problems(glossary: Glossary, source: Source, known: KnownNames) -> tuple[Problem, ...]:
    """Terms or words given twice, links and lessons that do not exist."""
    found = [
        *_twice(glossary, source),
        *term_problems(glossary, source, known),
        *warnings(glossary, source, known),
    ]
    for index, term in enumerate(glossary.terms):
        for place, lesson in enumerate(term.lessons):
            if known.lessons is not None and lesson not in known.lessons:
                location = ("terms", index, "lessons", place)
                found.append(unknown(lesson, known.lessons, location, source, _LESSON))
    return tuple(sorted(found))


def _entries(course: Course, source: Source) -> Iterator[Problem]:
    met: set[str] = set()
    for number, unit in enumerate(course.units):
        for index, entry in enumerate(unit.lessons):
            path: KeyPath = ("units", number, "lessons", index)
            if entry.id in met:
                yield source.problem((*path, "id"), _TWICE[0].fill({"name": entry.id}), _TWICE[1])
            met.add(entry.id)
            for place, target in enumerate(entry.leads_to):
                if target not in course.lessons:
                    yield unknown(target, course.lessons, (*path, "leads_to", place), source, _LESSON)


def _logo(course: Course, source: Source, known: KnownNames) -> Iterator[Problem]:
    """What keeps the logo from being seen; the name of the school is read out in its place."""
    logo = course.school.logo if course.school is not None else None
    if logo is None:
        return
    shown = Reference(logo, "logo", logo)
    found = list(flaws_of(shown, media_store().with_coming(known.media)))
    if not found and shown.kind != "picture":
        found = [_NO_PICTURE]
    for message, advice in found:
        yield source.problem(("school", "logo"), message, advice, severity="warning")


def _twice(glossary: Glossary, source: Source) -> Iterator[Problem]:
    met: set[tuple[str, str]] = set()
    for index, term in enumerate(glossary.terms):
        names: list[tuple[KeyPath, str]] = [(("id",), term.id)]
        words = term.term
        names += [(("term", language), words[language]) for language in LANGUAGES if words.lacks != language]
        for path, name in names:
            key = (str(path[-1]), name.casefold())
            if key in met:
                yield source.problem(("terms", index, *path), _TWICE[0].fill({"name": name}), _TWICE[1])
            met.add(key)


_NO_PICTURE = (
    Text(en="A logo is a picture.", zh="校徽应当是图片。"),
    Text(en="Save it as png, jpg, webp or gif.", zh="请存成 png、jpg、webp 或 gif。"),
)
_LESSON = Text(en="lesson", zh="课")
_TWICE = (
    Text(en="{name} stands here a second time.", zh="{name} 重复出现。"),
    Text(en="Keep one of the two.", zh="请只保留其中一个。"),
)
