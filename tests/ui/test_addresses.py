"""Addresses typed by hand: what is asked for is shown, or one sentence says what is not there."""

from collections.abc import Iterator

import pytest

from course import find_lesson
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from simulations import catalogue
from tests.ui.panels import panel
from tests.ui.reader import errors, open_page, own_record, said
from web.addresses import MISSING
from web.runs import MOST_CUSTOMERS


@pytest.fixture(scope="module", autouse=True)
def _record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_record(tmp_path_factory.mktemp("record")):
        yield


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_names_the_page_that_is_not_there_and_shows_the_course(language: Language) -> None:
    page = open_page("", language, **{MISSING: "nopage"})

    assert errors(page) == [say("page_missing", language, page="nopage")]
    assert page.title[0].value == say("map_title", language)


def test_what_an_address_says_is_shown_letter_by_letter() -> None:
    home = open_page("", "en", **{MISSING: "[here](//far)"})
    lesson = open_page("satisfaction", "en", step="**9**")

    assert "[here]" not in errors(home)[0]
    assert "**9**" not in errors(lesson)[0]


@pytest.mark.parametrize("step", ["abc", "0", "26", "-1", "²"])
def test_a_step_that_is_not_there_leads_to_the_first(step: str) -> None:
    page = open_page("satisfaction", "en", step=step)

    assert len(errors(page)) == 1
    assert page.title[0].value == find_lesson("satisfaction").steps[0].title.en


def test_an_unknown_language_is_not_in_the_readers_way() -> None:
    page = open_page("satisfaction", "en", lang="xx", step="1")

    assert errors(page) == []


@pytest.mark.parametrize("n", [1, 49, 50, 77, 2_000, 20_000])
def test_free_play_opens_with_any_number_of_customers_that_a_page_can_run(n: int) -> None:
    page = open_page("lab", "en", sim="recovery", n=str(n))

    assert errors(page) == []
    assert page.session_state["lab:recovery:n"] == n


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ({"sim": "nope"}, "nope"),
        ({"sim": "satisfaction", "view": "nope"}, "promise"),
        ({"sim": "satisfaction", "seed": "-1"}, "seed"),
        ({"sim": "satisfaction", "expectation": "9e99"}, "120"),
        ({"sim": "satisfaction", "expectatoin": "80"}, "expectation"),
        ({"sim": "satisfaction", "n": str(MOST_CUSTOMERS + 1)}, str(MOST_CUSTOMERS)),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_free_play_says_what_an_address_asks_in_vain_and_plays_on(
    address: dict[str, str], words: str, language: Language
) -> None:
    page = open_page("lab", language, **address)

    assert len(errors(page)) == 1
    assert words in errors(page)[0].replace("\\", "").replace(",", "")
    assert panel(page).controls


def test_the_lab_page_names_the_simulation_of_the_address() -> None:
    names = sorted(catalogue())

    assert open_page("lab", "en", sim=names[-1]).selectbox[0].value == names[-1]
    assert say("lab_lead", "en") in said(open_page("lab", "en"))
