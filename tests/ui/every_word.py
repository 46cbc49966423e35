"""Every page in the pseudo-language, in a process of its own: see test_every_word.py."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import pytest
from pydantic import JsonValue
from starlette.applications import Starlette
from streamlit import config

from classroom import owner_here, submit, variant_for
from course import lesson_registry
from courseware.interface import say
from exercises import Variant, right_response, wrong_response
from lessons import Step
from papers.pages.bar import PAPERS
from papers.words import word
from tests.ui.asked import Asked, all_asked
from tests.ui.pseudo import MARK, bare_words, marked, pseudo_language, shown
from tests.ui.reader import Reader, open_page, own_record
from tests.web.asker import Asker
from web.access.refusal import key_page, wait_page
from web.records import records_here
from web.routes import middleware
from web.routes.front import front_routes
from web.routes.printing import print_routes

PAGES: Final[tuple[tuple[str, Reader, dict[str, str]], ...]] = (
    ("", "student", {}),
    ("", "student", {"missing": "nowhere"}),
    ("lab", "student", {}),
    ("lab", "student", {"sim": "loyalty", "loyalty": "9000"}),
    ("my-customers", "student", {}),
    ("glossary", "student", {}),
    ("glossary", "student", {"term": "nowhere"}),
    ("my-summary", "student", {}),
    ("certificate", "student", {}),
    ("marks", "student", {}),
    ("gradebook", "teacher", {}),
    ("desk", "student", {}),
    ("desk", "teacher", {}),
    ("desk", "teacher", {"file": "lessons/satisfaction.yaml"}),
    ("desk", "teacher", {"file": "bank/churn.yaml"}),
    ("desk", "teacher", {"file": "lessons/glossary.yaml"}),
    ("desk", "teacher", {"file": "lessons/course.yaml"}),
    ("desk", "teacher", {"do": "adapt", "lesson": "churn"}),
    ("present", "teacher", {}),
    ("present", "teacher", {"lesson": "satisfaction", "slide": "5"}),
    ("speaker", "teacher", {"lesson": "satisfaction"}),
)


def of_each_kind() -> dict[str, tuple[str, int]]:
    """One step of each kind, with and without a prediction, a claim or sources: lesson and number."""
    found: dict[str, tuple[str, int]] = {}
    for lesson in lesson_registry().lessons().values():
        for number, step in enumerate(lesson.steps, 1):
            found.setdefault(_kind(step), (lesson.id, number))
    return found


def _kind(step: Step) -> str:
    has = [name for name in ("predict", "claim", "sources") if getattr(step, name, None)]
    return "-".join([step.kind, *has])


def questions() -> dict[str, Asked]:
    """One question of each kind, where it is asked."""
    return {one.exercise.kind: one for one in reversed(list(all_asked()))}


PLAIN: Final[Mapping[str, Callable[[], str]]] = {
    "wait": lambda: bytes(wait_page("en").body).decode(),
    "key": lambda: bytes(key_page("en", (say("desk_key_lead", "en"),)).body).decode(),
    "front": lambda: Asker(Starlette(routes=front_routes())).get("/lab").text,
}
STEPS: Final = of_each_kind()
QUESTIONS: Final = questions()


@pytest.fixture(scope="module", autouse=True)
def _in_the_pseudo_language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")  # papers are for teachers, as whom this computer asks
    with own_record(tmp_path_factory.mktemp("record")), pseudo_language():
        yield
    config.set_option("server.address", before)


def test_the_pseudo_language_tells_words_of_files_from_content_and_both_from_the_rest() -> None:
    said = f"{say('step_of', 'en', n=2, all=9)} · {marked('**Value** of {n}')} · Bare [words](/lab) 7"

    assert say("next", "en").startswith("⟦")
    assert word("minutes", n=4)["zh"].startswith("⟦")
    assert MARK not in say("next", "en")
    assert bare_words(said) == "Bare words"


@pytest.mark.parametrize(("path", "role", "address"), PAGES)
def test_a_page_says_nothing_of_its_own(path: str, role: Reader, address: dict[str, str]) -> None:
    pieces = list(shown(open_page(path, "en", role, **address)))

    assert any("⟦" in said for _, said in pieces)
    assert [(place, bare) for place, said in pieces if (bare := bare_words(said))] == []


@pytest.mark.parametrize("kind", STEPS)
def test_a_step_says_nothing_of_its_own(kind: str) -> None:
    lesson, number = STEPS[kind]
    pieces = list(shown(open_page(lesson, "en", step=str(number))))

    assert any(MARK in said for _, said in pieces)
    assert [(place, bare) for place, said in pieces if (bare := bare_words(said))] == []


@pytest.mark.parametrize("response", [right_response, wrong_response])
@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_verdict_on_an_answer_says_nothing_of_its_own(
    kind: str, response: Callable[[Variant], Mapping[str, JsonValue]]
) -> None:
    asked = QUESTIONS[kind]
    exercise = asked.exercise
    store = records_here()
    student = owner_here(store)
    submit(store, student, exercise, response(variant_for(store, student, exercise)))
    pieces = list(shown(open_page(asked.lesson, "en", **asked.address)))

    assert [(place, bare) for place, said in pieces if (bare := bare_words(said))] == []


@pytest.mark.parametrize("what", PAPERS)
def test_a_paper_says_nothing_of_its_own(what: str) -> None:
    asker = Asker(Starlette(routes=print_routes(), middleware=middleware()))
    page = asker.get(f"/print/{what}/churn?lang=en&seed=1", headers={"host": "localhost"}).text

    assert "⟦" in page
    assert MARK in page
    assert bare_words(page) == ""


@pytest.mark.parametrize("name", PLAIN)
def test_a_page_before_any_script_says_nothing_of_its_own(name: str) -> None:
    page = PLAIN[name]()

    assert "⟦" in page
    assert bare_words(page) == ""
