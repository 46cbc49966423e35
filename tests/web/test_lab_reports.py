"""Lab reports at plain addresses: to each student the own, to teachers any, and what is sent is checked."""

import html
import json
import re
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

import pytest
from docx import Document
from PIL import Image
from starlette.applications import Starlette

from classroom import Student, begin_session, guest_of, owner_here
from classroom.reflection import MOST_WORDS, keep_reflection
from classroom.work_settings import keep_settings
from course import find_lesson
from courseware.interface import say
from courseware.language import languages_of
from courseware.text import LANGUAGES, Language
from lessons import PlayStep
from papers import DISPLAY_LANGUAGES, DisplayLanguage
from papers.word.document import WIDTH
from papers.words import word
from tests.web.access import own_doors
from tests.web.asker import Answer, Asker
from web.access.cookies import cookie_name, new_guest_token
from web.access.key import key_here
from web.records import records_here
from web.routes import middleware
from web.routes.lab_reports import report_routes
from web.routes.posted_pictures import LARGEST

_record = own_doors
LESSON = "satisfaction"
PAGE = f"/report/{LESSON}?lang=zh"
NAMED = "content-disposition"
AT_HOME = {"host": "localhost"}
ELSEWHERE = "lab.school.cn"


@dataclass(frozen=True)
class Guest:
    """A student with a browser elsewhere."""

    student: Student
    headers: dict[str, str]


def guest(name: str, number: str = "") -> Guest:
    """A guest of this name, with the cookie of a browser."""
    store = records_here()
    token = new_guest_token(store)
    student = store.rename(guest_of(store, token), name, "", number)
    return Guest(student, {"host": ELSEWHERE, "cookie": f"{cookie_name('lab_guest', store)}={token}"})


def lab() -> Asker:
    """The routes of reports behind the lab's own checks."""
    return Asker(Starlette(routes=report_routes(), middleware=middleware()))


def play() -> PlayStep:
    """The first simulation of the lesson."""
    return next(step for step in find_lesson(LESSON).steps if isinstance(step, PlayStep))


def png(wide: int = 640, high: int = 360) -> bytes:
    """A picture such as a browser sends."""
    out = BytesIO()
    Image.new("RGB", (wide, high), "navy").save(out, "PNG")
    return out.getvalue()


def sent(**pictures: bytes) -> str:
    """The pictures of a form, by the names of their charts with _ for the dot."""
    return json.dumps({name.replace("_", "."): b64encode(one).decode() for name, one in pictures.items()})


def words_of(answer: Answer) -> str:
    """All that a Word document says."""
    return "\n".join(text for cell in _cells(answer) for text in cell)


def _cells(answer: Answer) -> list[list[str]]:
    tables = Document(BytesIO(answer.content)).tables
    return [[paragraph.text for paragraph in cell.paragraphs] for one in tables for cell in one._cells]


@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
def test_everybody_has_a_report_of_their_own_in_each_language_and_in_both(
    display_language: DisplayLanguage,
) -> None:
    one = guest("欧阳<b>娜娜</b>", "2026001")
    keep_settings(records_here(), one.student, LESSON, play().id, {"seed": 5})
    keep_reflection(records_here(), one.student, LESSON, "Mine & <i>only</i> mine")

    answer = lab().get(f"/report/{LESSON}?lang={display_language}", headers=one.headers)

    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "欧阳&lt;b&gt;娜娜&lt;/b&gt;" in answer.text
    assert "Mine &amp; &lt;i&gt;only&lt;/i&gt; mine" in answer.text
    for language in languages_of(display_language):
        assert word("report_reflection")[language] in answer.text
        assert f'data-lab-picture="{play().id}.{language}"' in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_under_a_head_has_its_name_at_hand_for_a_screen_without_room(language: Language) -> None:
    page = lab().get(f"/report/{LESSON}?lang={language}", headers=guest("甲").headers).text
    table = page.partition("<thead>")[2].partition("</table>")[0]
    heads = [word(name)[language] for name in ("report_step", "report_predicted")]
    rows = re.findall(r"<tr>(<td.*?)</tr>", table, re.DOTALL)

    assert all(f"{head}</span>" in table.partition("</thead>")[0] for head in heads)
    assert rows
    for row in rows:
        named = re.findall(r'<span class="head">.*?<span[^>]*>([^<]*)</span>', row, re.DOTALL)
        assert named == heads


def test_a_student_is_never_given_the_report_of_another() -> None:
    mine, other = guest("甲"), guest("乙")
    keep_reflection(records_here(), other.student, LESSON, "别人的体会")

    for what, ask in (("", lab().get), ("/word", lab().post), ("/reflection", lab().post)):
        address = f"/report/{LESSON}{what}?lang=zh&student={other.student.id}"
        answer = ask(address, headers=mine.headers)

        assert answer.status == 403
        assert "别人的体会" not in answer.text
        assert "乙" not in answer.text
        assert NAMED not in answer.headers
    assert "别人的体会" not in lab().get(PAGE, headers=mine.headers).text


@pytest.mark.parametrize("cookie", ["", "lab_guest=made.up", "forged"])
def test_a_browser_that_is_not_known_is_told_so_and_becomes_nobody(cookie: str) -> None:
    store = records_here()
    named = f"{cookie_name('lab_guest', store)}={cookie}" if cookie == "forged" else cookie
    before = guest("甲").student.id

    answer = lab().get(PAGE, headers={"host": ELSEWHERE, "cookie": named})

    assert answer.status == 403
    assert "Cookie" in answer.text
    assert guest("乙").student.id == before + 1


def test_a_teacher_reads_and_takes_the_report_of_any_student_and_writes_in_none() -> None:
    one = guest("王小明", "2026007")
    keep_reflection(records_here(), one.student, LESSON, "我的体会")
    session = begin_session(records_here(), key_here().digest)
    teacher = {"host": ELSEWHERE, "cookie": f"{cookie_name('lab_teacher', records_here())}={session}"}
    teacher["cookie"] += f"; {guest('老师').headers['cookie']}"
    address = f"/report/{LESSON}{{}}?lang=zh&student={one.student.id}"

    page = lab().get(address.format(""), headers=teacher)
    document = lab().post(address.format("/word"), headers=teacher)
    write = lab().post(address.format("/reflection"), headers=teacher, words="改掉")

    assert "王小明" in page.text
    assert 'href="/gradebook?lang=zh"' in page.text
    assert "/summary" not in page.text
    assert "我的体会" in page.text
    assert "<textarea" not in page.text
    assert "王小明" in words_of(document)
    assert "王小明" not in unquote(document.headers[NAMED])
    assert f"s{one.student.id}-zh.docx" in document.headers[NAMED]
    assert write.status == 403
    assert "我的体会" in lab().get(PAGE, headers=one.headers).text


@pytest.mark.parametrize("number", ["999", "-1", "x", "", "1e3", "9" * 40, "<script>"])
def test_a_number_that_no_student_has_is_told_to_the_teacher(number: str) -> None:
    answer = lab().get(PAGE, headers=AT_HOME, student=number)

    assert answer.status == 404
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    ("address", "status"), [("/report/none?lang=zh", 404), ("/report/loyalty?lang=fr", 400)]
)
def test_a_wrong_address_is_answered_in_both_languages(address: str, status: int) -> None:
    answer = lab().get(address, headers=AT_HOME)

    assert answer.status == status
    assert "There is no report here" in answer.text
    assert "这里没有实训报告" in answer.text


def test_the_word_document_has_the_pictures_that_the_browser_has_drawn() -> None:
    one = guest("李/华:", "2026001")
    keep_settings(records_here(), one.student, LESSON, play().id, {"seed": 5})
    name = f"{play().id}_zh"

    answer = lab().post(f"/report/{LESSON}/word?lang=zh", headers=one.headers, pictures=sent(**{name: png()}))
    (shape,) = Document(BytesIO(answer.content)).inline_shapes

    assert answer.status == 200
    assert unquote(answer.headers[NAMED]).endswith("实训报告-satisfaction-2026001-李_华_.docx")
    assert shape.width < WIDTH
    assert abs(shape.width / shape.height - 640 / 360) < 0.01
    assert shape._inline.docPr.get("descr")


def test_without_pictures_the_charts_are_told_in_words() -> None:
    one = guest("李华")
    keep_settings(records_here(), one.student, LESSON, play().id, {"seed": 5})

    page = lab().get(PAGE, headers=one.headers).text
    answer = lab().post(f"/report/{LESSON}/word?lang=zh", headers=one.headers)
    (message,) = (line for line in page.splitlines() if 'class="told"' in line)

    assert len(Document(BytesIO(answer.content)).inline_shapes) == 0
    assert html.unescape(message.partition('class="told">')[2].partition("<")[0]) in words_of(answer)


def test_what_is_no_picture_of_this_report_makes_no_document() -> None:
    one = guest("李华")
    keep_settings(records_here(), one.student, LESSON, play().id, {"seed": 5})
    name = f"{play().id}_zh"
    bitmap = BytesIO()
    Image.new("RGB", (9, 9)).save(bitmap, "BMP")
    bad = (
        sent(**{name: png(3000, 10)}),
        sent(**{name: bitmap.getvalue()}),
        sent(**{name: b"<svg onload=alert(1)>"}),
        sent(**{name: png()[:60]}),
        sent(**{name: b"x" * (LARGEST + 9)}),
        sent(other_zh=png()),
        json.dumps({name.replace("_", "."): "no base64!"}),
        json.dumps({name.replace("_", "."): 7}),
        "[]",
        "{",
        "[" * 9999,
    )

    for pictures in bad:
        answer = lab().post(f"/report/{LESSON}/word?lang=zh", headers=one.headers, pictures=pictures)

        assert answer.status == 400, pictures[:60]
        assert "请刷新报告页面" in answer.text
        assert NAMED not in answer.headers


def test_more_than_a_report_can_hold_is_not_read() -> None:
    answer = lab().post(
        f"/report/{LESSON}/word?lang=zh", headers=guest("李华").headers, pictures="x" * 12_000_001
    )

    assert answer.status == 413


def test_a_form_of_countless_empty_fields_is_refused_before_they_are_made() -> None:
    fields = {f"f{n}": "" for n in range(5_000)}
    addresses = (f"/report/{LESSON}/{what}?lang=zh" for what in ("word", "reflection"))
    answers = [lab().post(one, headers=guest("李华").headers, **fields) for one in addresses]

    assert [answer.status for answer in answers] == [413, 413]


def test_a_reflection_is_kept_by_the_script_and_by_the_form() -> None:
    one = guest("李华")
    address = f"/report/{LESSON}/reflection?lang=zh"

    script = lab().post(address, headers={**one.headers, "accept": "text/plain"}, words="第一行\n第二行")
    by_script = lab().get(PAGE, headers=one.headers).text
    form = lab().post(address, headers=one.headers, words="<b>改过了</b>")

    assert script.status == 204
    assert "第一行\n第二行</textarea>" in by_script
    assert (form.status, form.headers["location"]) == (303, PAGE)
    assert "&lt;b&gt;改过了&lt;/b&gt;</textarea>" in lab().get(PAGE, headers=one.headers).text


def test_a_reflection_that_cannot_be_kept_is_told_and_the_one_before_stays() -> None:
    one = guest("李华")
    keep_reflection(records_here(), one.student, LESSON, "原来的体会")
    told = {**one.headers, "accept": "text/plain"}
    address = f"/report/{LESSON}/reflection?lang=zh"

    too_long = lab().post(address, headers=told, words="长" * (MOST_WORDS + 1))
    nothing = lab().post(address, headers=told)

    assert (too_long.status, nothing.status) == (400, 400)
    assert str(MOST_WORDS) in too_long.text
    assert "<html" not in too_long.text
    assert "原来的体会</textarea>" in lab().get(PAGE, headers=one.headers).text


def test_at_the_labs_own_computer_the_report_is_the_owners() -> None:
    owner = records_here().rename(owner_here(records_here()), "本机学生")
    keep_reflection(records_here(), owner, LESSON, "本机体会")

    page = lab().get(PAGE, headers=AT_HOME).text

    assert "本机体会</textarea>" in page
    assert say("print_word", "zh") in page
