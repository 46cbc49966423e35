"""What others typed, or an address names, is shown letter by letter; what is not there is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here
from courseware.text import LANGUAGES, Language
from tests.ui.reader import open_page, own_record
from ui.prose import literal
from web.records import records_here


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def labels(page: AppTest) -> list[str]:
    """What the parts that fold out are called."""
    return [part.proto.popover.label for part in page.get("popover")]


def test_a_name_in_the_bar_is_shown_letter_by_letter() -> None:
    store = records_here()
    store.rename(owner_here(store), "**Li** :smile: $x$")

    page = open_page("", "en")

    assert literal("**Li** :smile: $x$") in labels(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("glossary", {"term": "*nothing*"}),
        ("summary", {"lesson": "*nothing*"}),
        ("", {"missing": "*nothing*"}),
    ],
)
def test_what_an_address_names_and_is_not_there_is_told(
    path: str, asked: dict[str, str], language: Language
) -> None:
    page = open_page(path, language, **asked)

    assert [literal("*nothing*") in warning.value for warning in page.warning] == [True]


def test_a_step_of_thousands_of_digits_is_told_in_a_few() -> None:
    page = open_page("satisfaction", "en", step="7" * 5000)

    assert len(page.warning) == 1
    assert len(page.warning[0].value) < 150
    assert not page.exception
    assert not page.error


def test_a_source_in_english_is_marked_as_english_on_a_chinese_page_and_lets_no_markup_through() -> None:
    page = AppTest.from_string(
        "from ui.prose import source\n"
        "source('Journal of <b>Marketing</b> 63', 'zh')\n"
        "source('《解放日报》2020', 'zh')\n"
        "source('Journal of Marketing 63', 'en')\n"
    ).run()

    assert [one.value for one in page.caption] == [
        '<span lang="en">Journal of &lt;b>Marketing&lt;/b> 63</span>',
        "《解放日报》2020",
        "Journal of Marketing 63",
    ]
