"""An option that gives itself away is told while its author still writes."""

import pytest

from course.bank_lint import written_findings
from tests.exercises.banks import ONE, exercise


def warned(item: str) -> dict[tuple[str | int, ...], str]:
    """What is said of the words of an item, by the way to them."""
    return {one.loc: one.message.en for one in written_findings(exercise(item))}


def test_a_key_that_is_by_far_the_longest_is_told_in_its_own_language() -> None:
    english = warned(ONE.replace("{en: Alpha, zh: 甲}", "{en: Alpha beta, zh: 甲}"))
    chinese = warned(ONE.replace("{en: Alpha, zh: 甲}", "{en: Alpha, zh: 甲乙丙}"))

    assert english == {("options", 0): "In English the right option is the longest by more than a fifth."}
    assert chinese == {("options", 0): "In Chinese the right option is the longest by more than a fifth."}


def test_a_key_that_is_a_little_longer_is_let_pass() -> None:
    assert warned(ONE.replace("{en: Gamma, zh: 丙}", "{en: Gamma delta, zh: 丙丁}")) == {}


@pytest.mark.parametrize(
    ("option", "language", "word"),
    [("{en: Never beta, zh: 乙}", "en", "Never"), ("{en: Beta, zh: 一定是乙}", "zh", "一定")],
)
def test_a_wrong_option_that_exaggerates_is_told(option: str, language: str, word: str) -> None:
    found = warned(ONE.replace("{en: Beta, zh: 乙}", option))

    assert found == {("options", 1, "text", language): f"“{word}” gives a wrong option away."}
