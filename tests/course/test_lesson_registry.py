"""A saved file shows at the next look; a broken one never replaces a good one."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from course import LessonRegistry
from course.layers import Layers
from courseware.problem import ProblemsFoundError
from tests.course.small_course import COURSE, GLOSSARY, LAB, LESSON, Library


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def registry(library: Library, clock: Clock) -> LessonRegistry:
    return LessonRegistry(library.folder, clock=clock, known=lambda: LAB)


def title(registry: LessonRegistry) -> str:
    lesson = registry.lesson("gap")
    assert lesson is not None
    return lesson.title.en


NEW = LESSON.replace("{en: The gap,", "{en: The new gap,")


def test_a_saved_file_shows_once_the_shelf_looks_again(
    library: Library, registry: LessonRegistry, clock: Clock
) -> None:
    library.write("gap.yaml", NEW)

    assert title(registry) == "The gap"
    clock.now = 0.5
    assert title(registry) == "The new gap"


def test_a_broken_file_keeps_the_last_good_version_and_is_told(
    library: Library, registry: LessonRegistry, clock: Clock
) -> None:
    library.write("gap.yaml", NEW.replace("kind: read", "kind: reed"))
    clock.now = 1

    assert title(registry) == "The gap"
    (problem,) = registry.problems("gap")
    assert problem.line == 14
    assert "read" in problem.advice.zh


def test_a_mended_file_shows_and_its_problem_is_gone(
    library: Library, registry: LessonRegistry, clock: Clock
) -> None:
    library.write("gap.yaml", "nothing: like it")
    clock.now = 1
    assert registry.problems("gap")
    library.write("gap.yaml", NEW)
    clock.now = 2

    assert title(registry) == "The new gap"
    assert registry.problems() == ()


def test_a_change_of_the_same_length_within_one_tick_of_a_coarse_clock_is_seen(
    library: Library, registry: LessonRegistry, clock: Clock
) -> None:
    path = library.write("gap.yaml", LESSON.replace("{en: The gap,", "{en: The gun,"))
    facts = path.stat()
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1))
    clock.now = 1

    assert title(registry) == "The gun"


def test_a_new_lesson_stands_in_the_order_of_the_plan(
    library: Library, registry: LessonRegistry, clock: Clock
) -> None:
    library.write("after.yaml", LESSON.replace("id: gap\n", "id: after\n"))
    library.write("aaa.yaml", LESSON.replace("id: gap\n", "id: aaa\n"))
    clock.now = 1

    assert registry.names() == ("gap", "after", "aaa")


def test_a_lesson_without_a_file_is_still_to_come(registry: LessonRegistry) -> None:
    assert registry.lesson("after") is None
    assert registry.course().lessons == ("gap", "after")


def test_a_lesson_that_is_taken_away_is_gone(
    library: Library, registry: LessonRegistry, clock: Clock
) -> None:
    (library / "gap.yaml").unlink()
    clock.now = 1

    assert registry.lesson("gap") is None


def test_the_plan_stays_when_its_file_disappears(
    library: Library, registry: LessonRegistry, clock: Clock
) -> None:
    (library / "course.yaml").unlink()
    clock.now = 1

    assert registry.course().lessons == ("gap", "after")
    assert "missing" in registry.problems()[0].message.en


def test_a_term_that_a_lesson_needs_cannot_leave_unnoticed(
    library: Library, registry: LessonRegistry, clock: Clock
) -> None:
    library.write("glossary.yaml", GLOSSARY.replace("id: gap", "id: gulf"))
    clock.now = 1

    assert {problem.field for problem in registry.problems("gap")} == {"steps.0.text.en", "steps.0.text.zh"}
    assert title(registry) == "The gap"


@pytest.mark.parametrize("name", ["course.yaml", "glossary.yaml"])
def test_a_library_without_plan_or_glossary_stops_the_start(library: Library, name: str) -> None:
    (library / name).unlink()

    with pytest.raises(ProblemsFoundError) as found:
        LessonRegistry(library.folder, known=lambda: LAB)

    assert found.value.problems[0].file.endswith(name)


def test_a_library_without_a_lesson_stops_the_start(library: Library) -> None:
    (library / "gap.yaml").unlink()

    with pytest.raises(ProblemsFoundError, match="no lesson in the library"):
        LessonRegistry(library.folder, known=lambda: LAB)


def test_an_empty_or_missing_folder_stops_the_start(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "gone"):
        with pytest.raises(ProblemsFoundError):
            LessonRegistry(folder, known=lambda: LAB)


def test_a_lesson_broken_from_the_start_is_told_and_the_others_are_shown(library: Library) -> None:
    library.write("after.yaml", "schema: lesson/1\n")

    registry = LessonRegistry(library.folder, known=lambda: LAB)

    assert registry.names() == ("gap",)
    assert registry.problems("after")


def test_many_readers_see_one_whole_version(library: Library) -> None:
    registry = LessonRegistry(library.folder, every=0, known=lambda: LAB)

    def visit(number: int) -> str:
        if number % 10 == 0:
            library.write("gap.yaml", NEW if number % 20 else LESSON)
        return title(registry)

    with ThreadPoolExecutor(8) as pool:
        seen = set(pool.map(visit, range(80)))

    assert seen <= {"The gap", "The new gap"}


@pytest.fixture
def own(tmp_path: Path, library: Library) -> Library:
    """The own folder of a teacher, over the library."""
    folder = tmp_path / "own"
    folder.mkdir()
    return Library(folder)


@pytest.fixture
def layered(library: Library, own: Library, clock: Clock) -> LessonRegistry:
    return LessonRegistry(Layers(library.folder, own.folder), clock=clock, known=lambda: LAB)


def test_an_own_lesson_covers_the_built_in_one_until_it_is_taken_away(
    own: Library, layered: LessonRegistry, clock: Clock
) -> None:
    path = own.write("gap.yaml", NEW)
    clock.now = 1
    assert title(layered) == "The new gap"

    path.unlink()
    clock.now = 2
    assert title(layered) == "The gap"


def test_own_lessons_plan_and_words_stand_beside_the_built_in_ones(
    library: Library, own: Library, layered: LessonRegistry, clock: Clock
) -> None:
    own.write("course.yaml", COURSE.replace("id: after", "id: later").replace("[after]", "[later]"))
    own.write("glossary.yaml", GLOSSARY.replace("en: gap,", "en: chasm,"))
    own.write("mine.yaml", LESSON.replace("id: gap\n", "id: mine\n"))
    clock.now = 1

    assert layered.names() == ("gap", "mine")
    assert layered.course().lessons == ("gap", "later")
    assert layered.glossary().terms[0].term.en == "chasm"


def test_a_broken_own_lesson_leaves_the_built_in_one_on_the_screen_even_at_the_start(
    library: Library, own: Library
) -> None:
    path = own.write("gap.yaml", NEW.replace("kind: read", "kind: reed"))
    registry = LessonRegistry(Layers(library.folder, own.folder), known=lambda: LAB)

    assert title(registry) == "The gap"
    assert [problem.file for problem in registry.problems()] == [str(path)]


@pytest.mark.parametrize("name", ["course.yaml", "glossary.yaml"])
def test_a_broken_own_plan_or_glossary_does_not_close_the_lab(
    library: Library, own: Library, name: str
) -> None:
    path = own.write(name, "schema: course/1\nunits: [")
    registry = LessonRegistry(Layers(library.folder, own.folder), known=lambda: LAB)

    assert registry.names() == ("gap",)
    assert [problem.file for problem in registry.problems()] == [str(path)]


def test_an_own_folder_may_come_later(library: Library, tmp_path: Path, clock: Clock) -> None:
    own = Library(tmp_path / "later")
    registry = LessonRegistry(Layers(library.folder, own.folder), clock=clock, known=lambda: LAB)
    own.folder.mkdir()
    own.write("gap.yaml", NEW)
    clock.now = 1

    assert title(registry) == "The new gap"


def test_lessons_are_judged_again_when_only_the_questions_have_changed(
    library: Library, clock: Clock
) -> None:
    lab = [LAB]
    registry = LessonRegistry(library.folder, clock=clock, known=lambda: lab[0])
    lab[0] = replace(LAB, exercises=("gap.mean",))
    clock.now = 1
    (problem,) = registry.problems("gap")
    assert "gap.share" in problem.message.en
    assert title(registry) == "The gap"

    lab[0] = LAB
    clock.now = 2
    assert registry.problems() == ()


def test_whoever_has_just_written_a_file_need_not_wait(library: Library, registry: LessonRegistry) -> None:
    library.write("gap.yaml", NEW)
    registry.look()

    assert title(registry) == "The new gap"
