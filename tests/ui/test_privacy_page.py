"""What is stored and why, for everybody; and the log, for teachers."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from classroom import GUESTS_KEPT_FOR
from classroom.audit import note
from classroom.privacy import HOLDINGS
from courseware.interface import has_words, say
from courseware.text import LANGUAGES, Language
from tests.ui.reader import errors, open_page, own_record, said
from ui.privacy import GROUPS
from web.records import records_here


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def test_every_table_that_holds_something_of_a_person_has_words_for_it() -> None:
    held = {name for name, one in HOLDINGS.items() if one.group != "nobody"}

    assert {name for name in held if not has_words(f"privacy_table_{name}")} == set()
    for group in GROUPS:
        assert all(has_words(f"privacy_{group}_{part}") for part in ("head", "why", "until"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_reads_what_is_stored_and_gets_there_from_the_first_page(language: Language) -> None:
    page = open_page("privacy", language)
    shown = said(page) + unescape("".join(str(piece.proto.body) for piece in page.get("html")))

    assert errors(page) == []
    for name, one in HOLDINGS.items():
        assert one.group == "nobody" or say(f"privacy_table_{name}", language) in shown
    assert str(GUESTS_KEPT_FOR.days) in shown
    assert say("privacy", language) in [link.proto.label for link in open_page("", language).get("page_link")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_are_shown_to_instructors_alone(language: Language) -> None:
    shown = {role: said(open_page("privacy", language, role)) for role in ("student", "assistant", "teacher")}

    assert all(say("privacy_rights", language) in words for words in shown.values())
    for command in ("export-student", "delete-student", "python -m", "--keep-marks"):
        assert command in shown["teacher"]
        assert command not in shown["student"]
        assert command not in shown["assistant"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_says_who_did_what_the_last_first(language: Language) -> None:
    empty = open_page("desk", language, "teacher", do="log")
    store = records_here()
    with store.write() as connection:
        for student in (1, 2):
            note(connection, store.clock(), "Ms Li", "override", f"student {student}", {"why": "ill"})
    page = open_page("desk", language, "teacher", do="log")

    assert [one.value for one in empty.info] == [say("desk_log_empty", language)]
    assert list(page.dataframe[0].value["subject"]) == ["student 2", "student 1"]
    assert errors(page) == []
