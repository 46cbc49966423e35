"""A file under another name, and what the plan and the glossary say then."""

from pathlib import Path

import pytest

from authoring.examples.lesson import EXAMPLE
from authoring.renaming import mended, under
from course import LIBRARY, check_bank_text, course_plan
from courseware.source import parse

BANKS = sorted((Path(__file__).resolve().parents[2] / "exercises/bank").glob("*.yaml"))


def test_a_lesson_under_another_name_says_so_and_nothing_else_is_changed() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")

    assert under(text, "lessons", "tea_shop") == text.replace("\nid: example\n", "\nid: tea_shop\n")


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_the_questions_of_a_copied_bank_have_ids_of_their_own_and_are_sound(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    copy = under(text, "bank", "tea_shop", is_copy=True)

    ids = [item["id"] for item in parse(copy, "").value["items"]]  # type: ignore[index]
    assert all(one.startswith("tea_shop.") for one in ids)
    assert len(set(ids)) == len(ids)
    problems, _ = check_bank_text(copy, "tea_shop.yaml", used=frozenset(ids))
    assert [one for one in problems if one.severity == "error"] == []
    assert copy.count("\n") == text.count("\n")


def test_plan_and_glossary_follow_the_lesson_and_keep_every_other_character() -> None:
    texts = {
        f"lessons/{name}.yaml": (LIBRARY / f"{name}.yaml").read_text(encoding="utf-8")
        for name in ("course", "glossary", "loyalty")
    }
    after = mended(texts, "satisfaction", "happiness")

    assert set(after) == {"lessons/course.yaml", "lessons/glossary.yaml"}
    plan = parse(after["lessons/course.yaml"], "").value
    ids = [entry["id"] for unit in plan["units"] for entry in unit["lessons"]]  # type: ignore[index]
    assert ids == ["happiness" if one == "satisfaction" else one for one in course_plan().lessons]
    terms = parse(after["lessons/glossary.yaml"], "").value["terms"]  # type: ignore[index]
    assert {one for term in terms for one in term.get("lessons", [])} & {"satisfaction", "happiness"} == {
        "happiness"
    }
    for name, text in after.items():
        assert len(text.split("\n")) == len(texts[name].split("\n"))


def test_nothing_changes_where_nothing_names_the_lesson() -> None:
    assert mended({"lessons/loyalty.yaml": "id: satisfaction\n"}, "satisfaction", "x") == {}
