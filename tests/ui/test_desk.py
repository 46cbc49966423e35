"""The desk without a browser: the list of files, and the texts that it puts beside each other."""

import html
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.runtime.state.query_params import QueryParams
from streamlit.testing.v1 import AppTest

from authoring.cursor import step_at
from course import check_bank_text, check_lesson_text, lesson_registry
from course.files import entries, find
from courseware.interface import say
from courseware.source import shown_path
from courseware.text import LANGUAGES, Language
from tests.ui.reader import errors, open_page, own_record, said
from ui.desk.difference import as_table, compare
from ui.desk.insert_media import put_in, reference
from ui.desk.verdict import verdict


@pytest.fixture(autouse=True)
def _record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_record(tmp_path_factory.mktemp("record")):
        yield


@pytest.fixture
def _teacher(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.desk.page.author_here", lambda: "Li")


def desk(language: Language = "en", **address: str) -> AppTest:
    return open_page("desk", language, "teacher", **address)


@pytest.mark.usefixtures("_teacher")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_lists_every_file_of_the_course_with_its_state(language: Language) -> None:
    page = desk(language)

    assert errors(page) == []
    for one in entries():
        assert one.name.replace("_", "\\_").replace(".", "\\.") in said(page)
    assert say("desk_fine", language) in said(page) or say("desk_warning", language, n=1)[2:] in said(page)


@pytest.mark.usefixtures("_teacher")
def test_a_file_that_is_not_there_is_said_and_the_others_are_shown() -> None:
    for asked in ("lessons/none.yaml", "../app.py", "/etc/passwd", "lessons/../../app.py"):
        page = desk(file=asked)
        assert len(page.warning) == 1
        assert page.title[0].value == say("desk", "en")


def test_only_files_of_the_course_can_be_opened() -> None:
    assert find("lessons/satisfaction.yaml") is not None
    assert find("bank/satisfaction.yaml") is not None
    for name in ("satisfaction.yaml", "bank/course.yaml", "lessons/", "../lessons/course.yaml", ""):
        assert find(name) is None


def test_the_step_under_every_line_of_a_lesson_is_found_even_if_the_text_is_broken() -> None:
    for name, lesson in lesson_registry().lessons().items():
        entry = find(f"lessons/{name}.yaml")
        assert entry is not None
        text = entry.file.text() or ""
        lines = text.split("\n")
        starts = [n for n, line in enumerate(lines, 1) if re.match(r"  - kind: ", line)]
        assert [step_at(text, n) for n in starts] == list(range(len(lesson.steps)))
        broken = "\n".join((*lines[: starts[3]], "    kidn: x: y", *lines[starts[3] :]))
        assert step_at(broken, starts[5] + 1) == 5


TEXTS = st.lists(
    st.sampled_from(["a: 1", "b: 客户满意", "<b>x</b>", "  - c", "", "b: 客户不满意"]), max_size=12
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(before=TEXTS, after=TEXTS)
def test_a_comparison_shows_every_changed_line_and_invents_none(before: list[str], after: list[str]) -> None:
    rows = compare("\n".join(before), "\n".join(after))

    def plain(marked: str) -> str:
        return html.unescape(re.sub("</?(?:del|ins)>", "", marked))

    left, right = "\n".join(before).split("\n"), "\n".join(after).split("\n")
    for row in rows:
        assert row.left is None or plain(row.before) == left[row.left - 1]
        assert row.right is None or plain(row.after) == right[row.right - 1]
        assert row.how != "same" or row.before == row.after
    assert bool(rows) == (left != right)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_markup_of_a_text_gets_into_the_comparison(before: str, after: str) -> None:
    table = as_table(compare(f"<img {before}>", f"<script>{after}"), "<i>", "&")

    tags = set(re.findall("<(/?[a-z]+)", table))
    assert not tags & {"img", "script", "i"}


def test_the_desk_says_of_every_file_what_the_command_line_says() -> None:
    for one in entries():
        text = (one.file.text() or "").replace("minutes: 90", "minutes: 91").replace("points", "pionts", 1)
        file = shown_path(one.file.target)
        told = verdict(one, text).problems
        check = check_bank_text if one.kind == "bank" else check_lesson_text
        errors = [problem for problem in check(text, file)[0] if problem.severity == "error"]
        assert [problem for problem in told if problem.severity == "error"] == sorted(errors)


@pytest.mark.usefixtures("_teacher")
@pytest.mark.parametrize(("page", "address"), [("desk", {}), ("desk", {"do": "bring"}), ("present", {})])
def test_a_page_with_links_to_itself_tells_the_browser_what_its_run_was_asked_for(
    page: str, address: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, str]] = []
    monkeypatch.setattr(QueryParams, "_send_query_param_msg", lambda params: told.append(params.to_dict()))
    open_page(page, "en", "teacher", **address)

    assert told[-1] == {"lang": "en", **address}


@pytest.mark.parametrize(
    ("text", "place", "written"),
    [
        ("text:\n  en: \n", (2, 7), '  en: "![a](media/b.png)"'),
        ("text:\n  en:\n", (2, 6), '  en: "![a](media/b.png)"'),
        ("text: {en: , zh: 茶}\n", (1, 12), 'text: {en: "![a](media/b.png)", zh: 茶}'),
        ("text:\n  en: |\n    Look: \n", (3, 11), "    Look: ![a](media/b.png)"),
        ("text:\n  en: |\n    \n", (3, 5), "    ![a](media/b.png)"),
        ("text:\n  en: See here.\n", (2, 11), "  en: See ![a](media/b.png)here."),
    ],
)
def test_what_is_inserted_stands_at_the_cursor_in_quotes_where_a_value_begins(
    text: str, place: tuple[int, int], written: str
) -> None:
    found = put_in(text, *place, "![a](media/b.png)")

    assert found is not None
    assert found.split("\n")[place[0] - 1] == written


def test_nothing_is_inserted_where_nobody_would_see_it() -> None:
    text = "# a comment\ntext: {en: Tea, zh: 茶}\n"

    assert put_in(text, 1, 1, "![a](media/b.png)") is None
    assert put_in(text, 1, 4, "![a](media/b.png)") is None
    assert put_in(text, 2, 24, "![a](media/b.png)") is None
    assert put_in("a: [\n", 1, 5, "![a](media/b.png)") == "a: [![a](media/b.png)\n"


def test_a_reference_needs_a_file_and_words_and_holds_no_brackets() -> None:
    assert reference("a [long]\nqueue", "queue.png") == "![a (long) queue](media/queue.png)"
    assert reference(" ", "queue.png") == reference("a queue", "") == ""
