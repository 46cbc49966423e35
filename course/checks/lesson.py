"""Whether a lesson agrees with itself and with everything that it names."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from course.checks.assignment import assignment_problems
from course.checks.step import step_problems
from course.checks.unknown import unknown
from course.known import KnownNames
from course.lesson_lint import warnings
from course.names import NAME_TAKEN, is_taken
from courseware.curriculum import named_point
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import LANGUAGES, Text
from lessons.lesson import Lesson
from lessons.links import linked_terms, texts_in
from lessons.written import LessonModel


def lesson_problems(lesson: Lesson, source: Source, known: KnownNames) -> tuple[Problem, ...]:
    """Everything about a lesson that its model alone cannot see, in the order of its lines."""
    found = [
        *_name_problems(lesson, source, known),
        *_step_names(lesson, source),
        *_curriculum(lesson, source),
        *term_problems(lesson, source, known),
        *assignment_problems(lesson, source, known),
        *warnings(lesson, source, known),
    ]
    for index, step in enumerate(lesson.steps):
        found += step_problems(step, ("steps", index), source, known)
    return tuple(sorted(found))


def term_problems(written: LessonModel, source: Source, known: KnownNames) -> Iterator[Problem]:
    """The links to terms that the glossary lacks."""
    for path, text in texts_in(written):
        for language in LANGUAGES:
            if text.lacks == language:
                continue
            for term in linked_terms(text[language]):
                if known.terms is not None and term not in known.terms:
                    yield unknown(term, known.terms, (*path, language), source, _TERM, at=f"[[{term}")


def _name_problems(lesson: Lesson, source: Source, known: KnownNames) -> Iterator[Problem]:
    stem = PurePath(source.file).stem
    if lesson.id != stem:
        values = {"id": lesson.id, "stem": stem}
        yield source.problem(["id"], _NAME[0].fill(values), _NAME[1].fill(values))
    elif is_taken(lesson.id):
        yield source.problem(["id"], NAME_TAKEN[0].fill({"name": lesson.id}), NAME_TAKEN[1])
    elif known.lessons is not None and lesson.id not in known.lessons:
        message = _UNPLANNED[0].fill({"id": lesson.id})
        yield source.problem(["id"], message, _UNPLANNED[1], severity="warning")


def _step_names(lesson: Lesson, source: Source) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, step in enumerate(lesson.steps):
        if step.id in first:
            values = {"id": step.id, "line": source.place(["steps", first[step.id]])[0]}
            yield source.problem(["steps", index, "id"], _TWICE[0].fill(values), _TWICE[1])
        first.setdefault(step.id, index)


def _curriculum(lesson: Lesson, source: Source) -> Iterator[Problem]:
    taught: Counter[int] = Counter()
    for index, step in enumerate(lesson.steps):
        taught.update(step.curriculum)
        for place, item in enumerate(step.curriculum):
            if item not in lesson.curriculum:
                message = _about_point(_FOREIGN[0], item)
                yield source.problem(("steps", index, "curriculum", place), message, _FOREIGN[1])
    for place, item in enumerate(lesson.curriculum):
        if not taught[item]:
            message = _about_point(_UNTAUGHT[0], item)
            yield source.problem(("curriculum", place), message, _UNTAUGHT[1], severity="warning")


def _about_point(sentence: Text, number: int) -> Text:
    return sentence.fill({"item": named_point(number)})


_TERM = Text(en="term", zh="术语")
_NAME = (
    Text(en="The lesson is called {id}, its file {stem}.", zh="课的 id 是 {id}，文件名却是 {stem}。"),
    Text(en="Write id: {stem}, or rename the file.", zh="请写 id: {stem}，或修改文件名。"),
)
_UNPLANNED = (
    Text(
        en="The lesson {id} is not in course.yaml, so it comes last and stands in no unit.",
        zh="course.yaml 中没有 {id} 这一课，它只能排在最后，不属于任何单元。",
    ),
    Text(en="Add it to a unit there.", zh="请在其中的某个单元里加上它。"),
)
_TWICE = (
    Text(en="The step in line {line} is called {id} too.", zh="第 {line} 行的步骤也叫 {id}。"),
    Text(en="Give each step its own id.", zh="请给每个步骤不同的 id。"),
)
_FOREIGN = (
    Text(en="The lesson does not name knowledge point {item}.", zh="本课没有列出知识点 {item}。"),
    Text(
        en="Add it to the lesson's curriculum, or delete it here.",
        zh="请把它加入全课的 curriculum，或在此处删除。",
    ),
)
_UNTAUGHT = (
    Text(en="No step teaches knowledge point {item}.", zh="没有步骤讲授知识点 {item}。"),
    Text(en="Name it in the curriculum of a step.", zh="请在某个步骤的 curriculum 中写上它。"),
)
