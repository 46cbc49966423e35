"""Disliked words, blanks before per cent and hyphens as minus are found; what is not prose is let be."""

import pytest

from courseware.text import Text
from courseware.wording import slips

FINE = Text(en="Fine.", zh="好。")


def told(en: str = FINE.en, zh: str = FINE.zh) -> list[tuple[str, str]]:
    """The language and the English sentence of every slip."""
    return [(language, message.en) for language, (message, _) in slips(Text(en=en, zh=zh))]


@pytest.mark.parametrize(
    ("en", "zh", "found"),
    [
        ("The purse is empty.", FINE.zh, ("en", "The field does not say purse.")),
        (FINE.en, "提高转移成本。", ("zh", "The field does not say 转移成本.")),
        ("About 5 % of them.", FINE.zh, ("en", "There is a blank before the per cent sign: 5 %.")),
        (FINE.en, "约 5 %。", ("zh", "There is a blank before the per cent sign: 5 %.")),
        ("A gap of -5 points.", FINE.zh, ("en", "A hyphen stands for a minus: -5.")),
    ],
)
def test_a_slip_is_told_with_its_language(en: str, zh: str, found: tuple[str, str]) -> None:
    assert told(en, zh) == [found]


@pytest.mark.parametrize(
    "en",
    ["5% of 2019-2021", "`=A1-5`", "a gap of −5", "{{gap - 5}}", "pp. 3-7", "COVID-19", "[[purse|a budget]]"],
)
def test_what_is_no_slip_is_let_be(en: str) -> None:
    assert told(en) == []
