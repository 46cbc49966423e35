"""A lesson told of another firm: every old name goes, in both languages, and nothing else changes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.adapting import NameChange, candidates, halves, only_items, sentences, with_names
from authoring.commands.lessons import run
from authoring.examples.lesson import EXAMPLE
from authoring.localising import localised
from course import LIBRARY, lesson_registry
from courseware.source import parse
from courseware.text import LANGUAGES, Language, Text
from tests.own_course import own_course

LESSON = EXAMPLE.read_text(encoding="utf-8")
FIRM = NameChange({"en": "Early Leaf", "zh": "早叶茶铺"}, {"en": "Iron Wok", "zh": "铁锅面馆"})
OWNER = NameChange({"en": "Mr He", "zh": "何师傅"}, {"en": "Ms Ode", "zh": "欧姐"})
NEW = (
    st.text(
        st.characters(
            codec="utf-8", categories=("L", "N", "P", "Zs"), exclude_characters="[]{}`\n\u2028\u2029"
        ),
        min_size=1,
        max_size=12,
    )
    .map(str.strip)
    .filter(bool)
)


def comments(text: str) -> list[str]:
    """The comments of a file, with the lines on which they stand."""
    return [f"{n}:{line}" for n, line in enumerate(text.split("\n")) if line.lstrip().startswith("#")]


def told(text: str, language: Language) -> str:
    """All that a file says in a language."""
    return "\n".join(words for _, spoken, words in sentences(parse(text, "").value) if spoken == language)


def test_every_name_is_replaced_in_both_languages_and_counted() -> None:
    found = with_names(LESSON, [FIRM, OWNER])

    for name in (FIRM, OWNER):
        for language in LANGUAGES:
            assert name.old[language] not in told(found.text, language)
            assert told(found.text, language).count(name.new[language]) == told(LESSON, language).count(
                name.old[language]
            )
    assert found.counts[0, "en"] == told(LESSON, "en").count("Early Leaf")
    assert list(halves([FIRM, OWNER], [found], LANGUAGES)) == []


@given(en=NEW, zh=NEW)
def test_whatever_the_new_name_is_the_file_says_it_and_keeps_its_layout(en: str, zh: str) -> None:
    found = with_names(LESSON, [NameChange(FIRM.old, {"en": en, "zh": zh})])

    new: dict[Language, str] = {"en": en, "zh": zh}
    for language in LANGUAGES:
        old = FIRM.old[language]
        assert told(found.text, language).count(new[language]) >= told(LESSON, language).count(old) > 0
    assert comments(found.text) == comments(LESSON)
    assert len(found.text.split("\n")) == len(LESSON.split("\n"))


@given(st.sampled_from(["satisfaction", "loyalty", "lifetime_value"]))
def test_no_old_name_is_left_in_a_lesson_of_the_course(name: str) -> None:
    text = (LIBRARY / f"{name}.yaml").read_text(encoding="utf-8")
    firm = NameChange({"en": "Sparrow", "zh": "小麻雀"}, {"en": "Quick Pot", "zh": "快锅"})
    found = with_names(text, [firm])

    assert re.search(r"\bsparrow\b", told(found.text, "en"), re.IGNORECASE) is None or found.left
    assert "小麻雀" not in told(found.text, "zh")
    assert comments(found.text) == comments(text)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("Early Leaf", "Wok", "An Early Leaf cup, a cup", "A Wok cup, a cup"),
        ("Wok", "Early Leaf", "a Wok, A Wok's", "an Early Leaf, An Early Leaf's"),
        ("He", "She", "He helps; Help him", "She helps; Help him"),
        ("Mr He", "Ms Wu", "Ask Mr\n    He", "Ask Ms Wu"),
        ("gap", "hole", "the gap [[gap|gap]] and {{gap}} `gap`", "the hole [[gap|hole]] and {{gap}} `gap`"),
        ("shop", "bank", "![the shop](shop.png)", "![the bank](shop.png)"),
        ("A", "B", "A to B", "B to B"),
        ("Leaf", "New Leaf", "Leaf", "New Leaf"),
    ],
)
def test_words_around_a_name_are_left_alone(old: str, new: str, before: str, after: str) -> None:
    text = f"title:\n  en: >-\n    {before}\n"
    name = NameChange({"en": old, "zh": ""}, {"en": new, "zh": ""})

    assert parse(with_names(text, [name]).text, "").value == {"title": {"en": after}}


def test_two_names_can_change_places() -> None:
    names = [NameChange({"en": "Li"}, {"en": "Wang"}), NameChange({"en": "Wang"}, {"en": "Li"})]

    assert with_names("t: {en: Li and Wang}\n", names).text == "t: {en: Wang and Li}\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (NameChange({"en": "Early Leaf", "zh": ""}, {"en": "Wok", "zh": ""}), "Early Leaf: write both"),
        (NameChange({"en": "Early Leaf", "zh": "早叶茶铺"}, {"en": "Wok", "zh": ""}), "Chinese texts"),
        (
            NameChange({"en": "Early Leave", "zh": "早叶茶铺"}, {"en": "Wok", "zh": "面馆"}),
            "Early Leave stands nowhere",
        ),
        (
            NameChange({"en": "Early Leaf", "zh": "早茶铺"}, {"en": "Wok", "zh": "面馆"}),
            "早茶铺 stands nowhere",
        ),
    ],
)
def test_a_name_that_would_be_replaced_by_half_is_refused(name: NameChange, said: str) -> None:
    found = [one.message for one in halves([name], [with_names(LESSON, [name])], LANGUAGES)]

    assert any(said in one["en"] for one in found)
    assert all(one["zh"] for one in found)


@pytest.mark.parametrize("spelt", ["EARLY LEAF", "early leaf", "Early-Leaf", "EarlyLeaf"])
def test_another_spelling_of_an_old_name_is_told_with_its_line(spelt: str) -> None:
    text = LESSON.replace("Mr He is proud", f"{spelt} is proud", 1)
    (half,) = halves([FIRM], [with_names(text, [FIRM])], LANGUAGES)

    line = next(n for n, words in enumerate(text.split("\n"), 1) if "is proud" in words)
    assert spelt in half.message["en"]
    assert abs(int(re.search(r"\d+", half.message["en"])[0]) - line) <= 3  # type: ignore[index]


def test_the_names_that_a_lesson_uses_most_are_found() -> None:
    text = (LIBRARY / "satisfaction.yaml").read_text(encoding="utf-8")

    assert {"Sparrow", "Ms Lin"} <= set(candidates(text, "en"))
    assert {"林姐", "周师傅"} <= set(candidates(text, "zh"))


def test_a_bank_keeps_only_the_questions_that_are_asked() -> None:
    path = Path(__file__).resolve().parents[2] / "exercises/bank/satisfaction.yaml"
    text = path.read_text(encoding="utf-8")
    kept = only_items(text, ["sat.mean-gap", "sat.survey-fell"])
    value, before = parse(kept, "").value, parse(text, "").value

    assert value["items"] == [  # type: ignore[index]
        item
        for item in before["items"]  # type: ignore[index]
        if item["id"] in {"sat.mean-gap", "sat.survey-fell"}
    ]
    assert value["data"] == before["data"]  # type: ignore[index]


def test_a_lesson_of_the_course_becomes_one_about_another_firm_with_its_own_bank(tmp_path: Path) -> None:
    with own_course(tmp_path):
        names = ["--name", "Sparrow", "小麻雀", "Quick Pot", "快锅"]
        assert run(["adapt", "satisfaction", "noodle_house", *names]) == 0
        assert list(tmp_path.rglob("*.yaml")) == []
        assert run(["adapt", "satisfaction", "noodle_house", *names, "--write"]) == 0
        assert run(["check"]) == 0

        lesson = lesson_registry().lesson("noodle_house")
        assert lesson is not None
        assert all(item.startswith("noodle_house.") for item in lesson.items())
        assert len(lesson.items()) == len(lesson_registry().lesson("satisfaction").items())  # type: ignore[union-attr]
        for path in tmp_path.rglob("*.yaml"):
            schema = path.read_text(encoding="utf-8").split("\n")[0].partition("$schema=")[2]
            assert (path.parent / schema).resolve().is_file()
        assert {path.name for path in tmp_path.rglob("*.yaml")} == {"noodle_house.yaml"}


def test_half_a_name_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with own_course(tmp_path):
        asked = ["adapt", "loyalty", "noodle_house", "--lang", "zh", "--write"]
        assert run([*asked, "--name", "Sparrow", "小麻雀儿", "Quick Pot", "快锅"]) == 1

        assert "小麻雀儿" in capsys.readouterr().out
        assert list(tmp_path.rglob("*.yaml")) == []


def test_a_title_of_its_own_is_written_in_both_languages() -> None:
    found = localised("satisfaction", "noodle_house", [], LANGUAGES, Text(en="Noodles: hot", zh="面条"))

    value = parse(found.texts["lessons/noodle_house.yaml"], "").value
    assert value["title"] == {"en": "Noodles: hot", "zh": "面条"}  # type: ignore[index]
