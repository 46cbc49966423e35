"""The CDNOW sample is the one that is in print."""

import numpy as np
import pytest

from datasets.cdnow import summarise, summary, transactions


def test_the_transactions_give_the_published_summary() -> None:
    ours, published = summarise(transactions()), summary()

    assert ours["customer"].tolist() == published["customer"].tolist()
    assert ours["frequency"].tolist() == published["frequency"].tolist()
    for column in ("recency", "T"):
        assert np.abs(ours[column] - published[column]).max() <= 0.0051


def test_the_counts_are_those_of_the_literature() -> None:
    bought, known = transactions(), summary()

    assert len(bought["customer"]) == 6919
    assert len(known["customer"]) == 2357
    assert (known["frequency"] > 0).sum() == 946
    assert known["frequency"].sum() == 2457
    assert np.bincount(known["frequency"])[:7].tolist() == [1411, 439, 214, 100, 62, 38, 29]


def test_everybody_came_in_the_first_quarter_and_was_watched_to_the_middle_of_the_next_year() -> None:
    bought = transactions()
    first = np.array([bought["ordered_on"][bought["customer"] == one].min() for one in range(1, 2358, 50)])

    assert first.max() <= np.datetime64("1997-03-31")
    assert bought["ordered_on"].max() == np.datetime64("1998-06-30")


def test_the_amounts_are_the_dollars_of_the_file() -> None:
    assert transactions()["amount_cents"][:3].tolist() == [2933, 2973, 1496]
    assert transactions()["amount_cents"].sum() / 100 == pytest.approx(244_091.94, abs=200)
