"""What the answers say: the page for teachers, from an empty record to a class of sixty."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from classroom.analysis import ENOUGH, StudentSelection
from course import all_exercises, find_lesson
from course.files import find
from courseware.interface import say
from courseware.source import parse
from courseware.text import LANGUAGES, Language
from tests.answered_class import answer_as_class
from tests.records import statements
from tests.ui.reader import errors, open_page, own_record, said
from ui.analysis.paper import PaperAnalysis, file_of, is_dubious, paper_of, stem_of
from ui.analysis.pictures import histogram, scatter
from ui.analysis.tables import as_csv
from ui.desk.workbench import place_of_item
from web.records import records_here

LESSON = "satisfaction"


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def items() -> tuple[str, ...]:
    return find_lesson(LESSON).items("graded")


def answered(students: int) -> PaperAnalysis:
    exercises = {item: all_exercises()[item] for item in items()}
    answer_as_class(records_here(), exercises.values(), students=students)
    return paper_of(records_here(), StudentSelection(), exercises, with_unfinished=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_anybody_has_answered_the_page_says_what_will_stand_here(language: Language) -> None:
    page = open_page("analysis", language, "teacher")

    assert errors(page) == []
    words = [say("analysis_none", language), say("analysis_empty", language, least=ENOUGH)]
    assert [one.value for one in page.info] == ["\n\n".join(words)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_class_of_sixty_is_shown_in_plots_figures_and_one_question_in_full(language: Language) -> None:
    paper = answered(60)

    page = open_page("analysis", language, "teacher", lesson=LESSON)

    assert errors(page) in ([], [say("analysis_dubious", language)])
    assert not page.info
    assert say("analysis_counts", language, n=60, began=60, items=len(items())) in said(page)
    assert f"{paper.figures.alpha:.2f}" in [metric.value for metric in page.metric]
    assert len(page.dataframe[0].value) == len(items())


def test_below_twenty_papers_there_are_counts_and_a_word_on_why_there_is_no_figure() -> None:
    answered(ENOUGH - 1)

    page = open_page("analysis", "en", "teacher", lesson=LESSON)

    assert not page.metric
    assert say("analysis_too_few", "en", n=ENOUGH - 1, least=ENOUGH) in [one.value for one in page.info]
    assert set(page.dataframe[0].value["facility"].isna()) == {True}
    assert set(page.dataframe[0].value["attempts"]) == {ENOUGH - 1}


def test_the_page_opens_at_the_lesson_that_was_answered_last() -> None:
    answered(2)

    page = open_page("analysis", "en", "teacher")

    assert page.selectbox(key="analysis-paper").value == LESSON
    assert say("analysis_counts", "en", n=2, began=2, items=len(items())) in said(page)
    assert open_page("analysis", "en", "teacher", lesson="loyalty").selectbox(key="analysis-paper").value == (
        "loyalty"
    )


def test_students_never_get_to_the_answers_of_others() -> None:
    answered(1)

    page = open_page("analysis", "en", "student", lesson=LESSON)

    assert said(page).startswith(say("desk_closed", "en"))
    assert not page.dataframe


def test_the_plots_hold_every_question_and_every_paper_and_say_so_in_words() -> None:
    paper = answered(ENOUGH)
    dots, bars = scatter(paper, "en"), histogram(paper, "en")
    told = sum(one.discrimination is not None for one in paper.items)
    dubious = [one for one in paper.items if is_dubious(one)]

    assert sum(len(trace["x"]) for trace in dots.data) == told
    assert len(dots.data[1]["x"]) == len(dubious)
    assert f"{told} questions" in dots.alt
    assert sum(bars.data[0]["y"]) == ENOUGH


def test_the_csv_has_a_row_for_each_question_with_the_figures_of_the_page() -> None:
    paper = answered(ENOUGH)
    head, *rows = csv.reader(io.StringIO(as_csv(paper, "zh").decode("utf-8-sig")))
    facility = head.index("facility")

    assert [row[0] for row in rows] == list(items())
    assert [float(row[facility]) for row in rows] == [
        pytest.approx(one.facility, abs=1e-4) for one in paper.items
    ]


def test_a_paper_is_read_by_one_query() -> None:
    asked = statements(records_here())
    paper_of(records_here(), StudentSelection("A"), all_exercises(), with_unfinished=True)

    assert len(asked) == 1


def test_the_way_to_the_desk_leads_to_the_line_of_the_question() -> None:
    exercise = all_exercises()[items()[3]]
    entry = find(file_of(exercise))
    assert entry is not None
    text = entry.file.text() or ""
    source = parse(text, entry.name)
    line, _ = source.place(place_of_item(source.value, exercise.id))

    assert text.split("\n")[line - 1].strip() == f"- id: {exercise.id}"
    assert place_of_item(source.value, "gone") == ()
    assert place_of_item(None, exercise.id) == ()


def test_a_stem_is_told_in_one_line_without_marks_and_what_is_drawn() -> None:
    stem = stem_of(all_exercises()["churn.quiet-rate"], "en")

    assert stem.startswith("Take those of your … customers who have ordered")
    assert not {"*", "{", "\n"} & set(stem)
