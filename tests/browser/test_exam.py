"""An exam in the browser: the clock is the server's, who is cut off goes on, and the end comes by itself."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import update

from classroom import Store, Student, open_store
from classroom.assignments.sittings import Sitting, questions_of, sitting_of
from classroom.assignments.store import Assignment, assigned_to, make
from classroom.classes import students_of
from classroom.records import tables
from classroom.sign_in.sessions import sign_in
from course import all_exercises
from courseware.interface import say
from lessons import DatedAssignment
from tests.browser.server import Lab, lab_in
from tests.browser.visitor import Visitor, is_cut_off, settled
from tests.classroom.school import make_class
from ui.dates import at_school
from web.access.cookies import cookie_name

NUMBERS: Final = [one.id for one in all_exercises().values() if one.kind == "number" and one.data is None][:2]
MINUTES: Final = 40
WRONG_CLOCK: Final = "const right = Date.now; Date.now = () => right() + 3 * 3600 * 1000;"
"""The clock of this computer is three hours ahead."""


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """A lab in which nobody is at home."""
    with lab_in(tmp_path, {"LAB_SHARED": "1", "LAB_CLASS": "1"}) as running:
        yield running


@pytest.fixture
def record(lab: Lab) -> Iterator[Store]:
    """The record that the lab writes in."""
    store = open_store(lab.folder / "lab.db", lambda: datetime.now(UTC))
    yield store
    store.close()


@pytest.fixture
def li(record: Store) -> Student:
    """The only student of a class that is set an exam."""
    of = make_class(record, "营销 1 班", [("24001", "李华")])
    plan = {
        "mode": "exam",
        "minutes": MINUTES,
        "use": NUMBERS,
        "due_at": datetime.now(UTC) + timedelta(hours=2),
    }
    make(record, of, DatedAssignment.model_validate(plan), None, by="instructor")
    return students_of(record, of)[0]


# 12 s: two devices are seated one after the other, and the last seconds of the exam pass
def test_an_exam_runs_by_the_servers_clock_goes_on_after_a_cut_and_ends_by_itself(
    visitor: Visitor, record: Store, li: Student
) -> None:
    exam = assigned_to(record, li)[0].assignment
    first = signed_in(visitor, record, li)
    with first.add_init_script(WRONG_CLOCK):
        turn_to(first, exam, visitor.address)
    first.get_by_role("button", name=say("exam_begin", "zh"), exact=True).click()
    settled(first)
    begun = found(record, li, exam)

    assert begun.ends_at - begun.begun_at == timedelta(minutes=MINUTES)
    assert is_about_the_time_left(first, begun)
    write(first, 1, "4711.5")
    write(first, 2, "4712.5")
    expect(first.locator(".st-key-exam-head")).to_contain_text(say("exam_answered", "zh", n=2, all=2))
    cut(visitor, first)

    again = signed_in(visitor, record, li)
    turn_to(again, exam, visitor.address)
    assert found(record, li, exam) == begun
    assert is_about_the_time_left(again, begun)
    assert not is_cut_off(again)
    expect(field(again, 1)).to_have_value("4711.5")
    expect(field(again, 2)).to_have_value("4712.5")
    write(again, 2, "4713.5")
    expect(again.get_by_text(say("exam_kept", "zh"), exact=True)).to_be_visible()
    end_soon(record, begun)
    again.reload()

    ended = again.get_by_test_id("stAlert").filter(has_text="自动交卷")
    expect(ended).to_be_visible()
    handed_in = found(record, li, exam)
    when = at_school(handed_in.ends_at)
    expect(ended).to_contain_text(say("exam_ended_clock", "zh", when=when))
    expect(again.get_by_role("textbox")).to_have_count(0)
    expect(again.get_by_text(say("exam_wait", "zh"))).to_be_visible()
    assert (handed_in.handed_in_by, handed_in.handed_in_at) == ("clock", handed_in.ends_at)
    answers = [one.attempts[-1].response for one in questions_of(record, li, handed_in)]
    assert answers == [{"answer": "4711.5"}, {"answer": "4713.5"}]


def signed_in(visitor: Visitor, record: Store, student: Student) -> Page:
    """A phone on which the student is signed in."""
    page = visitor.sit_down(screen="phone", language="zh")
    name, token = cookie_name("lab_student", record), sign_in(record, student)
    page.context.add_cookies([{"name": name, "value": token, "url": visitor.address}])
    return page


def turn_to(page: Page, exam: Assignment, lab: str) -> None:
    """Goes to the exam."""
    page.goto(f"{lab}/exam?exam={exam.id}&lang=zh")
    settled(page)


def found(record: Store, student: Student, exam: Assignment) -> Sitting:
    """The sitting as it stands in the record."""
    sitting = sitting_of(record, student, exam)
    assert sitting is not None
    return sitting


def field(page: Page, number: int) -> Locator:
    """Where the answer to a question is typed."""
    return page.locator(f".st-key-exam-question-{number}").get_by_role("textbox")


def write(page: Page, number: int, typed: str) -> None:
    """Types an answer and goes on, which keeps it."""
    field(page, number).fill(typed)
    field(page, number).blur()
    settled(page)


def is_about_the_time_left(page: Page, sitting: Sitting) -> bool:
    """Whether the page shows what the record leaves, to a few seconds that pass meanwhile."""
    minutes, seconds = page.locator("[data-lab-left]").inner_text().split(":")
    left = (sitting.ends_at - datetime.now(UTC)).total_seconds()
    return 0 <= int(minutes) * 60 + int(seconds) - left <= 3


def cut(visitor: Visitor, page: Page) -> None:
    """The browser of this page is gone, with all that it knew."""
    gone = next(warm for warm in visitor.taken if warm.context == page.context)
    visitor.taken.remove(gone)
    gone.context.close()


def end_soon(record: Store, sitting: Sitting) -> None:
    """The exam has only some seconds left."""
    soon = update(tables.sitting).where(tables.sitting.c.id == sitting.id)
    with record.write() as connection:
        connection.execute(soon.values(ends_at=datetime.now(UTC) + timedelta(seconds=3)))
