"""A term in an open lab: a class list, three students, answers to be marked, a wrong key, the marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Locator, Page, expect

from courseware.interface import say
from courseware.text import Language
from tests.browser.answering import unfold
from tests.browser.contexts import Screen
from tests.browser.server import Lab, lab_in
from tests.browser.visitor import Visitor, is_cut_off, settled

KEY: Final = "a key of the school"
CLASS: Final = "营销 1 班"
ROSTER: Final = (
    ("学号", "姓名"),
    ("0024001", "李华"),
    ("0024002", "阿依古丽·买买提"),
    ("0024003", "Anna Smith"),
    ("0024001", "李华"),
    ("注：名单由教务处提供，如有变动请联系辅导员", None),
)
"""As the academic office sends it: a head, zeros in front, a student twice, and a note at the foot."""
WRONG_KEY, RIGHT_KEY = "25", "20"
BANK: Final = f"""\
schema: bank/1
id: term
items:
  - id: term.left
    type: number
    curriculum: [1]
    stem: {{en: "8 of 40 members left. What per cent?", zh: "40 名会员走了 8 名，占百分之几？"}}
    answer: {{expr: "{WRONG_KEY}", tolerance: {{abs: 0.01}}}}
    explain: {{en: "Divide those who left by all.", zh: "用离开的人数除以总人数。"}}
  - id: term.why
    type: text
    form: short
    curriculum: [1]
    stem: {{en: "Why does a club ask those who leave?", zh: "俱乐部为什么要问离开的人？"}}
    rubric:
      - {{points: 2, text: {{en: "A reason is named.", zh: "说出了一个原因。"}}}}
      - {{points: 2, text: {{en: "An example is given.", zh: "举了例子。"}}}}
    explain: {{en: "Only they know why.", zh: "原因只有他们知道。"}}
"""
LESSON: Final = """\
schema: lesson/1
id: term
title: {en: "The club that shrinks", zh: "越来越小的俱乐部"}
minutes: 10
curriculum: [1]
goals:
  knowledge: [{en: Tell what a share is., zh: 说得清什么是占比。}]
  ability: [{en: Work out a share., zh: 会算占比。}]
  character: [{en: Listen to those who leave., zh: 倾听离开的人。}]
key_points: [{en: Who left is a share of all., zh: 离开的人要和总人数比。}]
difficult_points: [{en: Reasons are not in the numbers., zh: 原因不在数字里。}]
methods: [{en: Practice, zh: 练习}]
assignment: {mode: graded}
steps:
  - kind: exercise
    id: shrinking
    stage: practice
    minutes: 10
    title: {en: "Who left?", zh: "谁走了？"}
    use: [term.left, term.why]
    mode: graded
    intent: {en: Everybody works alone once., zh: 人人独立做一遍。}
    curriculum: [1]
"""

COURSE: Final = """\
schema: course/1
title: {en: "A small course", zh: "小课程"}
summary: {en: "One lesson.", zh: "一课。"}
marks:
  parts:
    - {id: work, title: {en: Homework, zh: 作业}, weight: 60, from: lessons, lessons: [term]}
    - {id: talk, title: {en: A talk, zh: 课堂展示}, weight: 40, from: entered}
units:
  - title: {en: Leaving, zh: 流失}
    lessons: [{id: term, title: {en: "The club that shrinks", zh: "越来越小的俱乐部"}}]
"""
MARKS: Final = {"0024001": 45, "0024002": 45, "0024003": 15}
"""What the office gets: three quarters of the homework, or one, at 60 per cent; nobody gave a talk."""


@dataclass(frozen=True)
class Enrolled:
    """A student of the class: how the number is typed, and with what the browser is set."""

    number: str
    name: str
    pin: str
    language: Language
    screen: Screen = "laptop"


LI: Final = Enrolled("24001", "李华", "4096", "zh", "phone")
AYI: Final = Enrolled("0024002", "阿依古丽买买提", "5813", "zh")
ANNA: Final = Enrolled("0024003", "anna smith", "2718", "en")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The instructor's own course: a lesson of one step, and a bank one of whose keys is wrong."""
    made = tmp_path / "course"
    for name, text in (("lessons/course", COURSE), ("lessons/term", LESSON), ("bank/term", BANK)):
        file = made / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def lab(tmp_path: Path, course: Path) -> Iterator[Lab]:
    """A lab in which nobody is at home: students sign in, and instructors need the key."""
    open_to_all = {"LAB_SHARED": "1", "LAB_CLASS": "1", "LAB_DESK_KEY": KEY, "LAB_COURSE": str(course)}
    with lab_in(tmp_path, open_to_all) as running:
        yield running


# 40 s: five browsers, and some thirty pages that each is led through in turn
def test_a_term_from_the_class_list_to_the_marks(visitor: Visitor, course: Path, tmp_path: Path) -> None:
    instructor = as_instructor(visitor)
    code = class_from(instructor, roster_file(tmp_path))
    set_the_lesson(instructor)

    li, anna = (signed_in(visitor, who, code, is_new=True) for who in (LI, ANNA))
    cut_off = signed_in(visitor, AYI, code, is_new=True)
    for page, who, typed in ((li, LI, "20"), (anna, ANNA, "25"), (cut_off, AYI, "20")):
        answer(page, who, typed)
    hand_in(li, LI, "因为原因只有他们知道，比如排队太久。")
    hand_in(anna, ANNA, "Only they know.")
    begin(cut_off, AYI, "有人嫌远")
    cut(visitor, cut_off)

    again = signed_in(visitor, AYI, code, is_new=False)
    at_work(again, AYI)
    expect(box(again, "term.left").get_by_role("textbox")).to_have_value("20")
    at_work(again, AYI, question=2)
    expect(words_in(again)).to_have_value("有人嫌远")
    hand_in(again, AYI, "有人嫌远，不问就不知道。")

    mark_all(instructor, 3)
    mend(course)
    regrade(instructor)

    finds_why(li, LI)
    prints_the_report(again)
    assert exported(instructor) == MARKS
    traces(li, LI, MARKS["0024001"])
    traces(anna, ANNA, MARKS["0024003"])


def as_instructor(visitor: Visitor) -> Page:
    """The instructor's browser, once the key is typed."""
    page = visitor.sit_down()
    page.goto(f"{visitor.address}/desk/enter?lang=en")
    page.get_by_label(say("desk_key_label", "en")).fill(KEY)
    page.get_by_role("button", name=say("desk_key_send", "en")).click()
    settled(page)
    return page


def turn_to(page: Page, address: str) -> None:
    """Another page of the same lab, which is whole."""
    there = page.url.split("/", 3)
    page.goto("/".join([*there[:3], address.lstrip("/")]))
    settled(page)
    assert not is_cut_off(page), address


def press(within: Page | Locator, name: str, language: Language = "en", **values: object) -> None:
    """Presses the button with these words of the screen, and waits for what follows."""
    within.get_by_role("button", name=say(name, language, **values), exact=True).click()
    settled(within if isinstance(within, Page) else within.page)


def choose(within: Locator, label: str, option: str) -> None:
    """Chooses from a list of choices, by what is typed into it."""
    found = within.get_by_role("combobox", name=label, exact=True)
    unfold(found)
    found.fill(option)
    within.page.get_by_role("option", name=option, exact=True).click()
    settled(within.page)


def roster_file(folder: Path) -> Path:
    """The class list as Excel keeps it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROSTER:
        sheet.append(row)
    book.save(folder / "roster.xlsx")
    return folder / "roster.xlsx"


def class_from(page: Page, file: Path) -> str:
    """Makes the class from the file, once the preview has told what of it is no student; its code."""
    turn_to(page, "/classes?lang=en")
    page.get_by_label(say("class_label", "en"), exact=True).fill(CLASS)
    page.locator("input[type=file]").set_input_files(file)
    settled(page)
    press(page, "classes_look")
    preview = page.locator(".st-key-classes-preview")
    expect(preview).to_contain_text("3 new, 0 changed, 0 leaving")
    expect(preview).to_contain_text("0024002")
    expect(preview.get_by_role("alert")).to_contain_text("repeats 李华 of line 2")
    expect(preview.get_by_role("alert")).to_contain_text("教务处")
    press(page, "classes_keep", n=3)
    return page.locator(".st-key-class-code").get_by_test_id("stText").inner_text()


def set_the_lesson(page: Page) -> None:
    """Sets the lesson of the own course to the class, as the lesson's file says how."""
    turn_to(page, "/assignments?lang=en")
    choose(page.locator(".st-key-new-assignment"), say("set_lesson", "en"), "The club that shrinks")
    press(page, "set_make")
    expect(page.locator("[class*='st-key-assignment-']").first).to_contain_text("The club that shrinks")


def signed_in(visitor: Visitor, who: Enrolled, code: str, *, is_new: bool) -> Page:
    """A browser in which this student has signed in: by the name and a new PIN, or by number and PIN."""
    page = visitor.sit_down(screen=who.screen, language=who.language)
    page.goto(f"{visitor.address}/enter?class={code.replace(' ', '')}")
    page.get_by_label(say("enter_number", who.language)).fill(who.number)
    if is_new:
        page.get_by_label(say("enter_name", who.language)).fill(who.name)
    page.get_by_role("button", name=say("enter_next", who.language)).click()
    page.get_by_label(say("enter_new_pin" if is_new else "enter_pin", who.language), exact=True).fill(who.pin)
    if is_new:
        page.get_by_label(say("enter_again", who.language)).fill(who.pin)
    page.get_by_role("button", name=say("enter", who.language), exact=True).click()
    settled(page)
    return page


def at_work(page: Page, who: Enrolled, question: int = 1) -> None:
    """Goes to one of the two questions of the step."""
    turn_to(page, f"/term?step=1&question={question}&lang={who.language}")


def box(page: Page, item: str) -> Locator:
    """The part of the page that holds a question."""
    return page.locator(f".st-key-question-{item.replace('.', '-')}")


def words_in(page: Page) -> Locator:
    """Where the answer in words is written."""
    return box(page, "term.why").get_by_role("textbox")


def answer(page: Page, who: Enrolled, typed: str) -> None:
    """Answers the question that is marked at once: by the wrong key only 25 is right."""
    at_work(page, who)
    asked = box(page, "term.left")
    asked.get_by_role("textbox").fill(typed)
    press(asked, "check_answer", who.language)
    is_right = typed == WRONG_KEY
    expect(asked.locator(f".st-key-verdict-{'right' if is_right else 'wrong'}-term-left")).to_be_visible()


def begin(page: Page, who: Enrolled, words: str) -> None:
    """Writes an answer and does not send it."""
    at_work(page, who, question=2)
    words_in(page).fill(words)
    words_in(page).blur()
    settled(page)


def hand_in(page: Page, who: Enrolled, words: str) -> None:
    """Hands in the answer in words, which waits for a teacher."""
    at_work(page, who, question=2)
    words_in(page).fill(words)
    press(box(page, "term.why"), "hand_in", who.language)
    expect(page.locator(".st-key-verdict-pending-term-why")).to_be_visible()


def cut(visitor: Visitor, page: Page) -> None:
    """The browser of this page is gone, with all that it knew."""
    gone = next(warm for warm in visitor.taken if warm.context == page.context)
    visitor.taken.remove(gone)
    gone.context.close()


def mark_all(page: Page, answers: int) -> None:
    """Marks the answers in words one after the other: a point of two for each criterion."""
    turn_to(page, "/marking?lang=en")
    marker = page.get_by_role("textbox", name=say("marking_marker", "en"), exact=True)
    marker.fill("Wang")
    marker.press("Enter")
    settled(page)
    for left in range(answers, 0, -1):
        expect(page.get_by_text(say("marking_place", "en", n=1, all=left), exact=True)).to_be_visible()
        points = page.get_by_role("spinbutton")
        for criterion in (0, 1):
            points.nth(criterion).fill("1")
        points.nth(1).press("Control+Enter")
        settled(page)
    expect(page.get_by_text(say("marking_empty", "en"), exact=True)).to_be_visible()


def mend(course: Path) -> None:
    """The instructor corrects the key in the file, with any editor."""
    (course / "bank" / "term.yaml").write_text(BANK.replace(f'"{WRONG_KEY}"', f'"{RIGHT_KEY}"'), "utf-8")


def regrade(page: Page) -> None:
    """Looks whose marks the corrected key changes, then changes them."""
    turn_to(page, "/assignments?lang=en")
    part = page.locator(".st-key-regrading")
    part.locator("summary").click()
    choose(part, say("regrade_question", "en"), "8 of 40 members left. What per cent? · term.left")
    expect(part).to_contain_text(say("regrade_counts", "en", all=3, gaining=2, losing=1))
    why = part.get_by_role("textbox", name=say("regrade_why", "en"))
    why.fill("8 of 40 are 20%.")
    why.press("Enter")
    settled(page)
    press(part, "regrade_apply")
    expect(part).to_contain_text(say("regrade_done", "en", n=3))


def finds_why(page: Page, who: Enrolled) -> None:
    """Finds on the page of the own work who changed which mark, to what and why."""
    turn_to(page, f"/my-work?lang={who.language}")
    work = page.get_by_test_id("stMain")
    expect(work).to_contain_text("8 of 40 are 20%.")
    expect(work).to_contain_text("Wang")


def prints_the_report(page: Page) -> None:
    """The lab report holds the answers as the record has them, with the marks that count now."""
    turn_to(page, "/report/term?lang=both")
    report = page.locator("body")
    expect(report).to_contain_text("阿依古丽·买买提")
    expect(report).to_contain_text("有人嫌远，不问就不知道。")
    expect(report).to_contain_text("1.5/2")


def exported(page: Page) -> dict[str, int]:
    """Number and final mark of each student, as the office reads them from the sheet handed out."""
    turn_to(page, "/gradebook?lang=en")
    prints_one_student_alone(page)
    page.get_by_role("radio", name=say("gradebook_hand_out", "en"), exact=True).click()
    settled(page)
    with page.expect_download() as sheet:
        page.get_by_role("button", name=say("marks_out_bare", "en"), exact=True).click()
    rows = list(load_workbook(BytesIO(sheet.value.path().read_bytes())).worksheets[0].values)
    return {str(number): int(str(mark)) for number, mark, *_ in rows[1:]}


def prints_one_student_alone(page: Page) -> None:
    """Of one student's marks the paper holds nobody else's: neither the table of the class nor the form."""
    page.locator(".st-key-gradebook-chosen input").click()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-paper")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".st-key-gradebook-table")).to_be_hidden()
    expect(page.locator(".st-key-gradebook-student")).to_be_hidden()
    expect(page.locator(".st-key-paper")).to_be_visible()
    page.emulate_media(media="screen")


def traces(page: Page, who: Enrolled, final: int) -> None:
    """Finds the own final mark, the same as the office got, and each point that it is made of."""
    turn_to(page, f"/marks?lang={who.language}")
    main = page.get_by_test_id("stMain")
    share, left = (75, 1) if final == MARKS["0024001"] else (25, 0)
    homework, talk = ("作业", "课堂展示") if who.language == "zh" else ("Homework", "A talk")
    expect(main).to_contain_text(f"{share} × 60 % ({homework}) + 0 × 40 % ({talk}) = {final}")
    expect(main).to_contain_text(say("mark_by_question", who.language, points=f"{left} · 0.5"))
