"""Whatever somebody hands in, reading it costs no more than in proportion to its length."""

from collections.abc import Callable, Iterator, Mapping
from json import loads
from urllib.parse import quote

import pytest
from starlette.datastructures import QueryParams

from classroom import read_file
from classroom.records.sanitize import digest, sanitize
from course import check_lesson_text as check_lesson
from course.bank_text import check_bank_text as check_bank
from course.transfer import look_into
from courseware.expression import compile_expression
from courseware.source import decode, parse
from exercises import ANSWER, Grade, grade, say_response
from exercises.typed import read_number
from interchange import gift, moodle, qti, xuexitong
from interchange.bank_writer import into_bank
from tests.exercises.banks import MATCH, ONE, ORDER, SEVERAL, drawn
from tests.hostile.makers import (
    MARKS,
    OF_GIFT,
    OF_HTML,
    OF_YAML,
    Make,
    answered,
    numbered,
    packed,
    repeated,
    sheet,
)
from tests.hostile.timing import Case, costs_no_more_than_its_length
from tests.interchange.by_hand import cells
from web.routes.runs import once, run_as_csv

Reader = Callable[[bytes], object]
TEXT, PAGE, YAML, SHORT = 120_000, 50_000, 120_000, 30_000
"""Bytes up to which inputs grow; beyond, most of them are refused for their length alone."""


def brought(read: Callable[[bytes], tuple[tuple[object, ...], object]]) -> Reader:
    """The reader of a format, and the bank that its questions make."""

    def whole(data: bytes) -> object:
        portables, _ = read(data)
        return into_bank(portables, "bank") if portables else None  # type: ignore[arg-type]

    return whole


def kept(item: str) -> Reader:
    """What becomes of an answer: made fit to be kept, marked, and read back in words."""
    variant = drawn(item)

    def whole(data: bytes) -> object:
        answer = sanitize({ANSWER: loads(data)})
        marked = grade(variant, answer)
        told = Grade.from_json(marked.to_json()) if isinstance(marked, Grade) else marked.message
        return digest(answer), told, say_response(variant.question, answer)

    return whole


def cases() -> Iterator[tuple[str, Case]]:
    """Each reader with each input that was made for its kind."""
    for name, read, most, makers in TABLE:
        for what, make in makers.items():
            yield f"{name}: {what}", Case(read, make, most)


def each(pieces: tuple[str, ...], before: str = "", after: str = "") -> Mapping[str, Make]:
    """The pieces, each repeated between the same ends."""
    return {f"{before[-20:]!r} {piece!r}": repeated(piece, before, after) for piece in pieces}


QUESTION = (
    '<quiz><question type="multichoice"><name><text>n</text></name><questiontext format="{form}"><text>'
    "<![CDATA[",
    ']]></text></questiontext><answer fraction="100"><text>a</text></answer>'
    '<answer fraction="0"><text>b</text></answer></question></quiz>',
)
ITEM_OF_QTI = (
    '<assessmentItem><responseDeclaration identifier="R" cardinality="single" baseType="identifier">'
    "<correctResponse><value>B</value></correctResponse></responseDeclaration><itemBody><p>Which?</p>"
    '<choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="B">b</simpleChoice>'
    '<simpleChoice identifier="C">c</simpleChoice>',
    "</choiceInteraction></itemBody></assessmentItem>",
)
KEY_OF_QTI = "".join(ITEM_OF_QTI).replace("</correctResponse>", "|</correctResponse>").split("|")
GAPS_OF_QTI = (
    '<assessmentItem><itemBody><gapMatchInteraction responseIdentifier="R"><p>',
    "</p></gapMatchInteraction></itemBody></assessmentItem>",
)
ITEM = "schema: bank/1\nid: b\nitems:\n"
STEP = "schema: lesson/1\nid: b\ntitle: {en: B, zh: 乙}\nsteps:\n"
CHOICE = (
    "- {id: b.@, type: choice, curriculum: [1], difficulty: 1, stem: {en: W, zh: 问}, "
    "explain: {en: S, zh: 故}, options: [{text: {en: a, zh: 甲}, right: true}, "
    "{text: {en: b, zh: 乙}, why: {en: no, zh: 否}}]}\n"
)
XML = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>'
OF_XML = '<Row><Cell MergeAcross="50" MergeDown="4000"><Data Type="Number">@</Data></Cell></Row>'
ROWS = '<row r="@1"><c r="A@1" t="inlineStr"><is><t>学生@</t></is></c></row>'
FIVE = (
    "  - {id: small.five, type: number, curriculum: [1], stem: {en: How many, zh: 多少}, "
    "unit: {en: tea, zh: 杯}, answer: {expr: '5', tolerance: {abs: 0.1}}, explain: {en: So, zh: 故}}\n"
)
ANSWERS: Mapping[str, Make] = {
    "one option again and again": answered('"o1"'),
    "options that are not there": answered('"o@"'),
    "rows that are not there": answered('"r@": "c1"', "{", "}"),
    "a row again and again": answered('"r1": ["c@"]', "{", "}"),
    "lists in lists": answered("[" * 200 + "]" * 200),
    "numbers": answered("@.5e3"),
    "a long word": answered("x", '"', '"'),
    "digits": answered("9", '"', '"'),
}
"""What a browser may send in place of an answer; what is longer than the record keeps is refused."""
TABLE: tuple[tuple[str, Reader, int, Mapping[str, Make]], ...] = (
    ("gift", brought(gift.read), TEXT, each((*MARKS, *OF_GIFT))),
    ("gift", brought(gift.read), TEXT, each(OF_GIFT, "Which? {", "}")),
    ("gift", brought(gift.read), TEXT, each(("=1 ", "=1#x ", "=%50%1 ", "..", "\n"), "How many? {#", "}")),
    ("gift", brought(gift.read), TEXT, each(("[id:", "[tag:", "\\]", "]", "[tag:a]"), "// ", "\nQ {=1}")),
    ("gift", brought(gift.read), PAGE, each((*MARKS, "<a ", "&amp"), "[html]", " {=1 ~2}")),
    ("gift", brought(gift.read), PAGE, each((*MARKS, *OF_HTML), "[markdown]", " {=1 ~2}")),
    ("gift", brought(gift.read), TEXT, {"questions": numbered("::q@:: Which @? {=a@ ~b}\n\n")}),
    *(
        ("moodle", brought(moodle.read), PAGE, each(OF_HTML, QUESTION[0].format(form=form), QUESTION[1]))
        for form in ("html", "plain_text")
    ),
    (
        "moodle",
        brought(moodle.read),
        TEXT,
        {
            "answers": numbered('<answer fraction="0"><text>a@</text></answer>', *QUESTION),
            "tags": numbered("<tags><tag><text>t@</text></tag></tags>", *QUESTION),
            "questions": numbered(
                '<question type="essay"><name><text>@</text></name></question>', "<quiz>", "</quiz>"
            ),
            "numbers": numbered(
                '<answer fraction="50"><text>@</text></answer>',
                '<quiz><question type="numerical"><questiontext><text>n</text></questiontext>',
                "</question></quiz>",
            ),
            "depth": repeated("<a>", "<quiz>"),
            "entities": repeated("&lt;", "<quiz>", "</quiz>"),
            "defined": repeated('<!ENTITY a "b">', "<!DOCTYPE quiz [", "]><quiz/>"),
            "attributes": numbered(' a@="1"', "<quiz", "/>"),
        },
    ),
    (
        "qti",
        brought(qti.read),
        PAGE,
        {
            "options": numbered('<simpleChoice identifier="A@">a@</simpleChoice>', *ITEM_OF_QTI),
            "right": numbered("<value>A@</value>", *KEY_OF_QTI),
            "rules": repeated(
                '<responseCondition><responseIf><isNull><variable identifier="R"/></isNull></responseIf>'
                "</responseCondition>",
                f"{''.join(ITEM_OF_QTI).replace('</assessmentItem>', '')}<responseProcessing>",
                "</responseProcessing></assessmentItem>",
            ),
            "feedback": numbered(
                '<modalFeedback identifier="F@" outcomeIdentifier="F">@</modalFeedback>',
                "".join(ITEM_OF_QTI).replace("</assessmentItem>", ""),
                "</assessmentItem>",
            ),
            "gaps": numbered('<gap identifier="G@"/>', *GAPS_OF_QTI),
        },
    ),
    (
        "sheet",
        brought(xuexitong.read),
        TEXT,
        {
            "rows": sheet('<row r="@1"><c t="s"><v>5</v></c></row>', "", ""),
            "values": sheet("<v>1</v>", '<row><c r="A1">', "</c></row>"),
            "cells": sheet('<c t="s"><v>5</v></c>'),
            "head": sheet("（(", '<row><c t="inlineStr"><is><t>', "</t></is></c></row>"),
            "digits": sheet(
                "1",
                _row := '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>'
                '</row><row r="2"><c t="inlineStr"><is><t>填空题</t></is></c><c t="s"><v>9</v></c>'
                '<c t="inlineStr"><is><t>',
                "-x</t></is></c></row>",
            ),
            "ranges": sheet("@-@;", _row, "</t></is></c></row>"),
            "rows of text": numbered("论述题,问@,A,甲,乙\n", "题型,题干,答案,选项A,选项B\n"),
            "quotes": repeated('"', "题型,题干,答案\n"),
            "a row far down": lambda size: cells(b'<row r="%d"><c><v>1</v></c></row>' % 10 ** (size // 9000)),
        },
    ),
    ("class list", read_file, TEXT, each((*MARKS, "张三、", "1 a 1 ", '"a",'))),
    ("class list", read_file, TEXT, each((*MARKS, "a,b\n", "a;"), "学号,姓名\n")),
    (
        "class list",
        read_file,
        TEXT,
        {
            "rows": sheet(ROWS, "", ""),
            "heads again and again": numbered("学号,姓名\n@,学生@\n"),
            "one line": numbered("@、学生@ "),
            "lists side by side": numbered("姓名,", "", "\n"),
            "joined cells of a page": numbered("<td colspan=60 rowspan=5000>@", "<table><tr>"),
            "rows of a page": numbered("<tr><td>@<td>学生@", "<table><tr><td>学号<td>姓名"),
            "tables of a page": numbered("<table><tr><td>@</table>"),
            "tables in tables": repeated("<table><tr><td>", "<html>"),
            "rows of XML": numbered(OF_XML, XML, "</Table></Worksheet></Workbook>"),
            "formats": numbered('<numFmt numFmtId="@" formatCode="0"/>', XML),
            "a stray cell": lambda size: cells(
                b'<row r="1"><c r="A1"><v>1</v></c></row><row r="%d"><c r="B%d"><v>2</v></c></row>'
                % (size, size)
            ),
            "cells": sheet('<c t="s"><v>5</v></c>'),
        },
    ),
    ("course", look_into, 4 * TEXT, {"files": packed("lessons/a@.yaml", "- a\n" * 2000)}),
    ("yaml", lambda data: parse(decode(data, "f"), "f"), YAML, each((*MARKS, *OF_YAML))),
    ("yaml", lambda data: parse(decode(data, "f"), "f"), YAML, each((*MARKS, *OF_YAML), "a: ")),
    (
        "yaml",
        lambda data: parse(decode(data, "f"), "f"),
        YAML,
        {
            "keys": numbered("k@: 1\n"),
            "a key again": lambda size: numbered("k@: 1\n")(size // 2) + b"last: 1\n" * (size // 16),
            "anchors": numbered("- &a@ [*a@]\n"),
            "aliases": repeated("- *a\n", "- &a [x, x, x]\n"),
            "digits": repeated("9", "a: "),
        },
    ),
    (
        "bank",
        lambda data: check_bank(decode(data, "b.yaml"), "b.yaml"),
        YAML,
        {
            "items": numbered(CHOICE, ITEM),
            "an id again": repeated(CHOICE, ITEM),
            "unknown names": numbered(CHOICE.replace("en: W", "en: '{{x@}}'"), ITEM),
            "keys": numbered(", k@: 1", ITEM + CHOICE.rstrip("}\n"), "}"),
            "params": numbered(
                ", p@: [1, 2]",
                f"{ITEM}- {{id: b.a, type: number, stem: {{en: W, zh: 问}}, params: {{a: [1]",
                "}}",
            ),
            "options": numbered(
                ", {text: {en: a@, zh: 甲}}", f"{ITEM}- {{id: b.a, type: choice, options: [{{text: x}}", "]}"
            ),
            "a long stem": repeated("{{a: ", ITEM + CHOICE.replace("en: W", "en: 'W")[:90], "'}}"),
            "deep sums": repeated("(", f"{ITEM}- {{id: b.a, type: number, answer: {{expr: '", "'}}"),
        },
    ),
    (
        "lesson",
        lambda data: check_lesson(decode(data, "b.yaml"), "b.yaml"),
        YAML,
        {
            "steps": numbered("- {type: read, text: {en: A@, zh: 甲}}\n", STEP),
            "questions that are not there": numbered("- {type: question, item: a.b@}\n", STEP),
            "links": numbered("[[a@|b]] ", f"{STEP}- {{type: read, text: {{en: '", "', zh: 甲}}"),
            "words": numbered("word@ ", f"{STEP}- {{type: read, text: {{en: '", "', zh: 甲}}"),
            "keys": numbered(", k@: 1", f"{STEP}- {{type: read", "}"),
        },
    ),
    ("sum", lambda data: compile_expression(data.decode()), SHORT, each((*MARKS, "a+", "f(", "1**", "not "))),
    *(
        ("answer", kept(item), SHORT, {f"{what} for {kind}": make for what, make in ANSWERS.items()})
        for kind, item in (
            ("one", ONE),
            ("several", SEVERAL),
            ("match", MATCH),
            ("order", ORDER),
            ("number", FIVE),
        )
    ),
    ("typed number", lambda data: read_number(data.decode()), SHORT, each((*MARKS, "1,", "1/", "９"))),
    (
        "run",
        lambda data: run_as_csv("word_of_mouth", once(QueryParams(data.decode()))),
        SHORT,
        {
            "names": numbered("&a@=1"),
            "a name again": repeated("&a=1"),
            "digits": repeated("9", "seed="),
            "exponent": repeated("9", "seed=1e"),
            "escapes": repeated("%ff", "seed="),
            "a long name": repeated(quote("名"), "", "=1"),
        },
    ),
)


@pytest.mark.parametrize(("_", "case"), [pytest.param(name, case, id=name) for name, case in cases()])
def test_reading_costs_no_more_than_in_proportion_to_the_length(_: str, case: Case) -> None:
    costs_no_more_than_its_length(case)
