"""A lesson is checked against itself and against everything it names, and each slip is shown its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course import check_lesson_files
from course.documents import document_of
from course.judge import judge
from courseware.problem import Problem
from tests.course.small_course import COURSE, GLOSSARY, LAB, LESSON, Library


def problems_after(library: Library, old: str, new: str, name: str = "gap.yaml") -> tuple[Problem, ...]:
    """What is wrong with a file of the library once `old` in it is `new`."""
    text = (library / name).read_text(encoding="utf-8")
    assert old in text, "the test must change something"
    path = library.write(name, text.replace(old, new, 1))
    return check_lesson_files((path,), LAB)


def test_a_whole_library_has_no_problems(library: Library) -> None:
    files = tuple(library / name for name in ("course.yaml", "glossary.yaml", "gap.yaml"))

    assert check_lesson_files(files, LAB) == ()


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("id: gap\n", "id: gape\n", (2, 5), "Write id: gap, or rename the file."),
        ("curriculum: [10]\n  - kind: play", "curriculum: [10, 11]\n  - kind: play", (19, 22), "Add it to"),
        ("[[gap]]", "[[gab]]", (18, 21), "Did you mean gap?"),
        ("[[gap|差距]]", "[[expect]]", (18, 37), "Did you mean expectation?"),
        (
            "curriculum: [10]\n  - kind: play",
            "curriculum: [10]\n    drawing: four-corner\n  - kind: play",
            (20, 14),
            "Did you mean four-corners?",
        ),
        ("id: promise", "id: s1", (21, 9), "Give each step its own id."),
        ("simulation: promise", "simulation: promis", (25, 17), "Did you mean promise?"),
        ("view: sweep", "view: swep", (26, 11), "Did you mean sweep?"),
        ("{promised:", "{promise:", (27, 16), "Did you mean promised?"),
        ("default: 60", "default: 600", (27, 36), "It is too large: write 120 or less."),
        ("default: 60", "default: '60'", (27, 36), "Write digits only, without quotes."),
        ("max: 80", "max: 121", (27, 54), "It is too large: write 120 or less."),
        ("min: 40", "min: 70", (27, 36), "Write a default between min and max."),
        ("mood: calm", "mood: clam", (28, 17), "Write a value that the simulation takes."),
        ("{mood: calm}", "{promised: 3}", (28, 11), "Keep one of the two."),
        ("{mood: calm}", "{mod: calm}", (28, 11), "Did you mean mood?"),
        ("[happy]", "[hapy]", (29, 12), "Did you mean happy?"),
        ("answer: 2", "answer: 3", (33, 15), "Count the options from 1."),
        ("answer: 2", "measure: hapy", (33, 16), "Did you mean happy?"),
        (
            "options: [{en: More, zh: 更多}, {en: Fewer, zh: 更少}]\n      answer: 2",
            "curve: {over: month, of: hapy_share, min: 0, max: 1, near: 0.1}",
            (32, 32),
            "Did you mean happy_share?",
        ),
        ("use: gap.mean\n", "use: gap.means\n", (39, 10), "Did you mean gap.mean?"),
        ("gap.share]", "gap.shares]", (44, 21), "Did you mean gap.share?"),
    ],
)
def test_each_slip_has_its_place_and_its_advice(
    library: Library, old: str, new: str, place: tuple[int, int], words: str
) -> None:
    (problem,) = problems_after(library, old, new)

    assert (problem.line, problem.column) == place
    assert problem.advice.en.startswith(words)
    assert problem.severity == "error"


@pytest.mark.parametrize(
    ("new", "place", "says"),
    [
        ("number: {min: 0, max: 9, near: 1}", (31, 7), "A prediction needs one of three"),
        ("", (31, 7), "A prediction needs one of three"),
    ],
)
def test_a_prediction_has_options_or_a_number(
    library: Library, new: str, place: tuple[int, int], says: str
) -> None:
    options = "options: [{en: More, zh: 更多}, {en: Fewer, zh: 更少}]"
    kept = f"{options}\n      {new}" if new.startswith("number") else new
    (problem,) = problems_after(library, f"{options}\n      answer: 2", kept)

    assert (problem.line, problem.column) == place
    assert says in problem.message.en


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("number: {min: 9, max: 0, near: 1}", "max must be the larger"),
        ("number: {min: 0, max: 9, near: 1}", "Write the measure"),
    ],
)
def test_a_number_needs_bounds_that_rise_and_a_measure_that_settles_it(
    library: Library, number: str, says: str
) -> None:
    old = "options: [{en: More, zh: 更多}, {en: Fewer, zh: 更少}]\n      answer: 2"
    (problem,) = problems_after(library, old, number)

    assert says in problem.message.en


@pytest.mark.parametrize(
    ("task", "place", "says"),
    [
        ("when: hapy > 1", (32, 15), "There is no measure or parameter hapy"),
        ("when: promised + 1", (32, 15), "is not a comparison"),
        ("when: mood > 3", (32, 15), "Words cannot be reckoned with"),
        ("when: happy >", (32, 15), "this is not a complete sum"),
        (
            "ways: [{text: {en: A, zh: 甲}, when: happy > 1}, {text: {en: B, zh: 乙}, when: hppy > 1}]",
            (32, 86),
            "There is no measure or parameter hppy",
        ),
        ("text: {en: Again, zh: 再来}", (32, 9), "stands here a second time"),
    ],
)
def test_a_task_speaks_of_what_its_simulation_has_and_can_be_true_or_false(
    library: Library, task: str, place: tuple[int, int], says: str
) -> None:
    written = f"show: [happy]\n    tasks:\n      - text: {{en: Do it., zh: 做到。}}\n        {task}"
    (problem,) = problems_after(library, "show: [happy]", written)

    assert (problem.line, problem.column) == place
    assert says in problem.message.en


def test_a_task_has_one_condition_or_several_ways(library: Library) -> None:
    written = "show: [happy]\n    tasks: [{text: {en: Do it., zh: 做到。}}]"
    (problem,) = problems_after(library, "show: [happy]", written)

    assert problem.line == 30
    assert "either when, or ways" in problem.message.en


def test_a_wrong_link_in_a_long_passage_is_shown_in_its_own_line(library: Library) -> None:
    passage = 'text: {en: "The [[gap]].", zh: "[[gap|差距]]。"}'
    longer = "text:\n      en: The gap.\n      zh: |\n        第一行。\n        第二行，[[gab|差距]]。"

    (problem,) = problems_after(library, passage, longer)

    assert (problem.line, problem.column) == (22, 13)


def test_homework_takes_no_time_in_class(library: Library) -> None:
    assert not problems_after(library, "minutes: 30", "minutes: 120")


def test_a_knowledge_point_that_no_step_teaches_is_a_warning(library: Library) -> None:
    (problem,) = problems_after(
        library,
        "methods: [{en: Talk, zh: 讨论}]\ncurriculum: [10]",
        "methods: [{en: Talk, zh: 讨论}]\ncurriculum: [10, 12]",
    )

    assert problem.severity == "warning"
    assert "12" in problem.message.zh


def test_a_lesson_that_the_plan_does_not_name_is_a_warning(library: Library) -> None:
    path = library.write("extra.yaml", LESSON.replace("id: gap\n", "id: extra\n"))

    (problem,) = check_lesson_files((path,), LAB)

    assert problem.severity == "warning"
    assert "course.yaml" in problem.message.en


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("leads_to: [after]", "leads_to: [afer]", (8, 60)),
        ("id: after", "id: gap", (9, 14)),
        ("exam: 70", "exam: 60", (4, 8)),
        ("homework: 40", "homework: 30", (4, 43)),
    ],
)
def test_the_plan_must_agree_with_itself(
    library: Library, old: str, new: str, place: tuple[int, int]
) -> None:
    problems = problems_after(library, old, new, "course.yaml")

    assert place in {(problem.line, problem.column) for problem in problems}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("id: expectation", "id: gap", (7, 9)),
        ("zh: 期望值}\n", "zh: 差距}\n", (8, 33)),
        ("[[expectation]]", "[[expectations]]", (5, 32)),
        ("    also:", "    lessons: [gop]\n    also:", (6, 15)),
    ],
)
def test_the_glossary_must_agree_with_itself_and_with_the_plan(
    library: Library, old: str, new: str, place: tuple[int, int]
) -> None:
    problems = problems_after(library, old, new, "glossary.yaml")

    assert place in {(problem.line, problem.column) for problem in problems}


def test_nothing_is_said_of_names_that_cannot_be_known(library: Library) -> None:
    text = LESSON.replace("gap.mean", "who.knows").replace("view: sweep", "view: what")

    assert not judge(document_of("lessons", text, "gap.yaml"), type(LAB)())


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([("gap.yaml", LESSON), ("course.yaml", COURSE), ("glossary.yaml", GLOSSARY)]),
    st.integers(0, 2000),
    st.integers(0, 30),
    st.sampled_from(["", " ", "x", "\n", "  - ", ": ", "{", "]", "0", "[[", "~", "中", "\t", '"']),
)
def test_a_file_with_any_small_slip_is_judged_without_a_crash(
    file: tuple[str, str], start: int, length: int, put: str
) -> None:
    name, text = file
    start %= len(text)
    slipped = text[:start] + put + text[start + length :]

    for problem in judge(document_of("lessons", slipped, name), LAB.of(None, None)):
        assert problem.file == name
        assert 1 <= problem.line <= slipped.count("\n") + 1
