"""The lessons on the shelf: a saved file shows at once, a broken one never replaces a good one."""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final

from course.judge import Reading, judge, read
from course.known import Known, known_to_the_lab
from course.layers import Layers, Stamp
from course.lesson_files import COURSE, GLOSSARY, Written, lesson_layers
from courseware.problem import Problem, ProblemsFoundError
from courseware.source import shown_path
from courseware.text import Text
from lessons.lesson import Lesson
from lessons.plan import Course, Entry
from lessons.terms import Glossary

NEEDED: Final = (COURSE, GLOSSARY)


class LessonShelf:
    """The last good version of every file of the course; safe to share between threads.

    Own files lie over the built-in ones. File times are looked at when something is asked, at most once
    in `every` seconds by `clock`; a change in what the lessons name has them judged again, too.
    Raises ProblemsFoundError at the start if there is no lesson, no plan or no glossary.
    """

    def __init__(
        self,
        where: Layers | Path | None = None,
        *,
        clock: Callable[[], float] = monotonic,
        every: float = 0.2,
        known: Callable[[], Known] = known_to_the_lab,
    ) -> None:
        self._clock, self._every, self._known = clock, every, known
        self._layers = Layers(where) if isinstance(where, Path) else where or lesson_layers()
        self._lock = Lock()
        self._readings: dict[str, tuple[Stamp, Reading]] = {}
        self._good: dict[str, Written] = {}
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self._looked, self._lab = clock(), known()
        self._read(self._layers.stamps())
        self._refuse_empty()

    def course(self) -> Course:
        """The plan of the course."""
        plan = self._current()[COURSE]
        assert isinstance(plan, Course)  # noqa: S101 -- the start made sure of it
        return plan

    def glossary(self) -> Glossary:
        """The words of the course."""
        glossary = self._current()[GLOSSARY]
        assert isinstance(glossary, Glossary)  # noqa: S101 -- the start made sure of it
        return glossary

    def lesson(self, name: str) -> Lesson | None:
        """The last good version of a lesson; None if it is still to come."""
        found = self._current().get(f"{name}.yaml")
        return found if isinstance(found, Lesson) else None

    def title(self, entry: Entry) -> Text:
        """What a lesson is called everywhere: as its own file says, as the map does while it is to come."""
        found = self.lesson(entry.id)
        return found.title if found is not None else entry.title

    def lessons(self) -> Mapping[str, Lesson]:
        """All lessons that can be taught, in the order of the plan; those it does not name come last."""
        found = {item.id: item for item in self._current().values() if isinstance(item, Lesson)}
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

    def look(self) -> None:
        """Look at the files now, whenever the last look was: for whoever has just written one."""
        with self._lock:
            self._look()

    def _current(self) -> Mapping[str, Written]:
        """The good versions, after a look at the files if the last one was long enough ago."""
        with self._lock:
            if self._clock() - self._looked >= self._every:
                self._look()
            return self._good

    def _look(self) -> None:
        self._looked = self._clock()
        stamps, lab = self._layers.stamps(), self._known()
        if lab != self._lab or stamps != {name: stamp for name, (stamp, _) in self._readings.items()}:
            self._lab = lab
            self._read(stamps)

    def _read(self, stamps: dict[str, Stamp]) -> None:
        """Read what changed, then judge every file again, for one may name the other."""
        unchanged = {name: one for name, one in self._readings.items() if one[0] == stamps.get(name)}
        readings = {name: unchanged.get(name) or (stamp, read(stamp.path)) for name, stamp in stamps.items()}
        good = {name: written for name, written in self._good.items() if name in stamps or name in NEEDED}
        problems: dict[str, tuple[Problem, ...]]
        problems = {name: (_gone(self._layers.path(name)),) for name in NEEDED if name not in stamps}
        for name in sorted(stamps, key=lambda name: name not in NEEDED):
            known = _known_with(good, self._lab)
            written, problems[name] = _fit(readings[name][1], known)
            if written is None and name not in good and self._layers.is_own(name):
                written, _ = _fit(read(self._layers.builtin / name), known)
            if written is not None:
                good[name] = written
        self._readings, self._good, self._problems = readings, good, problems

    def _refuse_empty(self) -> None:
        """Finding nothing where something must be stops the start."""
        if any(name not in self._good for name in NEEDED):
            raise ProblemsFoundError(problem for name in NEEDED for problem in self._problems.get(name, ()))
        if not set(self._readings) - set(NEEDED):
            raise ProblemsFoundError([Problem(shown_path(self._layers.builtin), 1, 1, "", *_EMPTY)])


def _known_with(good: Mapping[str, Written], lab: Known) -> Known:
    course, glossary = good.get(COURSE), good.get(GLOSSARY)
    return lab.of(
        course if isinstance(course, Course) else None,
        glossary if isinstance(glossary, Glossary) else None,
    )


def _fit(reading: Reading, known: Known) -> tuple[Written | None, tuple[Problem, ...]]:
    """What a file holds if it can be shown, else the errors that keep it from being shown."""
    errors = tuple(problem for problem in judge(reading, known) if problem.severity == "error")
    return (None if errors else reading.written), errors


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
