"""What the session keeps under a key: its default before anything is said, and one value for each id."""

import pytest

from ui import session
from ui.session import SessionKey, SessionKeys, forget_where


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What a session would keep."""
    values: dict[str, object] = {}
    monkeypatch.setattr(session, "_state", lambda: values)
    return values


def test_a_key_says_its_default_until_something_is_kept_and_again_once_it_is_taken(
    kept: dict[str, object],
) -> None:
    key = SessionKey("round", 0)

    assert (key.get(), key.is_kept) == (0, False)
    key.set(3)
    assert (key.get(), key.is_kept, kept) == (3, True, {"round": 3})
    assert (key.pop(), key.get(), kept) == (3, 0, {})


def test_what_is_begun_is_kept_and_begun_only_once(kept: dict[str, object]) -> None:
    key = SessionKey[list[str]]("open", [])
    key.begin([]).append("a")

    assert key.begin([]) == key.get() == kept["open"] == ["a"]
    assert key.default == []


def test_each_id_has_a_value_of_its_own_and_what_is_meant_is_forgotten(kept: dict[str, object]) -> None:
    step = SessionKeys("step:{}", 1)
    step("churn").set(4)
    step("loyalty").set(9)

    assert [step(name).get() for name in ("churn", "loyalty", "other")] == [4, 9, 1]
    forget_where(lambda name: name.endswith("churn"))
    assert kept == {"step:loyalty": 9}
