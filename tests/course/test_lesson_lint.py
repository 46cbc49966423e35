"""Each piece of advice comes where it helps, and not where a lesson is fine as it is."""

import pytest

from course import all_exercises, check_lesson_text, lesson_registry, link_terms, used_items
from course.lesson_lint.unused import unused_exercises
from courseware.problem import Problem
from lessons import Lesson
from lessons.reading_load import CHARACTERS_A_MINUTE, WORDS_A_MINUTE, load_of
from tests.course.small_course import COURSE, GLOSSARY, LAB, LESSON, Library
from tests.media import showing


def told(library: Library, old: str, new: str, name: str = "gap.yaml") -> tuple[Problem, ...]:
    """What is said of a file of the library once `old` in it is `new`."""
    text = (library / name).read_text(encoding="utf-8")
    assert old in text, "the test must change something"
    return check_lesson_text(text.replace(old, new), str(library / name), LAB)[0]


def words(number: int) -> str:
    """So many English words."""
    return " ".join(["word"] * number)


TITLE = "title: {en: Read, zh: 阅读}"
PASSAGE = 'text: {en: "The [[gap]].", zh: "[[gap|差距]]。"}'


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("gap.yaml", TITLE, "title: {en: Read}", (17, 12, "steps.0.title.zh")),
        ("gap.yaml", TITLE, "title: {en: ' ', zh: 阅读}", (17, 17, "steps.0.title.en")),
        ("gap.yaml", "{en: Fewer., zh: 更少。}", "{zh: 更少。}", (34, 16, "steps.1.predict.explain.en")),
        ("course.yaml", "{en: A small course., zh: 一门小课。}", "{zh: 课}", (3, 10, "summary.en")),
        ("glossary.yaml", "term: {en: gap, zh: 差距}", "term: {en: gap}", (4, 11, "terms.0.term.zh")),
    ],
)
def test_a_missing_language_is_a_warning_where_the_sentence_stands(
    library: Library, name: str, old: str, new: str, place: tuple[int, int, str]
) -> None:
    (problem,) = told(library, old, new, name)

    assert problem.severity == "warning"
    assert problem.advice.en.startswith("Write this sentence in")
    assert (problem.line, problem.column, problem.field) == place


def test_who_reads_a_language_that_is_missing_sees_the_other_one(library: Library) -> None:
    text = LESSON.replace(TITLE, "title: {en: Read}")
    _, lesson = check_lesson_text(text, str(library / "gap.yaml"), LAB)

    assert isinstance(lesson, Lesson)
    assert lesson.steps[0].title["zh"] == "Read"
    assert lesson.steps[0].title.lacks == "zh"
    assert lesson.steps[0].title.fill({}).lacks == "zh"
    assert lesson.steps[1].title.lacks is None
    assert link_terms("no links", str, "zh") == "no links"


def test_a_sentence_in_no_language_is_an_error(library: Library) -> None:
    problems = told(library, TITLE, "title: {}")

    assert {problem.severity for problem in problems} == {"error"}
    assert {problem.field for problem in problems} == {"steps.0.title.en", "steps.0.title.zh"}


def test_minutes_that_do_not_add_up_are_a_warning_and_homework_is_not_counted(library: Library) -> None:
    (problem,) = told(library, "minutes: 20", "minutes: 90")

    assert (problem.line, problem.column, problem.severity) == (4, 10, "warning")
    assert problem.advice.en == "Change the steps, or write minutes: 20."
    assert not told(library, "minutes: 30", "minutes: 120")


MORE = "stage: homework\n    minutes: 30"


def test_a_simulation_in_class_has_eight_minutes_and_one_for_the_quick_has_what_it_likes(
    library: Library,
) -> None:
    hurried = told(
        library,
        "knowledge\n    minutes: 8\n    title: {en: Play",
        "knowledge\n    minutes: 7\n    title: {en: Play",
    )
    fields = [problem.field for problem in hurried]
    at_leisure = told(
        library,
        "knowledge\n    minutes: 8\n    title: {en: Play",
        "extension\n    minutes: 3\n    title: {en: Play",
    )

    assert fields == ["minutes", "steps.1.minutes"]
    assert hurried[1].advice.en.startswith("Give it minutes: 8")
    assert "steps.1.minutes" not in {problem.field for problem in at_leisure}


def test_an_extension_comes_last_and_is_not_counted(library: Library) -> None:
    last = told(library, MORE, "stage: extension\n    minutes: 45")
    between = told(library, "stage: practice", "stage: extension")

    assert last == ()
    assert [problem.field for problem in between] == ["minutes", "steps.3.stage"]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (f'{{en: "{words(8 * WORDS_A_MINUTE + 100)}", zh: 短}}', False),
        (f'{{en: "{words(9 * WORDS_A_MINUTE)}", zh: 短}}', True),
        (f'{{en: short, zh: "{"读" * (8 * CHARACTERS_A_MINUTE + 100)}"}}', False),
        (f'{{en: short, zh: "{"读" * (9 * CHARACTERS_A_MINUTE)}"}}', True),
    ],
)
def test_a_step_that_takes_longer_to_read_than_it_lasts_is_told(
    library: Library, text: str, is_told: bool
) -> None:
    problems = told(library, PASSAGE, f"text: {text}")

    assert ("steps.0.minutes" in {problem.field for problem in problems}) == is_told


def test_notes_for_the_teacher_are_not_read_in_class(library: Library) -> None:
    notes = f'notes: {{en: "{words(5000)}", zh: 短}}'

    assert not told(library, PASSAGE, f"{PASSAGE}\n    {notes}")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (f'{{en: "{words(121)}", zh: 短}}', "steps.0.text.en"),
        (f'{{en: "{words(119)}", zh: 短}}', None),
        (f'{{en: "{words(70)}\\n\\n## Then\\n\\n{words(70)}", zh: 短}}', None),
        (f'{{en: short, zh: "{"字" * 331}"}}', "steps.0.text.zh"),
        (f'{{en: short, zh: "{"字" * 330}"}}', None),
        (f'{{en: "{words(121)}"}}', "steps.0.text.en"),
    ],
)
def test_more_under_one_heading_than_fits_on_a_slide_is_told(
    library: Library, text: str, field: str | None
) -> None:
    problems = told(library, PASSAGE, f"text: {text}")
    long = [problem.field for problem in problems if "heading" in problem.advice.en]

    assert long == ([field] if field else [])


@pytest.mark.parametrize(
    ("mode", "silent", "count"),
    [("graded", {"gap.mean"}, 1), ("graded", {"gap.share"}, 0), ("practice", {"gap.mean"}, 0)],
)
def test_a_graded_question_that_says_nothing_to_a_wrong_answer_is_told(
    library: Library, mode: str, silent: set[str], count: int
) -> None:
    text = LESSON.replace("use: gap.mean\n", f"use: gap.mean\n    mode: {mode}\n")
    lab = type(LAB)(exercises=LAB.exercises, simulations=LAB.simulations, silent=frozenset(silent))
    problems, _ = check_lesson_text(text, str(library / "gap.yaml"), lab)

    assert [problem.field for problem in problems] == ["steps.2.use.0"] * count


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("![a shop](media/shop.png)", []),
        ("![](media/shop.png)", ["This says nothing to who cannot see it."]),
        ("![a shop](media/nothing.png)", ["The folder media has no file nothing.png."]),
    ],
)
def test_what_a_text_shows_is_told_where_it_is_written(library: Library, shown: str, said: list[str]) -> None:
    with showing(library.folder):
        problems = told(library, PASSAGE, f"text:\n      en: |\n        Look:\n        {shown}\n      zh: 看")

    assert [problem.message.en for problem in problems] == said
    assert all((problem.line, problem.column, problem.severity) == (21, 9, "warning") for problem in problems)


def test_nothing_is_shown_in_a_title(library: Library) -> None:
    with showing(library.folder):
        problems = told(
            library, "title: {en: Read, zh: 阅读}", 'title: {en: "![a](media/shop.png)", zh: 阅读}'
        )

    assert [problem.message.zh for problem in problems] == ["标题和名称中不能放图片、声音或视频。"]


def test_a_question_that_no_lesson_asks_is_told_in_its_bank() -> None:
    ours = list(lesson_registry().lessons().values())
    asked = used_items(ours)
    unasked = used_items(ours[:1])
    problems = list(unused_exercises(ours[1:], all_exercises()))

    assert asked == set(all_exercises())
    assert {problem.message.en for problem in problems} == {f"No lesson asks {id_}." for id_ in unasked}
    assert len(problems) == len(unasked)
    assert all(problem.severity == "warning" and problem.line > 8 for problem in problems)
    assert not list(unused_exercises(ours, all_exercises()))


def test_what_is_not_read_is_not_counted() -> None:
    text = "See **[the page](https://example.com/a/b)**, [[gap|差距]] and it's 1,200."

    assert load_of(text) == load_of("See the page 差距 and it's 1200")
    assert (load_of(text).words, load_of(text).characters) == (6, 2)


def test_what_stands_in_the_plan_or_the_glossary_is_understood_as_such(library: Library) -> None:
    found = [
        check_lesson_text(text, str(library / name), LAB)
        for name, text in (("course.yaml", COURSE), ("glossary.yaml", GLOSSARY), ("gap.yaml", LESSON))
    ]

    assert [problems for problems, _ in found] == [(), (), ()]
    assert [type(written).__name__ for _, written in found] == ["Course", "Glossary", "Lesson"]
    assert check_lesson_text("steps: [", "gap.yaml", LAB)[1] is None
