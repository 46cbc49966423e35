"""What the columns of the record keep comes out as it went in, on both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from classroom.records.tables.columns import UtcDateTime, WholeText

DIALECTS: list[Dialect] = [sqlite.dialect(), postgresql.dialect()]  # type: ignore[no-untyped-call]
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
LETTERS = st.text(st.sampled_from("a0\x00\U000f000001") | st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: one.name)
@given(words=LETTERS)
def test_a_text_comes_out_letter_by_letter_and_no_server_sees_the_letter_0(
    dialect: Dialect, words: str
) -> None:
    kept = WholeText().process_bind_param(words, dialect)

    assert kept is not None
    assert dialect.name != "postgresql" or "\x00" not in kept
    assert WholeText().process_result_value(kept, dialect) == words


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: one.name)
def test_no_text_and_no_time_stay_none(dialect: Dialect) -> None:
    for column in (WholeText(), UtcDateTime()):
        assert column.process_bind_param(None, dialect) is None
        assert column.process_result_value(None, dialect) is None


@given(st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=ZONES))
def test_a_time_of_any_zone_comes_out_as_the_same_moment_in_utc(at: datetime) -> None:
    kept = UtcDateTime().process_bind_param(at, DIALECTS[0])

    assert kept is not None
    for told in (kept, kept.replace(tzinfo=None), kept.astimezone(timezone(timedelta(hours=8)))):
        found = UtcDateTime().process_result_value(told, DIALECTS[0])

        assert found == at
        assert found is not None
        assert found.tzinfo is UTC


def test_a_clock_that_tells_no_zone_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="must tell its time zone"):
        UtcDateTime().process_bind_param(datetime(2026, 3, 2), DIALECTS[0])
