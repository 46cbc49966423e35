"""Writes questions as GIFT: every mark of the format escaped, decimal points whatever the country."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, assert_never

from courseware.text import LANGUAGES, Text
from exercises.portable.question import (
    ExportedFile,
    Loss,
    Portable,
    PortableNumber,
    PortableOption,
    SideFile,
    WantedLanguage,
)
from interchange import markdown_to_html as markup
from interchange.blanks import for_moodle, one_each, ordered, split_losses
from interchange.media import stays, without_files
from interchange.notes import asked, explained, tags
from interchange.unsupported import no_cloze, without_cloze
from interchange.weights import moved, weight

_ESCAPED: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"} | {"\n": "\\n", "\r": None})


def write(
    portables: Iterable[Portable], *, language: WantedLanguage, name: str = "questions"
) -> ExportedFile:
    """The questions as one GIFT file (UTF-8), with the data they are about beside it.

    Texts are HTML; where both languages are wanted, they stand in Moodle's multilang spans.
    """
    whole = tuple(portables)
    given, stay = without_cloze(one_each(whole))
    kept = tuple(without_files(one) for one in given)
    blocks: list[str] = []
    category: tuple[str, ...] = ()
    for portable in kept:
        if portable.category != category:
            category = portable.category
            steps = (step.replace("/", "//") for step in category)
            blocks.append(f"$CATEGORY: {'/'.join(('$course$', 'top', *steps))}")
        blocks.append(_question(portable, language))
    losses = tuple(Loss(one.id, what) for one in kept for what in _losses(one))
    losses += (*stay, *(lost for one in given for lost in stays(one)))
    losses += tuple(Loss(one.id, what) for one in whole for what in split_losses(one))
    general = (Loss("", PLAIN_NUMBERS),) if any(one.numbers for one in kept) else ()
    text = "\n\n".join(blocks) + "\n"
    return ExportedFile(
        f"{name}.gift.txt", "text/plain", text.encode(), general + losses, _files(kept, language)
    )


def escaped(text: str) -> str:
    r"""The text with every mark of GIFT escaped, on one line.

    >>> print(escaped("a = {b}: c~d#e"))
    a \= \{b\}\: c\~d\#e
    """
    return text.translate(_ESCAPED)


def _question(portable: Portable, wanted: WantedLanguage) -> str:
    name = escaped(markup.plain(portable.name, wanted))
    opening = "{#" if portable.numbers else "{"
    told = explained(portable)
    marks = [f"[id:{_bare(portable.id)}]", *(f"[tag:{_bare(tag)}]" for tag in tags(portable, wanted))]
    lines = [
        f"// {' '.join(marks)}",
        f"::{name}::[html]{_passage(asked(portable), wanted)} {opening}",
        *_answers(portable, wanted),
        *([f"####{_passage(told, wanted)}"] if told else []),
        "}",
    ]
    return "\n".join(lines)


def _passage(text: Text, wanted: WantedLanguage) -> str:
    return escaped(markup.inline(text, wanted))


def _answer(text: Text, wanted: WantedLanguage) -> str:
    """The text of an answer, with its format said where a weight or a format might be seen in it."""
    shown = _passage(text, wanted)
    return f"[html]{shown}" if shown.startswith(("[", "%")) else shown


def _why(text: Text | None, wanted: WantedLanguage) -> str:
    return f"#{_answer(text, wanted)}" if text else ""


def _answers(portable: Portable, wanted: WantedLanguage) -> Iterator[str]:
    match portable.kind:
        case "single" | "several":
            found = _choices(portable, wanted)
        case "truth":
            found = iter((_judged(portable, wanted),))
        case "number":
            found = _numbers(portable, wanted)
        case "match":
            found = _pairs(portable, wanted)
        case "order":
            found = _steps(portable, wanted)
        case "blank":
            found = _words(portable, wanted)
        case "text":
            found = iter(())
        case "cloze":
            raise no_cloze(portable)
        case _:
            assert_never(portable.kind)
    return found


def _choices(portable: Portable, wanted: WantedLanguage) -> Iterator[str]:
    for option in portable.options:
        mark = _mark(option, is_single=portable.kind == "single")
        yield f"{mark}{_answer(option.text, wanted)}{_why(option.why, wanted)}"


def _numbers(portable: Portable, wanted: WantedLanguage) -> Iterator[str]:
    for number in portable.numbers:
        yield f"=%{weight(number.share)}%{_interval(number)}{_why(number.why, wanted)}"


def _pairs(portable: Portable, wanted: WantedLanguage) -> Iterator[str]:
    for pair in portable.pairs:
        yield f"={_answer(pair.row, wanted)} -> {_choice(pair.choice, wanted)}"
    for text in portable.distractors:
        yield f"= -> {_choice(text, wanted)}"


def _steps(portable: Portable, wanted: WantedLanguage) -> Iterator[str]:
    for place, step in enumerate(portable.order, 1):
        yield f"={_answer(step, wanted)} -> {place}"


def _words(portable: Portable, wanted: WantedLanguage) -> Iterator[str]:
    for one in ordered(portable.gaps[0]):
        yield f"=%{weight(one.share)}%{escaped(for_moodle(one.words))}{_why(one.why, wanted)}"


def _judged(portable: Portable, wanted: WantedLanguage) -> str:
    """Whether the statement is true, what is told to those who judge wrongly, then to the others."""
    true, false = portable.options
    word, right, wrong = ("TRUE", true, false) if true.share > false.share else ("FALSE", false, true)
    whys = [_answer(one.why, wanted) if one.why else "" for one in (wrong, right)]
    return "#".join((word, *whys)).rstrip("#")


def _mark(option: PortableOption, *, is_single: bool) -> str:
    if is_single and option.share >= 1:
        return "="
    share = weight(option.share)
    return f"~%{share}%" if share.percent else "~"


def _interval(number: PortableNumber) -> str:
    return f"{decimal(number.value)}:{decimal(number.tolerance)}"


def decimal(value: float) -> str:
    """A number with a decimal point and no exponent, and no digit lost.

    >>> decimal(-0.0000012), decimal(3.0)
    ('-0.0000012', '3')
    """
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def _choice(text: Text, wanted: WantedLanguage) -> str:
    """A choice of a match, where GIFT knows no markup and an arrow would begin another choice."""
    return escaped(markup.plain(text, wanted).replace("->", "→"))


def _bare(mark: str) -> str:
    """A name that stands between square brackets."""
    return re.sub(r"[<>`\s]+", " ", mark).replace("]", r"\]").strip()


def _files(portables: Iterable[Portable], wanted: WantedLanguage) -> tuple[SideFile, ...]:
    sides = LANGUAGES if wanted == "both" else (wanted,)
    tables = [portable.table for portable in portables if portable.table]
    files = {table.file_name(side): table.file(side) for table in tables for side in sides}
    return tuple(files.values())


def _losses(portable: Portable) -> Iterator[Text]:
    shares = portable.shares()
    if change := moved(shares):
        yield change
    if portable.hints:
        yield _HINTS
    if portable.rubric:
        yield _RUBRIC
    if portable.case_counts:
        yield _CASE
    if portable.unit:
        yield _UNIT.fill({"unit": portable.unit})
    if portable.order:
        yield _ORDER
    if any(pair.why for pair in portable.pairs):
        yield WHYS
    if any(not markup.is_plain(text[side]) for text in _placed(portable) for side in LANGUAGES):
        yield _CHOICES
    if portable.table:
        yield _TABLE.fill({"name": portable.table.name})


def _placed(portable: Portable) -> tuple[Text, ...]:
    return (*(pair.choice for pair in portable.pairs), *portable.distractors)


PLAIN_NUMBERS: Final = Text(
    en="Other platforms read plain numbers only, such as 12.5 or -3, and neither ratios (3.6:1) nor 1.2万. "
    "What a comma means depends on the language that the student has set there.",
    zh="其他平台只认 12.5、-3 这样的普通数字，不认 3.6:1 这样的比，也不认“1.2万”。"
    "逗号算小数点还是千位分隔符，取决于学生在平台上选的语言。",
)
WHYS: Final = Text(
    en="The reasons of its rows have moved into the explanation, which is shown after the answer.",
    zh="各行的理由移到了答题后显示的解析里。",
)
_HINTS: Final = Text(
    en="Its hints stay behind: GIFT has no place for them.", zh="提示带不走：GIFT 没有放提示的地方。"
)
_RUBRIC: Final = Text(
    en="Its rubric and its model answer stay behind: GIFT has no place for them.",
    zh="评分要点和参考答案带不走：GIFT 没有放它们的地方。",
)
_CASE: Final = Text(en="GIFT does not tell capitals from small letters.", zh="GIFT 不区分大小写。")
_UNIT: Final = Text(
    en="GIFT knows no units: students type the number alone, without “{unit}”.",
    zh="GIFT 没有单位：学生只填数字，不要写“{unit}”。",
)
_ORDER: Final = Text(
    en="GIFT knows no ordering: each step is matched with its number, and every number right earns its part; "
    "here pairs in the right order are counted.",
    zh="GIFT 没有排序题：改为给每一步配上序号，配对一个得一份分；而这里按前后顺序正确的对数计分。",
)
_CHOICES: Final = Text(
    en="Emphasis, formulas and code in its choices are written as plain words.",
    zh="选项中的强调、公式和代码改成了普通文字。",
)
_TABLE: Final = Text(
    en="GIFT holds no files: give your students the data ({name}) that are exported beside it.",
    zh="GIFT 不能带文件：请把一并导出的数据（{name}）发给学生。",
)
