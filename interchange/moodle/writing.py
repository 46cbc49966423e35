"""Writes questions as Moodle XML: both languages, units, tolerance, hints, reasons, tags and the data."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Final, assert_never

from courseware.text import LANGUAGES, Text
from exercises.gap_marks import in_gaps
from exercises.portable.question import ExportedFile, Loss, Portable, WantedLanguage
from interchange import markdown_to_html as markup
from interchange.blanks import for_moodle, one_each, ordered, split_losses
from interchange.gift.writing import PLAIN_NUMBERS, WHYS, decimal
from interchange.media import MOST_EMBEDDED, files_in, linked, texts_of, without_files, worded
from interchange.moodle.embedding import embedded
from interchange.notes import asked, explained, tags
from interchange.rubrics import rubric_told
from interchange.weights import moved, weight

_FOLDER: Final = "@@PLUGINFILE@@"
_FILE: Final = f"[{{name}}]({_FOLDER}/{{name}})"
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PENALTIES: Final = {0.33: "0.3333333", 0.333: "0.3333333", 0.3333: "0.3333333"}
Lines = Iterator[str]


def write(
    portables: Iterable[Portable],
    *,
    language: WantedLanguage,
    name: str = "questions",
    has_ordering: bool = True,
) -> ExportedFile:
    """The questions as one Moodle XML file, the data of each embedded in it, and what its texts show.

    Both languages stand in spans, of which Moodle's multi-language filter shows the reader's. Questions of
    order are of the type `ordering`, part of Moodle since 4.4; without `has_ordering` they are matches
    of each step with its number.
    """
    whole = tuple(portables)
    # in Moodle's spans of two languages each gap would stand, and count, twice
    kept, left_behind = _within_bounds(tuple(one_each(whole)) if language == "both" else whole, language)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    category: tuple[str, ...] = ()
    for portable in kept:
        if portable.category != category:
            category = portable.category
            lines += _category(category)
        lines += _question(portable, language, has_ordering)
    lines.append("</quiz>\n")
    losses = tuple(Loss(one.id, what) for one in kept for what in _losses(one, has_ordering))
    if language == "both":
        losses += tuple(Loss(one.id, what) for one in whole for what in split_losses(one))
    general = (Loss("", PLAIN_NUMBERS),) if any(one.numbers or one.parts for one in kept) else ()
    return ExportedFile(
        f"{name}.moodle.xml", "application/xml", "\n".join(lines).encode(), general + left_behind + losses
    )


def cdata(words: str) -> str:
    """Words as they may stand in XML: in a CDATA section if they need one.

    >>> cdata("a & b ]]> c"), cdata("a")
    ('<![CDATA[a & b ]]]]><![CDATA[> c]]>', 'a')
    """
    clean = _NOT_XML.sub("", words)
    if not re.search("[<>&]", clean):
        return clean
    return f"<![CDATA[{clean.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _category(category: tuple[str, ...]) -> Lines:
    path = "/".join(("$course$", "top", *(step.replace("/", "//") for step in category)))
    yield '  <question type="category">'
    yield f"    <category><text>{cdata(path)}</text></category>"
    yield "  </question>"


def _question(portable: Portable, wanted: WantedLanguage, has_ordering: bool) -> Lines:
    told = explained(portable)
    type_, body = _answered(portable, wanted, has_ordering)
    yield f'  <question type="{type_}">'
    yield f"    <name><text>{cdata(markup.plain(portable.name, wanted))}</text></name>"
    yield '    <questiontext format="html">'
    yield from (f"      {line}" for line in _stem(portable, wanted))
    yield from _files(portable, wanted)
    yield "    </questiontext>"
    yield f"    {_html('generalfeedback', told, wanted)}"
    yield "    <defaultgrade>1</defaultgrade>"
    yield f"    <penalty>{_PENALTIES.get(portable.penalty, f'{portable.penalty:.7g}')}</penalty>"
    yield "    <hidden>0</hidden>"
    yield f"    <idnumber>{cdata(portable.id)}</idnumber>"
    yield from (f"    {line}" for line in body)
    yield from (f"    {line}" for line in _hints(portable, wanted))
    yield "    <tags>"
    yield from (f"      <tag><text>{cdata(tag)}</text></tag>" for tag in tags(portable, wanted))
    yield "    </tags>"
    yield "  </question>"


def _html(tag: str, text: Text | None, wanted: WantedLanguage) -> str:
    told = _told(text, wanted) if text else ("<text></text>",)
    return f'<{tag} format="html">{"".join(told)}</{tag}>'


def _told(
    text: Text, wanted: WantedLanguage, write: Callable[[Text, WantedLanguage], str] = markup.html
) -> Lines:
    """The text, then the files that it shows, as Moodle keeps them: beside each text its own."""
    yield f"<text>{cdata(write(linked(text, _FOLDER), wanted))}</text>"
    yield from (_file(file.name, file.data()) for file in files_in([text], wanted))


def _file(name: str, data: bytes) -> str:
    return f'<file name="{escape(name)}" path="/" encoding="base64">{b64encode(data).decode()}</file>'


def _files(portable: Portable, wanted: WantedLanguage) -> Lines:
    if portable.table:
        for side in LANGUAGES if wanted == "both" else (wanted,):
            file = portable.table.file(side)
            yield f"      {_file(file.name, file.data)}"


def _answered(portable: Portable, wanted: WantedLanguage, has_ordering: bool) -> tuple[str, Lines]:
    """The type of question that Moodle has for it, and its answers."""
    match portable.kind:
        case "single" | "several" as kind:
            found = "multichoice", _choices(portable, wanted, is_single=kind == "single")
        case "truth":
            found = "truefalse", _judged(portable, wanted)
        case "number":
            found = "numerical", _numbers(portable, wanted)
        case "match":
            found = "matching", _matches(portable, wanted)
        case "order" if has_ordering:
            found = "ordering", _steps(portable, wanted)
        case "order":
            found = "matching", _numbered(portable, wanted)
        case "blank" if len(portable.gaps) == 1:
            found = "shortanswer", _short(portable, wanted)
        case "blank":
            found = "cloze", iter(())
        case "cloze":
            found = "cloze", iter(())
        case "text":
            found = "essay", _essay(portable, wanted)
        case _:
            assert_never(portable.kind)
    return found


def _choices(portable: Portable, wanted: WantedLanguage, *, is_single: bool) -> Lines:
    yield f"<single>{_flag(is_single)}</single>"
    yield f"<shuffleanswers>{_flag(portable.is_shuffled)}</shuffleanswers>"
    yield "<answernumbering>abc</answernumbering>"
    yield "<showstandardinstruction>1</showstandardinstruction>"
    for option in portable.options:
        yield f'<answer fraction="{weight(option.share)}" format="html">'
        yield from (f"  {line}" for line in _told(option.text, wanted, markup.inline))
        yield from _why(option.why, wanted)
        yield "</answer>"


def _judged(portable: Portable, wanted: WantedLanguage) -> Lines:
    for name, option in zip(("true", "false"), portable.options, strict=True):
        yield f'<answer fraction="{weight(option.share)}" format="moodle_auto_format">'
        yield f"  <text>{name}</text>"
        yield from _why(option.why, wanted)
        yield "</answer>"


def _numbers(portable: Portable, wanted: WantedLanguage) -> Lines:
    for number in portable.numbers:
        yield f'<answer fraction="{weight(number.share)}" format="moodle_auto_format">'
        yield f"  <text>{decimal(number.value)}</text>"
        yield from _why(number.why, wanted)
        yield f"  <tolerance>{decimal(number.tolerance)}</tolerance>"
        yield "</answer>"
    names = dict.fromkeys((portable.unit.en, portable.unit.zh) if portable.unit else ())
    if names:
        yield "<units>"
        for name in names:
            yield f"  <unit><multiplier>1</multiplier><unit_name>{cdata(name)}</unit_name></unit>"
        yield "</units>"
    yield "<unitgradingtype>0</unitgradingtype>"
    yield "<unitpenalty>0.1</unitpenalty>"
    yield f"<showunits>{0 if names else 3}</showunits>"
    yield "<unitsleft>0</unitsleft>"


def _short(portable: Portable, wanted: WantedLanguage) -> Lines:
    yield f"<usecase>{int(portable.case_counts)}</usecase>"
    for one in ordered(portable.gaps[0]):
        yield f'<answer fraction="{weight(one.share)}" format="moodle_auto_format">'
        yield f"  <text>{cdata(for_moodle(one.words))}</text>"
        yield from _why(one.why, wanted)
        yield "</answer>"


def _essay(portable: Portable, wanted: WantedLanguage) -> Lines:
    yield "<responseformat>editor</responseformat>"
    yield "<responserequired>1</responserequired>"
    yield "<responsefieldlines>15</responsefieldlines>"
    yield "<attachments>0</attachments>"
    yield "<attachmentsrequired>0</attachmentsrequired>"
    yield _html("graderinfo", rubric_told(portable.rubric) if portable.rubric else None, wanted)
    yield _html("responsetemplate", None, wanted)


def _stem(portable: Portable, wanted: WantedLanguage) -> Lines:
    """What is asked; several gaps have their answers in the text, and several parts below it."""
    fields = "".join(embedded(portable, wanted)) if portable.parts else ""
    if len(portable.gaps) < 2 and not fields:
        return _told(asked(portable, _FILE), wanted)

    def write(text: Text, wanted: WantedLanguage) -> str:
        html = markup.html(text, wanted)
        return in_gaps(html, lambda number: _embedded(portable, number, wanted)) + fields

    return _told(asked(portable, _FILE), wanted, write)


def _embedded(portable: Portable, number: int, wanted: WantedLanguage) -> str:
    """A gap in Moodle's notation of embedded answers."""
    said = []
    for one in ordered(portable.gaps[number - 1]):
        why = f"#{_in_cloze(markup.inline(one.why, wanted))}" if one.why else ""
        said.append(f"%{weight(one.share)}%{_in_cloze(escape(for_moodle(one.words), quote=False))}{why}")
    return f"{{1:SHORTANSWER{'_C' * portable.case_counts}:{'~'.join(said)}}}"


def _in_cloze(words: str) -> str:
    return re.sub(r'([}#~/"\\])', r"\\\1", words)


def _matches(portable: Portable, wanted: WantedLanguage) -> Lines:
    yield f"<shuffleanswers>{_flag(portable.is_shuffled)}</shuffleanswers>"
    for pair in portable.pairs:
        yield from _subquestion(pair.row, markup.plain(worded(pair.choice), wanted), wanted)
    for text in portable.distractors:
        yield from _subquestion(None, markup.plain(worded(text), wanted), wanted)


def _numbered(portable: Portable, wanted: WantedLanguage) -> Lines:
    yield "<shuffleanswers>true</shuffleanswers>"
    for place, step in enumerate(portable.order, 1):
        yield from _subquestion(step, str(place), wanted)


def _subquestion(text: Text | None, answer: str, wanted: WantedLanguage) -> Lines:
    yield '<subquestion format="html">'
    yield from (f"  {line}" for line in (_told(text, wanted) if text else ("<text></text>",)))
    yield f"  <answer><text>{cdata(answer)}</text></answer>"
    yield "</subquestion>"


def _steps(portable: Portable, wanted: WantedLanguage) -> Lines:
    yield "<layouttype>VERTICAL</layouttype>"
    yield "<selecttype>ALL</selecttype>"
    yield f"<selectcount>{len(portable.order)}</selectcount>"
    yield "<gradingtype>RELATIVE_TO_CORRECT</gradingtype>"
    yield "<showgrading>SHOW</showgrading>"
    yield "<numberingstyle>none</numberingstyle>"
    # Moodle stops the whole import, later questions too, at an ordering question without these four
    yield from (_html(f"{how}feedback", None, "both") for how in ("correct", "partiallycorrect", "incorrect"))
    yield "<shownumcorrect/>"
    for place, step in enumerate(portable.order, 1):
        yield f'<answer fraction="{place}.0000000" format="html">'
        yield from (f"  {line}" for line in _told(step, wanted, markup.inline))
        yield "</answer>"


def _why(why: Text | None, wanted: WantedLanguage) -> Lines:
    if why:
        yield f"  {_html('feedback', why, wanted)}"


def _hints(portable: Portable, wanted: WantedLanguage) -> Lines:
    for text, _ in portable.hints:
        yield _html("hint", text, wanted)


def _flag(is_so: bool) -> str:
    return "true" if is_so else "false"


def _within_bounds(
    portables: tuple[Portable, ...], wanted: WantedLanguage
) -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    """The questions, without what they show if all of that together is more than a file should hold."""
    shown = [files_in([text], wanted) for one in portables for text in texts_of(one)]
    if sum(file.path.stat().st_size for files in shown for file in files) <= MOST_EMBEDDED:
        return portables, ()
    return tuple(without_files(one) for one in portables), (Loss("", _HEAVY),)


def _losses(portable: Portable, has_ordering: bool) -> Iterator[Text]:
    shares = portable.shares()
    if change := moved(shares):
        yield change
    if portable.parts:
        yield _EMBEDDED
    if any(part.follows for part in portable.parts):
        yield _FOLLOWS
    if portable.hints:
        yield _HINTS
    if portable.order:
        yield _ORDERING if has_ordering else _NUMBERED
    if any(pair.why for pair in portable.pairs):
        yield WHYS
    choices = (*(pair.choice for pair in portable.pairs), *portable.distractors)
    if any(not markup.is_plain(text[side]) for text in choices for side in LANGUAGES):
        yield _PLAIN_CHOICES


_HINTS: Final = Text(
    en="In Moodle a hint appears by itself after a wrong try, and costs what the try costs; a student cannot "
    "ask for it.",
    zh="在 Moodle 中，提示在答错之后自动出现，扣分就是这次作答的扣分；学生不能主动要提示。",
)
_ORDERING: Final = Text(
    en="It needs Moodle 4.4 or the plug-in “Ordering”. There a step earns the more the nearer it stands to "
    "its place; here pairs in the right order are counted.",
    zh="需要 Moodle 4.4 以上或 Ordering 插件。那里每一步离正确位置越近得分越多；"
    "而这里按前后顺序正确的对数计分。",
)
_NUMBERED: Final = Text(
    en="Each step is matched with its number, and every number right earns its part; here pairs in the right "
    "order are counted.",
    zh="改为给每一步配上序号，配对一个得一份分；而这里按前后顺序正确的对数计分。",
)
_FOLLOWS: Final = Text(
    en="A number that follows rightly from a student's own earlier slip counts here and not there.",
    zh="由学生自己前面的错数正确推得的数，在这里算对，在 Moodle 中不算。",
)
_EMBEDDED: Final = Text(
    en="Its answers are embedded in the text (cloze): units stand behind the fields and are not typed.",
    zh="作答处嵌在题干中（cloze）：单位写在填空之后，不必填。",
)
_HEAVY: Final = Text(
    en=f"Pictures, sounds and videos stay behind: together they are more than {MOST_EMBEDDED // 1024**2} MB. "
    "Export fewer questions or fewer versions at once.",
    zh=f"图片、声音和视频未导出：合计超过 {MOST_EMBEDDED // 1024**2} MB。请减少一次导出的题目或版本数。",
)
_PLAIN_CHOICES: Final = Text(
    en="Emphasis, formulas, code and pictures in its choices are written as plain words.",
    zh="选项中的强调、公式、代码和图片改成了普通文字。",
)
