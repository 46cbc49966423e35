"""Class tools without a browser: what lies over a slide, in every language, and the address of the lab."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from classroom import (
    RosterEntry,
    call_next,
    digest_of,
    keep_roster,
    keep_tool_note,
    name_class,
    owner_here,
    presented,
    roster,
)
from course import find_lesson, lesson_registry
from courseware.interface import say
from courseware.language import DisplayLanguage
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language
from lessons import slides
from tests.ui.reader import own_record, page_at, said
from ui.present.record import InRecord
from ui.present.state import State, Tool
from ui.present.tools.board import words_on_board
from ui.present.tools.groups import columns_for, wide
from ui.present.tools.overlay import Overlay
from ui.visit import Visit
from web.own_address import base_of, in_network, read_base
from web.records import records_here

LESSON = "satisfaction"
NAMES = ("李华", "Anna *Smith*", "Omar")
DISPLAY_LANGUAGES = get_args(DisplayLanguage)


@pytest.fixture
def _record(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("ui.present.record.author_here", str)
    with own_record(tmp_path_factory.mktemp("record")):
        yield


@pytest.fixture
def with_class(_record: None) -> None:
    """A class of three."""
    keep_roster(records_here(), "CRM 1", [RosterEntry("", name) for name in NAMES])


def show(tool: Tool | None, display_language: DisplayLanguage = "en") -> Any:
    """The second slide with this tool over it."""
    lesson = find_lesson(LESSON)
    page = page_at("present", "en" if display_language == "en" else "zh", "teacher", lesson=LESSON)
    page.query_params["lang"] = display_language
    here = InRecord(records_here(), lesson, "en", is_hall=False)
    at = round(records_here().clock().timestamp() * 1000) + 1
    said_now = dict.fromkeys(("slide", "display_language", "tool"), at)
    here.keep(State(slides(lesson)[1].key, display_language, tool=tool, at=at, stamps=said_now))
    return page.run()


def names_on(page: Any) -> str:
    """What the page says, without the marks that keep names literal."""
    return said(page).replace("\\", "")


@pytest.mark.usefixtures("with_class")
@pytest.mark.parametrize("tool", [*get_args(Tool), None])
@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
def test_every_tool_opens_over_a_slide_in_every_language(
    tool: Tool | None, display_language: DisplayLanguage
) -> None:
    page = show(tool, display_language)

    assert [*page.error, *page.exception] == []
    assert slides(find_lesson(LESSON))[1].title["en" if display_language == "en" else "zh"] in said(page)


@pytest.mark.usefixtures("_record")
@pytest.mark.parametrize("tool", ["pick", "groups"])
def test_without_a_class_its_list_is_asked_for(tool: Tool) -> None:
    page = show(tool)

    assert page.text_area[0].label == say("tool_list_paste", "en")
    assert page.text_area[0].value == ""


@pytest.mark.usefixtures("with_class")
def test_a_name_is_shown_letter_by_letter_and_only_once_it_was_drawn() -> None:
    before = names_on(show("pick"))
    drawn = [call_next(records_here(), "CRM 1") for _ in NAMES]
    after = names_on(show("pick"))

    assert not [name for name in NAMES if name in before]
    assert drawn[-1] is not None
    assert f"**{drawn[-1].name}**" in after


@pytest.mark.usefixtures("with_class")
def test_the_button_draws_notes_the_call_and_can_be_taken_back() -> None:
    page = show("pick").button(key="tool-again").click().run()
    drawn = names_on(page)
    undone = names_on(page.button(key="tool-undo").click().run())

    assert sum(f"**{name}**" in drawn for name in NAMES) == 1
    assert not [name for name in NAMES if f"**{name}**" in undone]


@pytest.mark.usefixtures("with_class")
def test_groups_show_everybody_and_other_sizes_are_kept() -> None:
    shown = names_on(show("groups"))
    keep_tool_note(records_here(), "groups", {"size": "many", "turn": None}, "CRM 1")

    assert all(name in shown for name in NAMES)
    assert all(name in names_on(show("groups")) for name in NAMES)


@pytest.mark.parametrize(
    ("seen", "number", "base"),
    [
        ("http://localhost:8501/present?lesson=x", "192.168.1.20", "http://192.168.1.20:8501"),
        ("http://127.0.0.1:8501/present", None, "http://127.0.0.1:8501"),
        ("http://[::1]:8501/present", "fd00::7", "http://[fd00::7]:8501"),
        ("http://10.0.0.5:8501/present", "192.168.1.20", "http://10.0.0.5:8501"),
        ("https://school.example/crm/lab/present", "192.168.1.20", "https://school.example/crm/lab"),
    ],
)
def test_students_get_the_address_of_the_page_unless_it_is_this_computer_alone(
    seen: str, number: str | None, base: str
) -> None:
    assert base_of(seen, lambda: number) == base


@pytest.mark.parametrize(
    "said_", ["", "no address", "ftp://x", "http://", "http://[::1", "http://x:99999", "x" * 300]
)
def test_what_is_no_address_is_refused(said_: str) -> None:
    with pytest.raises(ReaderError):
        read_base(said_)


@given(st.text(max_size=60))
def test_whatever_is_typed_as_an_address_is_taken_or_refused(said_: str) -> None:
    try:
        base = read_base(said_)
    except ReaderError:
        return
    assert base.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("ways", "names", "number"),
    [
        ({"192.0.2.1": "192.168.1.20"}, [], "192.168.1.20"),
        ({"192.0.2.1": "127.0.0.1", "2001:db8::1": "fd00::7%eth0"}, [], "fd00::7"),
        ({"192.0.2.1": "127.0.0.1"}, ["127.0.1.1", "10.0.0.5"], "10.0.0.5"),
        ({}, ["127.0.1.1"], None),
        ({}, [], None),
    ],
)
def test_the_number_for_others_is_one_that_leads_here_from_elsewhere(
    monkeypatch: pytest.MonkeyPatch, ways: dict[str, str], names: list[str], number: str | None
) -> None:
    """`ways` are the numbers that this computer would send from, by where to; `names` those of its name."""

    class Probe(closing[Any]):
        def __init__(self, *_: object) -> None:
            super().__init__(self)

        def connect(self, far: tuple[str, int]) -> None:
            if far[0] not in ways:
                raise OSError("no way there")
            self.here = ways[far[0]]

        def getsockname(self) -> tuple[str, int]:
            return (self.here, 9)

        def close(self) -> None:
            pass

    def known(*_: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(2, 1, 6, "", (name, 0)) for name in names]

    monkeypatch.setattr("socket.socket", Probe)
    monkeypatch.setattr("socket.getaddrinfo", known)

    assert in_network() == number


@given(st.integers(1, 60), st.floats(1, 30), st.integers(1, 12))
def test_wider_names_never_stand_in_more_columns_and_larger_groups_never_in_fewer(
    groups: int, widest: float, most: int
) -> None:
    columns = columns_for(groups, widest, most)

    assert 1 <= columns <= groups
    assert columns_for(groups, widest * 2, most) <= columns
    assert columns_for(groups, widest, most * 2) >= columns


@pytest.mark.parametrize(("groups", "widest", "most", "columns"), [(8, 3, 4, 4), (8, 12, 4, 3), (1, 3, 4, 1)])
def test_a_class_of_groups_is_laid_out_as_by_hand(
    groups: int, widest: float, most: int, columns: int
) -> None:
    assert columns_for(groups, widest, most) == columns


def test_a_chinese_name_is_as_wide_as_its_characters() -> None:
    assert wide("欧阳娜娜") == 4
    assert wide("Anna") < wide("安娜安娜")


@pytest.mark.usefixtures("_record")
def test_a_class_list_that_is_opened_and_saved_keeps_numbers_and_calls() -> None:
    entries = [RosterEntry("2026001", "李华"), RosterEntry("2026002", "吴敏")]
    keep_roster(records_here(), "CRM 1", entries)
    call_next(records_here(), "CRM 1")
    before = roster(records_here(), "CRM 1")
    page = show("pick").button(key="tool-list").click().run()
    page.text_area[0].set_value(f"{page.text_area[0].value}\n2026003 孙丽")
    page.button(key="FormSubmitter:tool-class-form-" + say("tool_list_save", "en")).click().run()

    after = roster(records_here(), "CRM 1")
    assert before is not None
    assert after is not None
    assert after.members[:2] == before.members
    assert [(one.number, one.name) for one in after.members[2:]] == [("2026003", "孙丽")]


def number_of_the_run() -> int:
    known = presented(records_here(), LESSON, "")
    assert known is not None
    return known.run


@pytest.mark.usefixtures("with_class")
def test_the_class_of_the_speaker_view_is_the_class_of_the_tools() -> None:
    keep_roster(records_here(), "CRM 2", [RosterEntry("", "孙丽")])
    page = show("pick")
    here = overlay()
    assert here.class_name == "CRM 1"
    now = presented(records_here(), LESSON, "")
    assert now is not None
    name_class(records_here(), now, "CRM 2")
    assert overlay().class_name == "CRM 2"
    assert "孙丽" in names_on(page.run().button(key="tool-again").click().run())
    overlay().choose_class("CRM 1")

    after = presented(records_here(), LESSON, "")
    assert after is not None
    assert after.class_name == "CRM 1"


@pytest.mark.usefixtures("with_class")
def test_a_class_without_a_list_is_asked_for_it_by_its_name_and_another_can_be_chosen() -> None:
    page = show("pick")
    overlay().choose_class("CRM 9")
    page.run()

    assert page.text_input[0].value == "CRM 9"
    assert page.selectbox(key="tool-class").options == ["CRM 1", "CRM 9"]


@pytest.mark.usefixtures("_record")
def test_the_board_is_empty_for_the_next_class() -> None:
    show("board")
    note: JsonValue = {"run": number_of_the_run(), "by": "", "words": "Two minutes."}
    keep_tool_note(records_here(), "board", note, LESSON)

    assert words_on_board(note, number_of_the_run(), "") == "Two minutes."
    assert words_on_board(note, number_of_the_run() + 1, "") == ""
    assert words_on_board("of an older lab", 1, "") == ""


@pytest.mark.usefixtures("_record")
def test_a_class_name_that_a_dead_server_never_heard_is_kept_by_the_next() -> None:
    page_at("speaker", "en", "teacher", lesson=LESSON).run()
    now = presented(records_here(), LESSON, "")
    assert now is not None
    again = page_at("speaker", "en", "teacher", lesson=LESSON)
    again.session_state[f"speaker-class-{LESSON}-{now.id}-{digest_of('')[:8]}"] = "CRM 2401"
    again.run()

    after = presented(records_here(), LESSON, "")
    assert after is not None
    assert after.class_name == "CRM 2401"


def overlay() -> Overlay:
    """A tool over the slide, in a window of its own."""
    store = records_here()
    visit = Visit("en", owner_here(store), "instructor", store, lesson_registry())
    return Overlay(visit, find_lesson(LESSON), "en", lambda: None)


PASTED = "2024 年秋季\n学号\t姓名\t性别\n01\t李华\t女\n01\tAnna *Smith*\t男\n合计\t2 人"


@pytest.mark.usefixtures("_record")
@pytest.mark.parametrize("display_language", LANGUAGES)
def test_what_of_a_list_was_not_taken_stands_beside_the_list_until_it_is_closed(
    display_language: Language,
) -> None:
    page = show("pick", display_language)
    page.text_area[0].set_value(PASTED)
    page.text_input[0].set_value("CRM 2")
    kept = page.button[0].click().run()
    (report,) = [one.value.replace("\\", "") for one in kept.warning]

    assert report.startswith(say("tool_list_told", display_language, n=2))
    assert all(words in report for words in ("2024 年秋季", "性别", "Anna *Smith*", "合计 2 人"))
    assert kept.text_area[0].value == "01\t李华\n01\tAnna *Smith*"
    assert [one.label for one in kept.button if one.key == "tool-list-back"] == [
        say("tool_list_done", display_language)
    ]

    closed = kept.button(key="tool-list-back").click().run()

    assert not closed.warning
    assert not closed.exception
    assert closed.button(key="tool-again").label


@pytest.mark.usefixtures("_record")
def test_a_list_that_is_taken_whole_is_closed_at_once() -> None:
    page = show("pick")
    page.text_area[0].set_value("李华\n吴敏")
    page.text_input[0].set_value("CRM 2")
    kept = page.button[0].click().run()

    assert not kept.warning
    assert not kept.text_area
    assert kept.button(key="tool-again").label


@pytest.mark.usefixtures("_record")
@pytest.mark.parametrize("display_language", LANGUAGES)
def test_a_file_of_a_platform_is_loaded_told_and_then_mended_as_text(display_language: Language) -> None:
    table = "<table><tr><td>学号<td>姓名<td>性别<tr><td>01<td>李华<td>女<tr><td>02<td>吴敏<td>男</table>"
    page = show("pick", display_language)
    page.file_uploader[0].upload("名单.xls", table.encode("gbk"))
    page.text_input[0].set_value("CRM 3")
    kept = page.button[0].click().run()
    (report,) = [one.value for one in kept.warning]
    mended = kept.text_area[0].set_value("01\t李华\n02\t吴敏敏")
    again = kept.button[0].click().run()
    now = roster(records_here(), "CRM 3")

    assert mended.value
    assert "GBK" in report
    assert "性别" in report
    assert not again.warning
    assert now is not None
    assert [member.name for member in now.members] == ["李华", "吴敏敏"]
