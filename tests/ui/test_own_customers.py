"""My customers: found by search and filters, told as far as the lessons have begun."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from classroom import own_table, owner_here, submit, variant_for, visit
from course import all_exercises, lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from datasets import find
from exercises import right_response
from lessons import ExerciseStep
from tests.ui.reader import errors, open_page, own_record, said
from ui.own_customers import MINE, PORTRAIT
from ui.prose import literal, shorten
from ui.withheld import works_out
from web.records import records_here

PATH = "my-customers"


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def begin(lesson: str) -> None:
    store = records_here()
    first = lesson_registry().lessons()[lesson].steps[0]
    visit(store, owner_here(store), lesson, first.id)


def customers(page: AppTest) -> pd.DataFrame:
    table: pd.DataFrame = page.dataframe[0].value
    return table


def mine() -> dict[str, list[object]]:
    store = records_here()
    return {name: column.tolist() for name, column in own_table(store, owner_here(store), MINE).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_any_lesson_the_page_shows_who_the_customers_are_and_what_will_come(
    language: Language,
) -> None:
    page = open_page(PATH, language)

    assert errors(page) == []
    assert list(customers(page)) == ["number", "name", "segment", "city"]
    assert len(customers(page)) == 120
    assert PORTRAIT.column("quadrant").title[language] in said(page)


@pytest.mark.parametrize("lesson", [name for name in lesson_registry().names() if PORTRAIT.taught(name)])
def test_a_lesson_that_was_begun_adds_its_columns_and_filters(lesson: str) -> None:
    begin(lesson)

    page = open_page(PATH, "en")

    graded = [all_exercises()[item] for item in lesson_registry().lessons()[lesson].items("graded")]
    asked = {
        name
        for name in PORTRAIT.taught(lesson)
        for sources in [PORTRAIT.column(name).worked_out_from]
        if sources and any(works_out(one, name, sources) for one in graded)
    }
    assert set(customers(page)) & set(PORTRAIT.taught(lesson)) == set(PORTRAIT.taught(lesson)) - asked


@pytest.mark.parametrize("lesson", ["satisfaction", "loyalty"])
def test_what_graded_questions_ask_for_appears_with_its_filter_once_they_are_closed(lesson: str) -> None:
    begin(lesson)
    asked = [name for name in PORTRAIT.taught(lesson) if PORTRAIT.column(name).worked_out_from]
    titles = [PORTRAIT.column(name).title["en"] for name in asked]
    before = open_page(PATH, "en", customer="C-000017")
    solve(lesson)

    after = open_page(PATH, "en", customer="C-000017")

    assert asked
    assert not set(asked) & set(customers(before))
    assert set(asked) <= set(customers(after))
    assert all(title in said(before) for title in titles)
    coded = {PORTRAIT.column(name).title["en"] for name in asked if PORTRAIT.column(name).choices}
    assert {choice.label for choice in after.multiselect} - {
        choice.label for choice in before.multiselect
    } == coded
    words = {text.en for name in asked for text in PORTRAIT.column(name).choices.values()}
    assert not any(f"{word}." in said(before) or f"({word})." in said(before) for word in words)
    assert any(f"{word}." in said(after) or f"({word})." in said(after) for word in words)


def solve(lesson: str) -> None:
    """Answers every graded question of a lesson."""
    store = records_here()
    student = owner_here(store)
    for item in lesson_registry().lessons()[lesson].items("graded"):
        exercise = all_exercises()[item]
        submit(store, student, exercise, right_response(variant_for(store, student, exercise)))


def test_the_table_beside_a_later_homework_holds_no_answer_of_an_earlier_one() -> None:
    lesson = lesson_registry().lessons()["lifetime_value"]
    step = next(
        n for n, one in enumerate(lesson.steps, 1) if isinstance(one, ExerciseStep) and one.mode == "graded"
    )

    heads = set(customers(open_page(lesson.id, "en", step=str(step))))

    assert PORTRAIT.column("expected").head("en") in heads
    assert PORTRAIT.column("quadrant").head("en") not in heads


def test_the_columns_that_a_question_is_about_stand_first_in_its_table() -> None:
    lesson = lesson_registry().lessons()["churn"]
    step = next(n for n, one in enumerate(lesson.steps, 1) if one.id == "your-lost")

    heads = list(customers(open_page(lesson.id, "zh", step=str(step))))

    assert heads[:6] == ["编号", "客户号", "姓名", "订单数（次）", "客户年龄（周）", "距末单（周）"]


def test_a_lesson_is_called_by_one_name_everywhere() -> None:
    begin("satisfaction")
    other = lesson_registry().lessons()["loyalty"]
    planned = next(entry for entry in lesson_registry().course().entries if entry.id == other.id)

    home, mine_ = open_page("", "en"), open_page(PATH, "en")

    assert other.title != planned.title
    assert planned.title.en not in said(home)
    assert f"**{other.title.en}**" in [link.proto.label for link in mine_.get("page_link")]


def test_the_customers_are_those_of_the_lessons() -> None:
    begin("satisfaction")

    page = open_page(PATH, "en")

    store = records_here()
    survey = own_table(store, owner_here(store), MINE.model_copy(update={"dataset": "customers"}))
    assert customers(page)["name"].tolist() == survey["name"].tolist()
    assert customers(page)["expected"].tolist() == survey["expected"].tolist()


def test_searching_for_a_number_leaves_one_customer_and_tells_the_story() -> None:
    begin("satisfaction")
    page = open_page(PATH, "en")

    page.text_input(key="own-search").set_value("c-000017").run()

    table = mine()
    assert customers(page)["number"].tolist() == ["C-000017"]
    assert f"Expected {table['expected'][16]:.1f} points" in said(page)
    assert "loyalty)." not in said(page)


def test_a_filter_leaves_only_the_customers_of_that_kind() -> None:
    page = open_page(PATH, "zh")

    page.multiselect(key="own-filter:segment").select("quality").run()

    assert set(customers(page)["segment"]) == {find("portrait").column("segment").choices["quality"]["zh"]}
    assert len(customers(page)) == mine()["segment"].count("quality")


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_nobody_fits_the_page_says_what_to_do_and_one_click_brings_all_back(language: Language) -> None:
    page = open_page(PATH, language)
    page.text_input(key="own-search").set_value("???").run()

    assert len(page.info) == 1
    assert not page.dataframe

    page.button[-1].click().run()
    assert errors(page) == []
    assert len(customers(page)) == 120


def test_an_address_opens_the_story_of_a_customer() -> None:
    page = open_page(PATH, "zh", customer="C-000003")

    assert "C-000003" in said(page)
    assert "，住在" in said(page)


def test_an_address_with_a_number_that_is_not_ones_own_says_so() -> None:
    page = open_page(PATH, "en", customer="C-999999")

    assert f"None of your customers has the number {literal('C-999999')}" in said(page)
    assert not page.exception


@pytest.mark.parametrize("typed", ["3", "c-3", " C-000003 ", "Ｃ－０００００３"])
def test_an_address_finds_a_customer_however_the_number_is_typed(typed: str) -> None:
    page = open_page(PATH, "en", customer=typed)

    assert "** · C-000003" in said(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["Chen", "C-", "-3", "1e3", "9" * 5000])
def test_an_address_that_names_no_customer_says_so_with_what_came(typed: str, language: Language) -> None:
    page = open_page(PATH, language, customer=typed)

    assert say("own_unknown", language, number=literal(shorten(typed))) in said(page)


def test_an_address_without_a_number_asks_whom_to_choose() -> None:
    assert say("own_choose", "en") in said(open_page(PATH, "en", customer=" "))


def test_an_address_prevails_over_an_old_search_and_a_new_search_over_the_address() -> None:
    page = open_page(PATH, "en", customer="C-000003")
    page.text_input(key="own-search").set_value("C-000017").run()
    assert "** · C-000017" in said(page)

    page.query_params["customer"] = "C-000003"
    page.run()
    assert "** · C-000003" in said(page)


def test_every_page_leads_to_the_customers() -> None:
    page = open_page("", "en")

    assert say("own_customers", "en") in [link.proto.label for link in page.get("page_link")]
