"""The settings of the web front: what they hold, and the sentence about one that cannot be used."""

import pytest

from courseware.problem import ReaderError
from web.settings import read_settings


def test_without_a_word_nobody_is_trusted_and_four_hundred_sit() -> None:
    said = read_settings({})

    assert (said.hosts, said.proxies, said.seats, said.seats_per_address) == ((), (), 400, 200)


def test_names_and_proxies_are_read_as_they_are_written() -> None:
    said = read_settings(
        {"LAB_HOSTS": " Lab.School.edu., *.school.edu ,[::1]", "LAB_PROXY": "127.0.0.1, 10.1.2.3/8"}
    )

    assert said.hosts == ("lab.school.edu", "*.school.edu", "::1")
    assert said.proxies == ("127.0.0.1/32", "10.0.0.0/8")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LAB_HOSTS", "https://lab.school.edu"),
        ("LAB_HOSTS", "*"),
        ("LAB_HOSTS", "a b"),
        ("LAB_PROXY", "*"),
        ("LAB_PROXY", "proxy.school.edu"),
        ("LAB_PROXY", "10.0.0.0/99"),
        ("LAB_SEATS", "0"),
        ("LAB_SEATS", "many"),
        ("LAB_SEATS", "-3"),
        ("LAB_SEATS", "²"),
        ("LAB_SEATS", "9" * 5000),
        ("LAB_SEATS_PER_ADDRESS", "1.5"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_value_in_both_languages(
    name: str, value: str
) -> None:
    with pytest.raises(ReaderError) as refused:
        read_settings({name: value})

    for language in ("en", "zh"):
        assert name in refused.value.text[language]
        assert value in refused.value.text[language]
