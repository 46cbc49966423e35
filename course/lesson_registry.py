"""The registry of lessons: a saved file shows at once, a broken one never replaces a good one."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import Final

from course.documents import COURSE, GLOSSARY, Document, Written, read_document
from course.folders import lesson_layers
from course.judge import judge
from course.known import KnownNames, known_to_the_lab
from course.layers import Layers
from course.registry import EVERY, FileRegistry
from courseware.problem import Problem, ProblemsFoundError
from courseware.source import shown_path
from courseware.text import Text
from lessons.lesson import Lesson
from lessons.plan import Course, PlanEntry
from lessons.terms import Glossary

NEEDED: Final = (COURSE, GLOSSARY)


class LessonRegistry(FileRegistry):
    """The last good version of every lesson, of the plan and of the glossary.

    A change in what the lessons name has them judged again, too. Raises ProblemsFoundError at the start
    if there is no lesson, no plan or no glossary.
    """

    part = "lessons"

    def __init__(
        self,
        where: Layers | Path | None = None,
        *,
        clock: Callable[[], float] = monotonic,
        every: float = EVERY,
        known: Callable[[], KnownNames] = known_to_the_lab,
    ) -> None:
        super().__init__(where or lesson_layers(), clock, every)
        self._known, self._lab = known, KnownNames()
        self._good: dict[str, Written] = {}
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self.look()
        self._refuse_empty()

    def course(self) -> Course:
        """The plan of the course."""
        plan = self._versions()[COURSE]
        assert isinstance(plan, Course)  # noqa: S101 -- the start made sure of it
        return plan

    def glossary(self) -> Glossary:
        """The words of the course."""
        glossary = self._versions()[GLOSSARY]
        assert isinstance(glossary, Glossary)  # noqa: S101 -- the start made sure of it
        return glossary

    def lesson(self, name: str) -> Lesson | None:
        """The last good version of a lesson; None if it is still to come."""
        found = self._versions().get(f"{name}.yaml")
        return found if isinstance(found, Lesson) else None

    def title(self, entry: PlanEntry) -> Text:
        """What a lesson is called everywhere: as its own file says, as the map does while it is to come."""
        found = self.lesson(entry.id)
        return found.title if found is not None else entry.title

    def lessons(self) -> Mapping[str, Lesson]:
        """All lessons that can be taught, in the order of the plan; those it does not name come last."""
        found = {item.id: item for item in self._versions().values() if isinstance(item, Lesson)}
        planned = [name for name in self.course().lessons if name in found]
        return {name: found[name] for name in (*planned, *sorted(found.keys() - planned))}

    def names(self) -> tuple[str, ...]:
        """The ids of all lessons that can be taught, in the same order."""
        return tuple(self.lessons())

    def problems(self, name: str | None = None) -> tuple[Problem, ...]:
        """What keeps files from being shown as they stand: of one lesson, or of all files."""
        self._current()
        files = sorted(self._problems) if name is None else [f"{name}.yaml"]
        return tuple(problem for file in files for problem in self._problems.get(file, ()))

    def _versions(self) -> Mapping[str, Written]:
        """The good versions, after a look at the files if the last one was long enough ago."""
        self._current()
        return self._good

    def _around(self) -> KnownNames:
        self._lab = self._known()
        return self._lab

    def _judge(self, documents: Mapping[str, Document]) -> None:
        good = {name: kept for name, kept in self._good.items() if name in documents or name in NEEDED}
        problems: dict[str, tuple[Problem, ...]]
        problems = {name: (_gone(self._layers.path(name)),) for name in NEEDED if name not in documents}
        for name in sorted(documents, key=lambda name: name not in NEEDED):
            known = _known_with(good, self._lab)
            written, problems[name] = _fit(documents[name], known)
            if written is None and name not in good and self._layers.is_own(name):
                written, _ = _fit(read_document("lessons", self._layers.builtin / name), known)
            if written is not None:
                good[name] = written
        self._good, self._problems = good, problems

    def _refuse_empty(self) -> None:
        """Finding nothing where something must be stops the start."""
        if any(name not in self._good for name in NEEDED):
            raise ProblemsFoundError(problem for name in NEEDED for problem in self._problems.get(name, ()))
        if not set(self._documents) - set(NEEDED):
            raise ProblemsFoundError([Problem(shown_path(self._layers.builtin), 1, 1, "", *_EMPTY)])


def _known_with(good: Mapping[str, Written], lab: KnownNames) -> KnownNames:
    course, glossary = good.get(COURSE), good.get(GLOSSARY)
    return lab.of(
        course if isinstance(course, Course) else None,
        glossary if isinstance(glossary, Glossary) else None,
    )


def _fit(document: Document, known: KnownNames) -> tuple[Written | None, tuple[Problem, ...]]:
    """What a file holds if it can be shown, else the errors that keep it from being shown."""
    errors = tuple(problem for problem in judge(document, known) if problem.severity == "error")
    return (None if errors else document.written), errors


def _gone(path: Path) -> Problem:
    return Problem(shown_path(path), 1, 1, "", *_GONE)


_EMPTY: Final = (
    Text(en="There is no lesson in the library.", zh="课程库中没有任何课。"),
    Text(en="Put a lesson file (name.yaml) into this folder.", zh="请把课文件（名称.yaml）放进这个文件夹。"),
)
_GONE: Final = (
    Text(en="The file is missing.", zh="缺少这个文件。"),
    Text(en="Put it back; the course cannot be shown without it.", zh="请放回此文件；没有它，课程无法显示。"),
)
