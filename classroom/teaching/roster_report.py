"""What a teacher is told of a class list that was read: all of the file that is not in the list, and why."""

from typing import Final

from courseware.text import Text

LONGEST: Final = 40


def short(words: str) -> str:
    """The beginning of what a line says."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def column(title: str | int, sample: str) -> Text:
    """A column by its head, or by its place and what stands in it if it has none."""
    return (
        Text(en=title, zh=title) if isinstance(title, str) else _COLUMN.fill({"at": title, "words": sample})
    )


_COLUMN: Final = Text(en="column {at} ({words} …)", zh="第 {at} 列（{words} 等）")
NOBODY: Final = Text(
    en="There is no name in this. Write one student a line: a name, or a number and a name.",
    zh="没有读到姓名。请每行写一名学生：只写姓名，或写学号和姓名。",
)
MANY: Final = Text(
    en="These are {count} students; a class has at most {most}. Is this the right file?",
    zh="共读到 {count} 名学生，一个班最多 {most} 名。请确认文件是否正确。",
)
LINES: Final = Text(
    en="There are {count} lines in this; a class list is read up to {most}. Is this the right file?",
    zh="共有 {count} 行，班级名单最多读取 {most} 行。请确认文件是否正确。",
)
LONG_LINE: Final = Text(
    en="Line {line} has {count} characters; a line of a class list has at most {most}. "
    "Write one student a line.",
    zh="第 {line} 行有 {count} 个字符，名单的一行最多 {most} 个。请每行只写一名学生。",
)
UNREAD: Final = Text(
    en="The sheet {name} was not read: a list is one class. Bring it in by itself.",
    zh="工作表“{name}”没有读取：一份名单只对应一个班，请单独导入。",
)
HIDDEN: Final = Text(
    en="The sheet {name} is hidden and was not read.", zh="工作表“{name}”是隐藏的，没有读取。"
)
TOO_WIDE: Final = Text(
    en="The columns of the sheet after the {most}th were not looked at.",
    zh="工作表第 {most} 列之后的内容没有读取。",
)
COLUMNS: Final = Text(
    en="A class list keeps names and numbers only. These columns were left out: {en}.",
    zh="名单只保存姓名和学号，以下各列没有带入：{zh}。",
)
JOINED: Final = Text(
    en="Each name was put together from two columns: {heads}.", zh="姓名由两列合并而成：{heads}。"
)
CLASSES: Final = Text(
    en="The file names {count} classes, and all were read as one: {en}.",
    zh="文件中有 {count} 个班，已合为一份名单：{zh}。",
)
SAME_NUMBER: Final = Text(
    en="The number {number} belongs to more than one student: {en}. They were read so; please check.",
    zh="学号 {number} 对应多名学生：{zh}。已照原样读取，请核对。",
)
ABOVE: Final = Text(
    en="Line {line} stands above the head and was left out: {words}.",
    zh="第 {line} 行在表头之上，没有读取：{words}。",
)
HEADING: Final = Text(
    en="Line {line} was taken for a heading and left out: {words}.",
    zh="第 {line} 行像是标题，没有读取：{words}。",
)
NO_STUDENT: Final = Text(
    en="Line {line} was taken for a total, a note or a signature and left out: {words}.",
    zh="第 {line} 行像是合计、备注或签名，没有读取：{words}。",
)
NO_NAME: Final = Text(
    en="Line {line} has no name and was left out: {words}.",
    zh="第 {line} 行没有姓名，没有读取：{words}。",
)
MADE_UP: Final = Text(
    en="Line {line} is the student that Canvas makes up for tests and was left out: {words}.",
    zh="第 {line} 行是 Canvas 的测试学生，没有读取：{words}。",
)
LEFT: Final = Text(
    en="Line {line}: of {name} this was not kept: {left}.", zh="第 {line} 行“{name}”有内容没有带入：{left}。"
)
CELL: Final = Text(en="Cell {cell}: {en}", zh="{cell} 单元格：{zh}")
SHORTENED: Final = Text(
    en="Line {line}: the number {number} was shortened by a spreadsheet, and its last digits are lost. "
    "Make that column a text there and save the file again.",
    zh="第 {line} 行：学号 {number} 已被电子表格缩写，末尾几位丢失。请在表格中把该列设为文本格式后重新保存。",
)
AGAIN: Final = Text(
    en="Line {line} repeats {name} of line {first}.", zh="第 {line} 行的“{name}”与第 {first} 行重复。"
)
LONG: Final = Text(
    en="Line {line} is too long for a name or a number (at most {most} characters) and was left out: "
    "{words}.",
    zh="第 {line} 行作为姓名或学号太长（最多 {most} 个字符），没有读取：{words}。",
)
