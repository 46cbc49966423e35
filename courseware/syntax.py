"""Says in plain words what is wrong where text is not YAML at all."""

import re
from typing import Final

import yaml

from courseware.problem import Problem
from courseware.slips import find_slip
from courseware.text import Text


def explain_syntax(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """The parser's complaint as a Problem; `text` is what it read."""
    raw = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    line, column = _place(error, text)
    nearby = text.splitlines()[max(0, line - 2) : line]
    if nearby and re.match(r" *\t", nearby[-1]):
        return Problem(file, line, column, "", *_TAB)
    opened = getattr(error, "context_mark", None)
    if slip := find_slip(text, line, _broken_line, (opened.line, opened.column) if opened else None):
        return Problem(file, slip.line, slip.column, "", slip.message, slip.advice)
    message, advice = _sentence(raw)
    message = message.fill({"line": opened.line + 1 if opened else line})
    return Problem(file, line, column, "", message, advice)


def _broken_line(text: str) -> int | None:
    """In which line (from 0) this text is no YAML; None if it is."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line if mark else 0
    return None


def _place(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Where the complaint is; where the bracket or quote was opened if only the end of the text is named."""
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None or (opened is not None and mark.index >= len(text.rstrip())):
        mark = opened or mark
    if mark is None:
        return 1, 1
    last = text.rstrip().split("\n")
    if mark.line >= len(last):  # past the end: point behind the last word
        return len(last), len(last[-1]) + 1
    return mark.line + 1, mark.column + 1


def _sentence(raw: str) -> tuple[Text, Text]:
    for words, message, advice in _SENTENCES:
        if words in raw:
            return message, advice
    return _ANYTHING


_COLON_ADVICE: Final = Text(
    en="After a key write the half-width colon ':' and a space, not the full-width one.",
    zh="键名之后请用半角冒号“:”并加一个空格，不要用全角冒号。",
)
_ANYTHING: Final = (
    Text(en="From here on the text is not YAML.", zh="从此处起，内容不符合 YAML 格式。"),
    Text(
        en="Compare indentation, quotes and brackets with the lines above.",
        zh="请与上文对照，检查缩进、引号和括号。",
    ),
)
_TAB: Final = (
    Text(en="A tab stands where spaces are expected.", zh="此处应为空格，却出现了制表符（Tab）。"),
    Text(en="Indent with spaces only.", zh="请只用空格缩进。"),
)
_SENTENCES: Final = (
    (
        "character that cannot start any token",
        Text(en="No value can begin with this character.", zh="值不能以这个字符开头。"),
        Text(
            en="Put a value that begins with @, % or ` in double quotes.",
            zh="以 @、% 或 ` 开头的内容请放进英文双引号中。",
        ),
    ),
    (
        "mapping values are not allowed",
        Text(
            en="A second colon stands where one value is expected.", zh="此处只应有一个值，却又出现了冒号。"
        ),
        Text(
            en="Put a sentence with a colon in it in double quotes; or the line above lacks its colon.",
            zh="如果句子里含有冒号，请把整句放进英文双引号中；也可能是上一行缺少冒号。",
        ),
    ),
    (
        "could not find expected ':'",
        Text(en="A key is not followed by a colon.", zh="键名之后缺少冒号。"),
        _COLON_ADVICE,
    ),
    (
        "unexpected end of stream",
        Text(en="A quotation mark is opened and never closed.", zh="引号只有前一半，没有关上。"),
        Text(en="Close the quotation mark.", zh="请补上后一个引号。"),
    ),
    (
        "unknown escape character",
        Text(
            en="A backslash in double quotes stands before a character it cannot escape.",
            zh="双引号中的反斜杠后面跟了不能转义的字符。",
        ),
        Text(en="Write two backslashes, or use single quotes.", zh="请写两个反斜杠，或改用单引号。"),
    ),
    (
        "flow sequence",
        Text(
            en="The list in square brackets that begins in line {line} does not go on here.",
            zh="从第 {line} 行开始的方括号列表在此处中断。",
        ),
        Text(en="Look for a missing comma or ']'.", zh="请检查是否缺少半角逗号或“]”。"),
    ),
    (
        "flow mapping",
        Text(
            en="The group in braces that begins in line {line} does not go on here.",
            zh="从第 {line} 行开始的花括号内容在此处中断。",
        ),
        Text(
            en="Look for a missing comma or '}'; put sentences with commas in quotes.",
            zh="请检查是否缺少半角逗号或“}”；含逗号的句子请加引号。",
        ),
    ),
    (
        "flow node",
        Text(en="A bracket or brace is opened and not closed.", zh="括号只有前一半，没有关上。"),
        Text(en="Look for a missing ']' or '}'.", zh="请检查是否缺少“]”或“}”。"),
    ),
    (
        "block",
        Text(en="This line does not fit the lines above it.", zh="这一行与上文的层次不一致。"),
        Text(
            en="Indent it like its neighbours; put a sentence that has quotation marks in quotes.",
            zh="请与同级的行对齐缩进；句中带引号时，请把整句放进引号。",
        ),
    ),
    (
        "undefined alias",
        Text(en="This alias (*name) refers to nothing above it.", zh="这个别名（*名称）在上文没有定义。"),
        Text(
            en="Put text that begins with * in double quotes, or name it above with &.",
            zh="以 * 开头的文字请放进英文双引号中，或先在上文用 & 定义。",
        ),
    ),
    (
        "duplicate anchor",
        Text(en="This name (&name) is given twice.", zh="这个锚点（&名称）定义了两次。"),
        Text(en="Give each its own name.", zh="请换一个名称。"),
    ),
    (
        "alias",
        Text(en="A * begins an alias here, but no name follows.", zh="此处的 * 表示别名，但后面没有名称。"),
        Text(en="Put text that begins with * in double quotes.", zh="以 * 开头的文字请放进英文双引号中。"),
    ),
    (
        "single document",
        Text(en="A second document begins here (---).", zh="此处开始了第二个文档（---）。"),
        Text(
            en="One file holds one document: delete the line ---.",
            zh="一个文件只能有一个文档：请删除“---”这一行。",
        ),
    ),
)
