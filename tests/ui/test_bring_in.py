"""What a teacher reads at the desk of a file of another platform: on each question, and on the whole file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from courseware.interface import say
from courseware.text import LANGUAGES
from interchange.formats import formats
from tests.own_course import own_course
from tests.ui.reader import own_record, page_at, said

GIFT = (
    "::capital::¿Cuál es la capital de España? {=Madrid ~Málaga}\n\n"
    "::essay::¿Por qué? {}\n\n::notice::Lee esto.\n"
)


@pytest.fixture(autouse=True)
def _course(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "record").mkdir()
    with own_record(tmp_path / "record"), own_course(tmp_path):
        yield


def test_the_code_of_a_file_is_told_above_its_questions_and_is_not_counted_as_one() -> None:
    page = page_at("desk", LANGUAGES[0], "teacher", do="bring").run()
    page.default_timeout = (
        120  # the first file is judged beside all banks of the course, which are read for it
    )
    page.file_uploader[0].upload("quiz.gift", GIFT.encode("cp1252"))
    for language in LANGUAGES:
        page.query_params["lang"] = language
        shown = page.run()
        (table,) = [frame.value.to_dict("list") for frame in shown.dataframe]
        counts = say("bring_counts", language, form=formats()["gift"].name[language], taken=2, left=1)

        assert not shown.exception
        assert counts in said(shown)
        assert table[say("bring_taken", language)] == ["✓", "✓", "✓", "✗"]
        assert table[say("bring_question", language)][1:] == ["capital", "essay", "notice"]
        assert "Windows-1252" in table[say("bring_message", language)][0]
        assert "¿Cuál es la capital de España?" in table[say("bring_message", language)][0]
