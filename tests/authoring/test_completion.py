"""Who writes a lesson or a bank is offered what fits where the cursor stands, and told what it means."""

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from authoring.completing import Suggestion
from authoring.completing.bank import complete as complete_bank
from authoring.completing.lesson import complete
from course import KnownNames, check_lesson_text, known_to_the_lab
from course.bank_text import check_bank_text as check_bank
from course.documents import FileKind, kind_of_file
from course.judge import neighbours
from courseware.source import parse
from lessons.steps import StepKind
from tests.course.small_course import LAB, LESSON
from tests.exercises.banks import HEAD, KINDS

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "lessons/library").glob("*.yaml"))
BANK = HEAD + "".join(KINDS.values())


@pytest.fixture(scope="module")
def lab() -> KnownNames:
    """The names that exist beside the library."""
    return neighbours(ROOT / "lessons/library", known_to_the_lab())


def place(text: str) -> tuple[str, int, int]:
    """A text without the mark of the cursor, and the line and column of the cursor."""
    before, _, after = text.partition("▮")
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def offered(text: str, lab: KnownNames, kind: FileKind = "lesson") -> dict[str, Suggestion]:
    """What is offered where the mark stands."""
    return {one.value: one for one in complete(*place(text), kind, lab)}


def offered_in_bank(text: str) -> dict[str, Suggestion]:
    """The same in a bank."""
    return {one.value: one for one in complete_bank(*place(text))}


def filled(insert: str) -> str:
    """A part with its places filled in."""
    insert = re.sub(r"\{\$\{\d+\}\}", "{}", insert)
    insert = re.sub(r"\$\{\d+(?::([^}]*))?\}", lambda match: match[1] or "x", insert)
    return re.sub(r"\\([\\$`])", r"\1", insert)


STEP = "schema: lesson/1\nsteps:\n  - kind: play\n    simulation: satisfaction\n"


def test_keys_are_offered_that_are_not_there_yet(lab: KnownNames) -> None:
    found = offered(STEP + "    minutes: 5\n    ▮", lab)

    assert {"stage", "title", "view", "controls", "predict", "notes"} <= set(found)
    assert not {"kind", "simulation", "minutes", "use", "options"} & set(found)
    assert list(found)[:3] == ["stage", "title", "view"]
    assert found["view"].about["zh"] == "哪张图。"
    assert found["title"].insert == 'title: {en: "${1}", zh: "${2}"}'


def test_a_key_that_is_written_already_is_only_replaced_by_its_name(lab: KnownNames) -> None:
    assert offered(STEP + "    min▮: 5\n", lab)["minutes"].insert == "minutes: "
    assert offered("title: {e▮n: x}", lab)["en"].insert == "en: "


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("steps:\n  - kind: ▮", {"ask", "read", "play", "exercise", "discuss"}),
        ("steps:\n  - kind: read\n    stage: wa▮", {"sign_in", "warm_up", "homework"}),
        (STEP.replace("satisfaction", "▮"), {"satisfaction", "word_of_mouth"}),
        (STEP + "    view: ▮", {"gap", "promise", "fade"}),
        (STEP + "    show: [mean_gap, ▮]", {"share_tried", "repeat_share"}),
        (STEP + "    show:\n      - ▮", {"share_tried", "repeat_share"}),
        (STEP + "    show:\n      ▮", {"- share_tried", "- repeat_share"}),
        (STEP + "    controls: {▮}", {"expectation", "service"}),
        (STEP + "    controls:\n      ▮", {"expectation", "service"}),
        (STEP + "    controls:\n      expectation: {default: ▮}", {"65"}),
        (STEP + "    set: {expectation: ▮}", {"65"}),
        ("steps:\n  - kind: exercise\n    use: ▮", {"sat.mean-gap"}),
        ("steps:\n  - kind: exercise\n    use: [sat.mean-gap, sa▮]", {"sat.share-satisfied"}),
        ("steps:\n  - kind: read\n    title: ▮", {"en, zh"}),
        ("steps:\n  - kind: read\n    title:\n      ▮", {"en", "zh"}),
        ("▮", {"schema", "id", "title", "goals", "steps"}),
        ("goals:\n  ▮", {"knowledge", "ability", "character"}),
    ],
)
def test_what_fits_is_offered(lab: KnownNames, text: str, some: set[str]) -> None:
    assert some <= set(offered(text, lab))


def test_a_parameter_is_told_with_its_bounds_and_starts_at_its_default(lab: KnownNames) -> None:
    found = offered(STEP + "    controls:\n      ▮", lab)["expectation"]

    assert found.insert == "expectation: {default: ${1:65}}"
    assert (found.about["en"], found.about["zh"]) == (
        "Promise: 0 to 120, 65 if nothing is said.",
        "期望（承诺）：0 到 120，默认 65。",
    )


@pytest.mark.parametrize(
    ("text", "insert"),
    [
        ('steps:\n  - kind: read\n    text: {en: "The [[ex▮"}', "expectation]]"),
        ('steps:\n  - kind: read\n    text: {en: "The [[ex▮]]"}', "expectation"),
        ("steps:\n  - kind: read\n    text:\n      en: |\n        The [[▮ of", "expectation]]"),
    ],
)
def test_terms_are_offered_behind_two_brackets_in_any_text(lab: KnownNames, text: str, insert: str) -> None:
    assert offered(text, lab)["expectation"].insert == insert
    assert "expectation" not in offered(text.replace("[[", ""), lab)
    assert "expectation" not in offered(text.replace("[[", "[[gap]] "), lab)


def test_a_term_can_be_found_by_its_chinese_word_in_chinese_text(lab: KnownNames) -> None:
    found = offered('steps:\n  - kind: read\n    text: {zh: "先有[[期▮', lab)

    assert "expectation]]" in {one.insert for name, one in found.items() if "期望" in name}


def test_lessons_are_offered_in_the_plan_and_the_glossary(lab: KnownNames) -> None:
    assert "satisfaction" in offered("terms:\n  - lessons: [▮]", lab, "glossary")
    assert offered("units:\n  - lessons:\n      - leads_to: [▮]", lab, "course")["loyalty"].about["zh"]


@pytest.mark.parametrize("dash", ["  ▮", "  - ▮"])
def test_a_whole_new_step_of_each_kind_only_wants_its_places_filled_in(lab: KnownNames, dash: str) -> None:
    before = LESSON + dash
    parts = [one for one in offered(before, lab).values() if one.kind == "part"]
    assert len(parts) == len(get_args(StepKind))
    for part in parts:
        inset = "\n" + " " * (len(dash) - 1)
        text = before.replace("▮", filled(part.insert).replace("\n", inset))
        problems, lesson = check_lesson_text(text, "gap.yaml", LAB)

        assert lesson is not None, problems
        assert all("There is no" in one.message.en for one in problems if one.severity == "error")


@pytest.mark.parametrize("dash", ["  ▮", "  - ▮"])
def test_a_whole_new_question_of_each_kind_is_sound(dash: str) -> None:
    parts = offered_in_bank(BANK + dash)
    for part in [one for one in parts.values() if one.kind == "part"]:
        inset = "\n" + " " * (len(dash) - 1)
        written = filled(part.insert).replace("\n", inset)
        problems, found = check_bank((BANK + dash).replace("▮", written), "small.yaml", others={})

        assert [one for one in problems if one.severity == "error"] == []
        assert "bank.question" in found


QUESTION = HEAD + "  - id: a.b\n    type: KIND\n    data: survey\n    params: {k: {expr: 1}}\n    "


@pytest.mark.parametrize(
    ("type_", "text", "some"),
    [
        ("number", "▮", {"answer", "near", "unit", "stem", "explain"}),
        ("number", 'answer: {expr: "▮"}', {"k", "mean"}),
        ("number", "answer: {expr: \"mean(col('▮'))\"}", {"perceived", "expected"}),
        ("number", 'stem: {en: "Of {{▮"}', {"k", "n"}),
        ("number", "answer: {tolerance: {▮}}", {"abs", "rel", "figures"}),
        ("choice", "options:\n      - {right: ▮}", {"true", "false", "k"}),
        ("choice", "several: ▮", {"true", "false"}),
        ("match", "choices: [{id: first}, {id: last}]\n    rows:\n      - right: ▮", {"first", "last"}),
        ("target", "goals:\n      - op: ▮", {">=", "<="}),
        ("target", "simulation: satisfaction\n    goals:\n      - measure: ▮", {"mean_gap"}),
        ("target", "simulation: satisfaction\n    tests:\n      pass: {▮}", {"expectation"}),
        ("target", "simulation: satisfaction\n    controls:\n      ▮", {"expectation"}),
    ],
)
def test_what_fits_in_a_question_is_offered(type_: str, text: str, some: set[str]) -> None:
    assert some <= set(offered_in_bank(QUESTION.replace("KIND", type_) + text))


def test_datasets_and_kinds_are_offered_in_a_bank() -> None:
    assert {"customers", "orders"} <= set(offered_in_bank("data:\n  - dataset: ▮"))
    assert set(offered_in_bank(HEAD + "  - id: x\n    type: ▮")) == {
        "blank",
        "choice",
        "number",
        "numbers",
        "match",
        "order",
        "table",
        "target",
        "text",
        "true_false",
    }
    assert set(offered_in_bank(HEAD + "  - id: x\n    data: ▮")) == {"survey"}


def test_nothing_is_offered_in_a_comment_or_a_plain_passage(lab: KnownNames) -> None:
    assert offered("id: x # ▮", lab) == {}
    assert offered("steps:\n  - kind: read\n    text:\n      en: |\n        A ▮", lab) == {}


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_any_text_gets_suggestions_that_are_told_in_both_languages(file: Path, data: st.DataObject) -> None:
    text = file.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    broken = (
        text[:start]
        + data.draw(st.sampled_from(["", "{", "[[", '"', "\n  ", ": ", "- ", "\t", "'"]))
        + text[start + data.draw(st.integers(0, 300)) :]
    )
    line = data.draw(st.integers(1, broken.count("\n") + 1))
    column = data.draw(st.integers(1, 90))

    for one in complete(broken, line, column, kind_of_file(file.name), LAB):
        assert one.value
        assert one.insert
        assert one.about.en
        assert one.about.zh


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_bank_gets_suggestions_each_once_and_told_in_both_languages(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(BANK)))
    broken = (
        BANK[:start]
        + data.draw(st.sampled_from(["", "{", "{{", '"', "\n  ", ": ", "- "]))
        + BANK[start + data.draw(st.integers(0, 60)) :]
    )
    lines = broken.count("\n") + 1

    offers = complete_bank(broken, data.draw(st.integers(1, lines)), data.draw(st.integers(1, 60)))
    assert all(one.value and one.insert and one.about.en and one.about.zh for one in offers)
    assert len({one.value for one in offers}) == len(offers)


def test_the_bank_of_these_tests_can_be_read() -> None:
    bank = parse(BANK, "").value

    assert isinstance(bank, dict)
    assert [item["id"] for item in bank["items"]]
