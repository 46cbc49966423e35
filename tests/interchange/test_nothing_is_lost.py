"""Each word and each mark of a file stands in the bank made of it, or in the report, however it is damaged.

Readers of other people's making say what is in the file: lxml, openpyxl, a search for words. Every text of
the files below is a word of its own, so that it can be looked for.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook

from courseware.problem import ReaderError
from interchange import WantedLanguage, gift, moodle, qti, xuexitong
from interchange.bank_writer import into_bank
from interchange.formats import ExchangeFormat, formats
from interchange.reading import ReadQuestions
from tests.interchange.made import EVERY_KIND
from tests.interchange.qti_items import FIELD, choices, item, mapping, modal, response
from tests.interchange.test_moodle import answer, asked, quiz

WORD = re.compile(r"zq[a-z]{4}")
SOME = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
SEEDS = st.integers(0, 2**32)


def numbered() -> Callable[[], str]:
    """A maker of words, each another one."""
    count = iter(range(26**3))

    def word() -> str:
        number = next(count)
        return "zqa" + "".join(chr(97 + number // 26**place % 26) for place in range(3))

    return word


def silent(data: bytes, read: Callable[[bytes], ReadQuestions], words: Iterable[str]) -> set[str]:
    """The words that are neither in the bank nor in the report; none if the question or file is refused."""
    try:
        portables, rows = read(data)
    except ReaderError:
        return set()
    if not portables:
        assert all(row.message.en and row.message.zh for row in rows if not row.ok)
        return set()
    said = into_bank(portables, "bank") + " ".join(f"{row.message.en} {row.message.zh}" for row in rows)
    return set(words) - set(WORD.findall(said))


def of_xml(data: bytes, without: tuple[str, ...] = ()) -> Iterator[str]:
    """The words of an XML file: its texts and the titles that people read, save within tags of some names."""
    waiting = [etree.fromstring(data)]
    while waiting:
        one = waiting.pop()
        if etree.QName(one).localname not in without:
            said = (one.text or "", one.get("title", ""), one.get("label", ""))
            yield from WORD.findall(" ".join([*said, *(inner.tail or "" for inner in one)]))
            waiting += one


MARKUP = {
    "u": "underlining",
    "s": "crossing out",
    "font": "colour",
    "mark": "colour",
    "img": "picture",
    "iframe": "embedded object",
    "video": "film",
    "audio": "sound",
    "rt": "pronunciation",
}


def moodle_question(kind: str, random: Random) -> etree._Element:
    """A question of Moodle, each of its texts another word."""
    word = numbered()

    def text(tag: str) -> str:
        return f'<{tag} format="html"><text>{word()}</text></{tag}>'

    fractions = random.choices([100, 50, 33.33333, 0, -50, -100], k=3)
    answers = "".join(
        f'<answer fraction="{share}" format="html"><text>{word() if kind != "numerical" else at}</text>'
        f"{text('feedback')}<tolerance>0.1</tolerance></answer>"
        for at, share in enumerate([100, *fractions], 3)
    )
    pairs = "".join(
        f'<subquestion format="html"><text>{word()}</text><answer><text>{word()}</text></answer>'
        "</subquestion>"
        for _ in range(3)
    )
    boxes = "".join(f"<dragbox><text>{word()}</text><group>{at % 2}</group></dragbox>" for at in range(4))
    body = {"matching": pairs, "ddmatch": pairs, "ddwtos": boxes}.get(kind, answers)
    gap = {"ddwtos": " [[1]] [[3]]", "cloze": f" {{1:MC:={word()}#{word()}~{word()}#{word()}}}"}.get(kind, "")
    return etree.fromstring(
        f'<question type="{kind}"><name><text>{word()}</text></name>'
        f'<questiontext format="html"><text>{word()}{gap}</text></questiontext>'
        f"{text('generalfeedback')}<defaultgrade>1</defaultgrade><penalty>0.25</penalty>"
        f"{text('correctfeedback')}{text('partiallycorrectfeedback')}{text('incorrectfeedback')}"
        f"{body}{text('hint')}<tags><tag><text>{word()}</text></tag></tags></question>"
    )


def damage(root: etree._Element, random: Random) -> None:
    """Doubles, drops, renames, moves or marks up something of a question."""
    places = [one for one in root.iter() if one.getparent() is not None]
    one = random.choice(places)
    parent = one.getparent()
    match random.choice(["double", "drop", "rename", "markup", "add", "value"]):
        case "double":
            parent.append(etree.fromstring(etree.tostring(one, with_tail=False)))
        case "drop":
            parent.remove(one)
        case "rename":
            one.tag = random.choice(["answer", "hint", "setting", "feedback", "text", "tag", "unit"])
        case "markup":
            tag = random.choice([*MARKUP, "b", "sup", "pre", "table", "li"])
            one.text = f"<{tag}>{one.text or ''}</{tag}>"
        case "add":
            added = etree.SubElement(one, random.choice(["setting", "text", "answernumbering", "feedback"]))
            added.text = "zqz" + "".join(random.choices("abc", k=3))
        case _:
            one.text = random.choice(["zqzzzz", "7", "-1", "0.5", "true", ""])


KINDS = ("multichoice", "numerical", "matching", "ddmatch", "ordering", "ddwtos", "cloze", "truefalse")


@SOME
@given(st.sampled_from(KINDS), SEEDS, st.integers(0, 4))
@example("ddwtos", 1681, 1)  # words in place of the number of a group
def test_of_moodle_xml_no_word_goes_without_a_word(kind: str, seed: int, times: int) -> None:
    random = Random(seed)
    question = moodle_question(kind, random)
    for _ in range(times):
        damage(question, random)
    data = b"<quiz>" + etree.tostring(question) + b"</quiz>"

    assert silent(data, moodle.read, of_xml(data)) == set(), data.decode()


@SOME
@given(st.sampled_from(sorted(MARKUP)), st.sampled_from(["questiontext", "answer", "generalfeedback"]))
def test_markup_that_is_not_kept_is_named_wherever_it_stands(tag: str, place: str) -> None:
    question = moodle_question("multichoice", Random(1))
    for share, one in zip(("100", "0", "0", "0"), question.iter("answer"), strict=True):
        one.set("fraction", share)
    text = next(question.iter(place)).find("text")
    assert text is not None
    text.text = f"{text.text} <{tag}>more</{tag}>"
    (row,) = moodle.read(b"<quiz>" + etree.tostring(question) + b"</quiz>")[1]

    assert row.ok
    assert MARKUP[tag] in row.message.en


@SOME
@given(
    st.lists(st.sampled_from([100.0, 50.0, 33.33333, 0.0, -33.33333, -50.0, -100.0]), min_size=2, max_size=5),
    st.booleans(),
)
def test_no_weight_of_a_choice_changes_without_a_word(fractions: list[float], is_single: bool) -> None:
    answers = "".join(answer(f"zq{at}", str(one)) for at, one in enumerate(fractions))
    single = f"<single>{str(is_single).lower()}</single>"
    portables, (row,) = moodle.read(quiz(asked("multichoice", single + answers)))
    kept = [round(100 * one.share, 5) for one in portables[0].options] if portables else fractions
    is_told = any(
        words in row.message.en for words in ("partly right", "took marks away", "weights were changed")
    )

    assert is_told or not row.ok or kept == pytest.approx(fractions, abs=1e-3)


SIGNS = ("~", "=", "#", "{", "}", "%", ":", "\\", "->", "", "\n", "[", "<u>")


def gift_question(random: Random) -> str:
    """A question of GIFT, each of its texts another word."""
    word = numbered()
    answers = random.choice(
        [
            f"{{={word()}#{word()} ~{word()}#{word()} ~%50%{word()}####{word()}}}",
            f"{{~%50%{word()} ~%50%{word()}#{word()} ~%-100%{word()}}}",
            f"{{#=3:0.1#{word()} =%50%4#{word()}}}",
            f"{{={word()} -> {word()} ={word()} -> {word()}#{word()} = -> {word()}}}",
            f"{{T#{word()}#{word()}}}",
        ]
    )
    tags = f"// [id:x] [tag:{word()}]\n// {word()}\n"
    return f"{tags}::{word()}::{random.choice(['', '[html]', '[markdown]'])}{word()} {answers}{word()}\n"


@SOME
@given(SEEDS, st.integers(0, 6))
def test_of_gift_no_word_goes_without_a_word(seed: int, times: int) -> None:
    random = Random(seed)
    written = gift_question(random)
    for _ in range(times):
        at = random.randrange(len(written))
        gone = random.choice([0, 0, 1])
        written = written[:at] + random.choice(SIGNS) + written[at + gone :]

    assert silent(written.encode(), gift.read, WORD.findall(written)) == set(), written


RULES = ("responseDeclaration", "outcomeDeclaration", "responseProcessing")


def qti_item(random: Random) -> bytes:
    """An item of QTI, each of its texts another word."""
    word = numbered()
    names = "ABC"
    said = "".join(modal(name, "SAID", word()) for name in (*names, "ALL", "NEVER"))
    declared = (
        random.choice(
            [
                response(
                    "single", "identifier", "A", more=mapping({"A": 1, "B": random.choice([0, 0.5, -1])})
                ),
                response("multiple", "identifier", "A", "B", more=mapping({"A": 1, "B": 1, "C": -1})),
                response("ordered", "identifier", *"BCA"),
            ]
        )
        + '<outcomeDeclaration identifier="SAID" cardinality="multiple" baseType="identifier"/>'
    )
    tag = "orderInteraction" if "ordered" in declared else "choiceInteraction"
    most = 'maxChoices="1"' if "single" in declared else 'maxChoices="0"'
    body = choices(word(), word(), word(), tag=tag, more=most).replace("Which?", word())
    rules = (
        "<responseProcessing>"
        + (
            '<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>'
            if "ordered" not in declared
            else ""
        )
        + '<setOutcomeValue identifier="SAID"><multiple><variable identifier="RESPONSE"/>'
        '<baseValue baseType="identifier">ALL</baseValue></multiple></setOutcomeValue></responseProcessing>'
    )
    about = f'label="{word()}"'
    rubric = f"<rubricBlock view='scorer'>{word()}</rubricBlock>"
    number = item(
        response("single", "float", "4"), f"<p>{word()} {FIELD} {word()}</p>{rubric}", said, attributes=about
    )
    chosen = item(declared, f"<p>{word()}</p>{body}<p>{word()}</p>", rules + said, attributes=about, rules="")
    return random.choice([number, chosen, chosen])


@SOME
@given(SEEDS, st.integers(0, 3))
def test_of_qti_no_word_goes_without_a_word(seed: int, times: int) -> None:
    random = Random(seed)
    root = etree.fromstring(qti_item(random))
    for _ in range(times):
        damage(root, random)
    data = etree.tostring(root)

    assert silent(data, qti.read, of_xml(data, RULES)) == set(), data.decode()


@pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.id)
@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_of_what_the_lab_wrote_itself_no_text_is_said_to_be_left_behind(
    form: ExchangeFormat, language: WantedLanguage
) -> None:
    assert form.read
    _, rows = form.read(form.write(EVERY_KIND, language=language).data)

    assert not [row.message.en for row in rows if "of its text" in row.message.en]


HEADS = (
    "题目类型",
    "大题题干",
    "正确答案",
    "选项A",
    "选项B",
    "选项C",
    "答案解析",
    "标签",
    "难易度",
    "知识点",
    "目录",
    "备注",
)


@SOME
@given(SEEDS, st.sampled_from(["单选题", "多选题", "判断题", "填空题", "排序题"]))
def test_of_a_sheet_no_cell_goes_without_a_word(seed: int, kind: str) -> None:
    random, word = Random(seed), numbered()
    answers = {"单选题": "A", "多选题": "AC", "判断题": "对", "填空题": "12.5", "排序题": "CAB"}
    row = {head: word() for head in HEADS} | {"题目类型": kind, "正确答案": answers[kind]}
    for head in random.sample(HEADS[6:], random.randrange(4)):
        row[head] = ""
    book = Workbook()
    sheet = book.worksheets[0]
    heads = random.sample(HEADS, len(HEADS))
    for cells in (heads, [row[head] for head in heads]):
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    seen = [
        str(cell.value) for line in load_workbook(io.BytesIO(out.getvalue())).worksheets[0] for cell in line
    ]

    assert silent(out.getvalue(), xuexitong.read, WORD.findall(" ".join(seen))) == set(), row
