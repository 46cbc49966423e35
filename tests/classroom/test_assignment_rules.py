"""What holds for one student at one moment: it never gets better by waiting, nor worse by an extension."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from classroom.assignment_rules import AssignmentRules, Extension
from lessons import DatedAssignment, LateRule

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
LATE = LateRule(days=3, per_day=0.1, floor=0.75)
HOMEWORK = DatedAssignment(mode="graded", opens_at=NOON - 7 * DAY, due_at=NOON, late=LATE)

moments = st.integers(-20_000, 20_000).map(lambda minutes: NOON + timedelta(minutes=minutes))
extensions = st.builds(
    Extension,
    due_at=st.none() | moments,
    time_factor=st.floats(1, 3),
    extra_tries=st.integers(0, 5),
)
lates = st.none() | st.builds(
    LateRule, days=st.integers(1, 14), per_day=st.floats(0, 1), floor=st.floats(0, 1)
)
homeworks = st.builds(
    DatedAssignment,
    mode=st.just("graded"),
    opens_at=st.just(NOON - 3 * DAY),
    due_at=st.just(NOON),
    late=lates,
    tries=st.none() | st.integers(1, 5),
)
exams = st.builds(
    DatedAssignment,
    mode=st.just("exam"),
    minutes=st.integers(5, 180),
    opens_at=st.just(NOON - timedelta(hours=2)),
    due_at=st.just(NOON),
)


def test_each_day_that_has_begun_takes_its_share_down_to_the_floor() -> None:
    rules = AssignmentRules(HOMEWORK)
    shares = [
        rules.share(NOON + ahead)
        for ahead in (
            -8 * DAY,
            -DAY,
            timedelta(0),
            timedelta(minutes=1),
            DAY,
            1.5 * DAY,
            2.5 * DAY,
            3.1 * DAY,
        )
    ]

    assert shares == [0, 1, 1, 0.9, 0.9, 0.8, 0.75, 0]
    assert rules.state(NOON - 8 * DAY) == "ahead"
    assert rules.state(NOON + 3.1 * DAY) == "closed"


def test_what_a_retry_earns_falls_at_the_due_time_and_then_day_by_day() -> None:
    rules = AssignmentRules(HOMEWORK)

    assert rules.next_change(NOON - DAY) == NOON
    assert rules.next_change(NOON + timedelta(hours=1)) == NOON + DAY
    assert rules.next_change(NOON + 3.1 * DAY) is None


def test_tries_follow_the_assignment_and_extra_ones_earn_what_the_last_does() -> None:
    plan = HOMEWORK.model_copy(update={"tries": 2})
    terms = AssignmentRules(plan, Extension(extra_tries=2)).terms((1, 0.75, 0.5), NOON + timedelta(minutes=1))

    assert terms.rates == (0.9, 0.75 * 0.9, 0.5 * 0.9, 0.5 * 0.9)
    assert not terms.is_over


def test_a_factor_of_extra_time_lengthens_the_minutes_and_the_end_for_who_begins_last() -> None:
    exam = DatedAssignment(mode="exam", minutes=60, opens_at=NOON - 2 * DAY, due_at=NOON)
    hour = timedelta(hours=1)
    slow = AssignmentRules(exam, Extension(time_factor=1.5))

    assert AssignmentRules(exam).ends_at(NOON - 3 * hour) == NOON - 2 * hour
    assert slow.ends_at(NOON - 3 * hour) == NOON - 1.5 * hour
    assert AssignmentRules(exam).ends_at(NOON - hour) == NOON
    assert slow.ends_at(NOON - hour) == NOON + 0.5 * hour


@given(homeworks, extensions, moments, moments)
def test_waiting_never_earns_more_once_it_is_open(
    plan: DatedAssignment, extension: Extension, one: datetime, other: datetime
) -> None:
    rules = AssignmentRules(plan, extension)
    early, late = sorted((max(one, NOON - 3 * DAY), max(other, NOON - 3 * DAY)))

    assert rules.share(early) >= rules.share(late)


@given(homeworks | exams, extensions, moments)
def test_an_extension_never_takes_anything_away(
    plan: DatedAssignment, extension: Extension, at: datetime
) -> None:
    plain, extended = AssignmentRules(plan), AssignmentRules(plan, extension)

    assert extended.share(at) >= plain.share(at)
    assert extended.is_open(at) >= plain.is_open(at)
    assert len(extended.terms((1, 0.5), at).rates) >= len(plain.terms((1, 0.5), at).rates)


@given(exams, extensions, st.integers(0, 120))
def test_a_sitting_lasts_the_students_own_minutes_and_never_beyond_their_own_end(
    plan: DatedAssignment, extension: Extension, after: int
) -> None:
    begun = NOON - timedelta(minutes=120 - after)
    plain, extended = AssignmentRules(plan), AssignmentRules(plan, extension)

    assert begun <= plain.ends_at(begun) <= extended.ends_at(begun)
    assert extended.closes_at is not None
    assert extended.ends_at(begun) <= extended.closes_at
    assert extended.ends_at(begun) - begun <= timedelta(minutes=plan.minutes or 0) * extension.time_factor
