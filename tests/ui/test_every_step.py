"""Every step of every lesson, and every page, in both languages."""

from collections.abc import Iterator

import pytest

from course import lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from lessons import Step
from simulations import catalogue
from tests.ui.panels import panel
from tests.ui.reader import errors, open_page, own_record
from web.addresses import Page

STEPS = [
    pytest.param(lesson.id, n, step, language, id=f"{lesson.id}-{step.id}-{language}")
    for lesson in lesson_registry().lessons().values()
    for n, step in enumerate(lesson.steps, 1)
    for language in LANGUAGES
]


@pytest.fixture(scope="module", autouse=True)
def _record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_record(tmp_path_factory.mktemp("record")):
        yield


@pytest.mark.slow
@pytest.mark.parametrize(("lesson", "n", "step", "language"), STEPS)
def test_a_step_opens_at_its_address_in_either_language(
    lesson: str, n: int, step: Step, language: Language
) -> None:
    page = open_page(lesson, language, step=str(n))

    assert errors(page) == []
    assert page.title[0].value == step.title[language]
    assert page.query_params["step"] == str(n)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", Page)
def test_a_page_without_steps_opens_in_either_language(asked: Page, language: Language) -> None:
    page = open_page(asked.value.url, language, "teacher" if asked.value.reader == "teachers" else "student")

    assert errors(page) == []
    assert page.title


@pytest.mark.parametrize("asked", [page for page in Page if page.value.reader == "teachers"])
def test_a_page_for_teachers_tells_others_how_to_get_in_and_no_more(asked: Page) -> None:
    page = open_page(asked.value.url, "en")

    assert [one.value for one in page.main.markdown][-1] == say("desk_closed_why", "en")
    assert {button.key for button in page.button} <= {"FormSubmitter:who-bar-Save"}


@pytest.mark.parametrize("simulation", catalogue())
def test_every_simulation_can_be_played_freely_from_an_address(simulation: str) -> None:
    for view in catalogue()[simulation].views:
        page = open_page("lab", "zh", sim=simulation, view=view, seed="7")

        assert errors(page) == []
        assert panel(page).message["said"] == catalogue()[simulation].words.views[view].message["zh"]


def test_an_address_with_a_wrong_value_says_what_is_allowed_and_shows_the_defaults() -> None:
    page = open_page("lab", "en", sim="satisfaction", expectation="9000")

    assert "from 0 to 120" in page.warning[0].value
    assert not page.error


def test_a_step_that_does_not_exist_leads_to_the_beginning() -> None:
    page = open_page("satisfaction", "en", step="99")

    assert "no step 99" in page.warning[0].value
    assert page.title[0].value == lesson_registry().lesson("satisfaction").steps[0].title["en"]  # type: ignore[union-attr]
