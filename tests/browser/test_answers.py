"""Exercises of every lesson, answered as a student may answer them: unreadably, wrongly, and right.

All kinds of field are filled in on the screen. An order and the sliders of a simulation hold a readable
answer from the first moment on, so no hand can leave them unreadable; for those two an empty answer
is sent past the screen, and the page must show that it cost nothing.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from classroom import open_store, submit
from course import all_exercises, lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language, Text
from exercises import Assign, Grade, earn, grade, reveal, right_response, wrong_response
from exercises.kinds.choice import ChoiceItem
from tests.browser.contexts import Contexts
from tests.browser.desk import Desk, Seat
from tests.browser.eavesdropper import seen_in
from tests.browser.server import Lab, lab_in
from tests.browser.thorough import is_thorough
from tests.browser.visitor import Visitor, settled

pytestmark = pytest.mark.xdist_group("answers")  # they share a server


def chosen() -> frozenset[str]:
    """The exercises that are answered: one of each form that the lab marks, or all of them."""
    asked = (name for lesson in lesson_registry().lessons().values() for name in lesson.items())
    items = [name for name in asked if not all_exercises()[name].is_marked_by_hand]
    return frozenset(items if is_thorough() else {form(name): name for name in reversed(items)}.values())


def form(name: str) -> tuple[str, bool]:
    """The kind of a question, and whether several options are to be ticked."""
    item = all_exercises()[name].item
    return item.type, isinstance(item, ChoiceItem) and item.several


# English for the odd ones, Chinese for the even ones; those of one step and language stand together,
# so that the page is opened once for all of them.
CHOSEN = chosen()
EVERY = [
    pytest.param(f"/{lesson.id}?step={n}&question={place}", name, language, id=f"{name}-{language}")
    for lesson in lesson_registry().lessons().values()
    for n, step in enumerate(lesson.steps, 1)
    if step.kind == "exercise"
    for parity, language in enumerate(LANGUAGES)
    for place, name in list(enumerate(step.items, 1))[parity :: len(LANGUAGES)]
    if name in CHOSEN
]


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A lab of its own, since an exercise can be answered for the first time only once."""
    with lab_in(tmp_path_factory.mktemp("answered")) as running:
        yield running


@pytest.fixture(scope="module")
def desk(answered: Lab, contexts: Contexts) -> Iterator[Desk]:
    """One desk for all exercises."""
    someone = Visitor(contexts, answered.address)
    store = open_store(answered.folder / "lab.db", lambda: datetime.now(UTC))
    desk = Desk(someone, store)
    yield desk
    desk.leave()
    store.close()


# 11 s: an answer is sent, marked and shown until no try is left; sliders are marked by twenty runs
@pytest.mark.parametrize(("path", "name", "language"), EVERY)
def test_an_answer_costs_a_try_only_if_it_can_be_read_and_only_a_right_one_is_explained(
    desk: Desk, path: str, name: str, language: Language
) -> None:
    seat = desk.sit_down(path, all_exercises()[name], language)

    answer_unreadably(seat)
    has_second = len(seat.exercise.attempts.points) > 1
    mark = answer_wrongly(seat) if has_second else None
    answer_right(seat, mark)

    assert not desk.visitor.errors


def answer_unreadably(seat: Seat) -> None:
    """The page says that nothing was lost, and nothing is."""
    attempts = len(seat.exercise.attempts.points)
    seat.expect_attempts_left(attempts)

    if seat.spoil():
        seat.send()
        assert say("verdict_invalid", seat.language) in seat.verdict("invalid")
    else:
        assert submit(seat.store, seat.student, seat.exercise, {}).invalid

    seat.expect_attempts_left(attempts)
    assert seat.stands.attempts_used == 0


def answer_wrongly(seat: Seat) -> Grade:
    """The page says why, takes one try, and knows no more of the right answer than before."""
    response = wrong(seat)
    mark = grade(seat.variant, response)
    assert isinstance(mark, Grade)

    seat.fill(response)
    seat.send()

    reasons = [why[seat.language] for part in mark.parts if (why := part.told(is_closed=False))]
    feedback = [mark.told(is_closed=False)[seat.language], *reasons]
    assert seen_in(seat.verdict("wrong", "partly"), feedback) == feedback
    assert seat.answered == response
    seat.expect_attempts_left(len(seat.exercise.attempts.points) - 1)
    assert not seen_in(seat.page.content(), secrets(reveal(seat.variant)))
    assert not seat.ears.heard(secrets(reveal(seat.variant)))
    return mark


def answer_right(seat: Seat, before: Grade | None) -> None:
    """The second try earns what the first left, at its own rate, or the only one all; why can be opened."""
    rates, solution = seat.exercise.attempts.points, reveal(seat.variant)

    seat.fill(right_response(seat.variant))
    seat.send()
    seat.verdict("right")
    settled(seat.page)
    seat.box.get_by_text(say("solution", seat.language), exact=True).click()

    expect(seat.box.get_by_test_id("stExpanderDetails")).to_be_visible()
    assert seen_in(seat.box.inner_text(), [solution[seat.language]])
    assert seat.ears.heard([solution[seat.language]])
    first = earn(rates, 1, before.score, 0, 0) if before else 0.0
    points = first + (earn(rates, 2, 1, 0, before.score) if before else earn(rates, 1, 1, 0, 0))
    seat.expect_in_head(say("earned", seat.language, points=f"{points:.2g}"))
    assert seat.answered == right_response(seat.variant)
    assert seat.stands.is_solved


def wrong(seat: Seat) -> Mapping[str, object]:
    """A wrong answer; of rows to be placed only the first is wrong, so that few need placing again."""
    bad, good, asked = wrong_response(seat.variant), right_response(seat.variant), seat.asked
    placed, misplaced = good[asked.name], bad[asked.name]
    if not isinstance(asked, Assign) or not isinstance(placed, dict) or not isinstance(misplaced, dict):
        return bad
    first = asked.rows[0].id
    return {asked.name: {**placed, first: misplaced[first]}}


def secrets(solution: Text) -> list[str]:
    """The right answer, and why it is right, in either language."""
    return [part for language in LANGUAGES for part in solution[language].split("\n\n", 1)]
