"""What the terminal says once the lab is open: addresses that can be typed, and no key."""

from itertools import count

import pytest

from courseware.text import LANGUAGES, Language
from web.greeting import greeting

EVERYWHERE = ".".join("0000")


def lines(
    host: str, language: Language = "en", number: str | None = "192.168.1.20", *, needs_key: bool = False
) -> str:
    """The greeting of a lab at port 8501."""
    links = (f"LINK{n}" for n in count(1))
    return greeting(
        host,
        8501,
        language,
        in_network=lambda: number,
        new_link=lambda: next(links),
        days=200,
        needs_key=needs_key,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lab_for_this_computer_alone_names_the_desk_and_no_link(language: Language) -> None:
    said = lines("127.0.0.1", language)

    assert "http://localhost:8501/desk" in said
    assert "LINK" not in said
    assert "192.168" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_lab_names_an_address_that_a_phone_can_type_and_a_link_for_each_computer(
    language: Language,
) -> None:
    said = lines(EVERYWHERE, language)

    assert "http://192.168.1.20:8501\n" in said
    assert "http://localhost:8501/desk/enter?link=LINK1" in said
    assert "http://192.168.1.20:8501/desk/enter?link=LINK2" in said
    assert EVERYWHERE not in said
    assert "200" in said


def test_without_a_network_the_link_leads_here_and_that_is_said() -> None:
    said = lines(EVERYWHERE, number=None)

    assert "http://localhost:8501/desk/enter?link=LINK1" in said
    assert "LINK2" not in said
    assert "no network" in said


def test_where_a_key_is_asked_for_no_line_promises_a_desk_without_one() -> None:
    for host in ("127.0.0.1", EVERYWHERE):
        said = lines(host, needs_key=True).splitlines()

        assert not [line for line in said if "/desk" in line and "link=LINK" not in line]


def test_a_lab_at_one_number_of_the_network_is_named_by_it() -> None:
    said = lines("192.168.1.7")

    assert "http://192.168.1.7:8501\n" in said
    assert "localhost" not in said
