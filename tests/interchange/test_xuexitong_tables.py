"""Sheets as schools really keep them: formats, formulas, dates, hidden sheets, web pages called .xls, CSV."""

from io import BytesIO

import openpyxl
import pytest

from courseware.problem import ReaderError
from exercises.portable.question import Portable, RowReport
from interchange.formats import guess_format
from interchange.spreadsheets.number_formats import shown
from interchange.spreadsheets.tables import read_tables
from interchange.xuexitong import read
from tests.interchange.by_hand import cells

HEAD = ("题型", "题干", "答案", "选项A", "选项B", "选项C")
PAGE = (
    "<html><meta charset='{code}'><table><tr><th>学号<th>姓名</tr>"
    "<tr><td>0012<td>张三</td></tr></table></html>"
)
WORKBOOK = (
    '<?xml version="1.0" encoding="{code}"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1">'
    '<NumberFormat ss:Format="0000"/></Style></Styles><Worksheet ss:Name="1班"><Table>'
    '<Row ss:Index="1"><Cell><Data ss:Type="String">学号</Data></Cell>'
    '<Cell><ss:Data ss:Type="String">姓<B>名</B></ss:Data><Comment><Data>备注</Data></Comment></Cell></Row>'
    '<Row><Cell ss:StyleID="s1"><Data ss:Type="Number">12</Data></Cell>'
    '<Cell><Data ss:Type="String">张三</Data></Cell></Row></Table></Worksheet></Workbook>'
)


def book(*rows: tuple[str | float, ...], formats: dict[str, str] | None = None) -> openpyxl.Workbook:
    """A workbook with a sheet of questions."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in (HEAD, *rows):
        sheet.append(row)
    for place, form in (formats or {}).items():
        sheet[place].number_format = form
    return made


def brought(made: openpyxl.Workbook) -> tuple[tuple[Portable, ...], tuple[RowReport, ...]]:
    """What reading the workbook gives."""
    file = BytesIO()
    made.save(file)
    return read(file.getvalue())


@pytest.mark.parametrize(
    ("written", "form", "seen"),
    [
        ("12", "00000000", "00000012"),
        ("0.6", "0%", "60%"),
        ("0.125", "0.0%", "12.5%"),
        ("3", "0.00", "3.00"),
        ("1000", "#,##0", "1,000"),
        ("7", '"2026"000', "2026007"),
        ("5", '0"人"', "5人"),
        ("12", "General", "12"),
        ("0.1000000000000001", "General", "0.1"),
        ("-2.5", "0.0", "-2.5"),
        ("12", "@", "12"),
    ],
)
def test_a_number_reads_as_it_looks(written: str, form: str, seen: str) -> None:
    assert (shown(written, form).text, shown(written, form).note) == (seen, None)


@pytest.mark.parametrize(
    ("written", "form", "read_as"),
    [
        ("0.5", "# ?/?", "0.5"),
        ("12.3456", "0.00", "12.3456"),
        ("5", "[$¥-804]0", "5"),
        ("-5", "0;(0)", "-5"),
        ("1500", "0,", "1500"),
        ("2.0240011234567898E+17", "General", "202400112345679000"),
    ],
)
def test_a_number_that_does_not_read_as_it_looks_is_told(written: str, form: str, read_as: str) -> None:
    number = shown(written, form)

    assert number.text == read_as
    assert number.note
    assert all(read_as in said for said in (number.note.en, number.note.zh))


def test_options_that_a_spreadsheet_made_dates_of_are_refused_with_their_cell_and_the_row_is_not_taken() -> (
    None
):
    formats = {"D2": 'm"月"d"日"', "E2": "yyyy/m/d"}
    portables, (row,) = brought(book(("单选题", "哪个分数最大？", "A", 45293, 45355, "无"), formats=formats))

    assert (portables, row.ok, row.row) == ((), False, 2)
    assert "Cell D2: it holds a date (2024-01-02)" in row.message.en
    assert "D2 单元格：这里是日期（2024-01-02）" in row.message.zh


def test_options_read_as_they_look_and_what_cannot_is_told_with_its_cell() -> None:
    formats = {"D2": "0%", "E2": "000", "F2": "# ?/?"}
    (portable,), (row,) = brought(book(("单选题", "多少？", "A", 0.6, 7, 0.5), formats=formats))

    assert [option.text.zh for option in portable.options] == ["60%", "007", "0.5"]
    assert "Cell F2: It has the number format # ?/?" in row.message.en
    assert "F2 单元格" in row.message.zh


@pytest.mark.parametrize(
    ("cell", "read_as", "told"),
    [
        ('<c r="B2" t="str"><f>A1</f><v>哪个？</v></c>', "哪个？", ""),
        ('<c r="B2"><f>1+1</f><v>2</v></c>', "2", ""),
        ('<c r="B2"><f>1+1</f><v></v></c>', None, "formula without its result"),
        ('<c r="B2"><f>1+1</f></c>', None, "formula without its result"),
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', None, "error #DIV/0!"),
    ],
)
def test_what_a_formula_came_to_is_read_and_nothing_is_worked_out(
    cell: str, read_as: str | None, told: str
) -> None:
    def words(place: str, text: str) -> str:
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'

    head = "".join(words(f"{letter}1", text) for letter, text in zip("ABCDE", HEAD, strict=False))
    row = "".join(words(place, text) for place, text in (("C2", "A"), ("D2", "甲"), ("E2", "乙")))
    xml = f'<row r="1">{head}</row><row r="2">{words("A2", "单选题")}{cell}{row}</row>'
    portables, (report,) = read(cells(xml.encode()))

    assert [portable.stem.zh for portable in portables] == ([read_as] if read_as else [])
    assert told in report.message.en


def test_sheets_that_are_hidden_or_have_no_head_are_told_as_not_read() -> None:
    made = book(("单选题", "哪个？", "A", "甲", "乙"))
    hidden = made.create_sheet("旧题")
    for row in (HEAD, ("单选题", "旧的？", "A", "甲", "乙")):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    made.create_sheet("填写说明").append(["请按模板填写"])
    made.create_sheet("选项").sheet_state = "veryHidden"
    portables, rows = brought(made)

    assert [portable.stem.zh for portable in portables] == ["哪个？"]
    assert [(row.name, row.ok, row.is_question) for row in rows[1:]] == [
        ("旧题", False, False),
        ("填写说明", False, False),
    ]
    assert "hidden" in rows[1].message.en
    assert "没有找到" in rows[2].message.zh


def test_a_file_whose_questions_are_all_hidden_says_on_which_sheets() -> None:
    made = book(("单选题", "哪个？", "A", "甲", "乙"))
    made.worksheets[0].title = "题库"
    made.create_sheet("封面")
    made.worksheets[0].sheet_state = "hidden"
    made.active = 1

    with pytest.raises(ReaderError, match=r"Only hidden sheets.*题库"):
        brought(made)


@pytest.mark.parametrize(
    "letters", [("A. ", "B. ", "C. "), ("A、", "B、", "C、"), ("Ａ．", "Ｂ．", "Ｃ．"), ("a) ", "b) ", "c) ")]
)
def test_letters_typed_into_options_are_taken_away_and_that_is_told(letters: tuple[str, str, str]) -> None:
    options = tuple(f"{letter}{text}" for letter, text in zip(letters, ("价格", "服务", "品牌"), strict=True))
    (portable,), (row,) = brought(book(("单选题", "哪个？", "B", *options)))

    assert [option.text.zh for option in portable.options] == ["价格", "服务", "品牌"]
    assert [option.share for option in portable.options] == [0, 1, 0]
    assert "letters typed before its options" in row.message.en
    assert "选项文字前手写的字母" in row.message.zh


def test_letters_that_belong_to_an_option_stay() -> None:
    (portable,), (row,) = brought(book(("单选题", "哪类客户？", "A", "A类", "C类", "B类")))

    assert [option.text.zh for option in portable.options] == ["A类", "C类", "B类"]
    assert "letters" not in row.message.en


@pytest.mark.parametrize("made", [PAGE, WORKBOOK])
@pytest.mark.parametrize("code", ["utf-8", "gbk", "utf-16"])
def test_web_pages_and_old_xml_that_are_called_xls_are_read_in_the_code_they_declare(
    made: str, code: str
) -> None:
    tables = read_tables(made.format(code=code).encode(code))

    assert tables.note is None
    assert [dict(row) for row in tables.sheets[0].rows.values()] == [
        {1: "学号", 2: "姓名"},
        {1: "0012", 2: "张三"},
    ]


def test_joined_cells_of_a_web_page_stand_where_a_reader_sees_them() -> None:
    page = (
        "<table><tr><td colspan=2>名单<tr><td rowspan=2>1班<td>张三<tr><td>李<br>四&nbsp;"
        "<tr><td>2班</td><td>王五</td></tr></table>"
    )
    (sheet,) = read_tables(page.encode()).sheets

    assert [tuple(row[at] for at in (1, 2)) for row in sheet.rows.values()] == [
        ("名单", "名单"),
        ("1班", "张三"),
        ("1班", "李\n四"),
        ("2班", "王五"),
    ]


def test_every_innermost_table_of_a_page_is_a_sheet() -> None:
    page = "<table><tr><td><table><tr><td>a</table><td><table><tr><td>b</table></table>"

    assert [dict(sheet.rows) for sheet in read_tables(page.encode()).sheets] == [{1: {1: "a"}}, {1: {1: "b"}}]


def test_a_web_archive_called_xls_says_what_to_do() -> None:
    with pytest.raises(ReaderError, match=r"save it as \.xlsx"):
        read_tables(b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n")


@pytest.mark.parametrize("code", ["utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_sheet_of_questions_saved_as_text_is_known_and_read(code: str, mark: str) -> None:
    rows = (HEAD[:5], ("单选题", '"哪个,\n还是？"', "A", "甲", "乙"))
    data = "\n".join(mark.join(row) for row in rows).encode(code)
    form = guess_format(data)
    assert form.id == "xuexitong"
    assert form.read
    (portable,), rows_ = form.read(data)

    assert portable.stem.zh == "哪个,\n\n还是？"
    assert ["GBK" in row.message.en for row in rows_] == ([True, False] if code == "gbk" else [False])


@pytest.mark.parametrize("words", ["题目：哪个？ {=甲 ~乙}", "<quiz/>", "::题:: 题干,答案 {=甲 ~乙}"])
def test_other_formats_are_not_taken_for_sheets(words: str) -> None:
    assert guess_format(words.encode()).id in {"gift", "moodle"}
