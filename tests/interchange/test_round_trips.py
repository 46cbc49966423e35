"""Out of the lab and in again: what comes back is exactly what both sides can hold."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from courseware.text import LANGUAGES, Language, Text
from interchange import Portable, gift, moodle
from interchange.blanks import one_each
from interchange.formats import formats
from interchange.markdown_to_html import html_of, plain_of
from interchange.weights import weight
from tests.interchange.drawn import portables
from tests.interchange.made import whole_bank

FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
"""Without shrinking, which takes minutes for questions of so many parts."""


def looks(text: Text | None) -> tuple[str, ...] | None:
    """How a text looks to its readers, which is what must not change; how it is typed may."""
    return tuple(" ".join(html_of(text[language]).split()) for language in LANGUAGES) if text else None


def words(text: Text) -> tuple[str, ...]:
    """The words alone, for places that know no marks."""
    return tuple(plain_of(text[language]) for language in LANGUAGES)


def share(value: float) -> str:
    return str(weight(value))


def held_by_gift(one: Portable) -> dict[str, object]:
    """All of a question that a GIFT file can say."""
    return {
        "id": one.id,
        "category": one.category,
        "name": words(one.name),
        "stem": looks(one.stem),
        "kind": one.kind,
        "explain": looks(one.explain),
        "options": [(looks(each.text), share(each.share), looks(each.why)) for each in one.options],
        "numbers": [(each.value, each.tolerance, share(each.share), looks(each.why)) for each in one.numbers],
        "pairs": [(looks(each.row), words(each.choice)) for each in one.pairs],
        "distractors": [words(each) for each in one.distractors],
        "order": [looks(each) for each in one.order],
        "difficulty": one.difficulty,
        "curriculum": one.curriculum,
        "tags": one.tags,
    }


def held_by_moodle(one: Portable) -> dict[str, object]:
    """All of a question that Moodle XML can say."""
    is_asked = one.kind in ("single", "several", "match")
    return {
        **held_by_gift(one),
        "unit": one.unit and words(one.unit),
        "hints": [looks(hint) for hint, _ in one.hints],
        "penalty": one.penalty,
        "is_shuffled": one.is_shuffled if is_asked else None,
    }


@FEW
@given(st.lists(portables(), min_size=1, max_size=2))
def test_gift_in_both_languages_brings_back_all_that_gift_can_say(drawn: list[Portable]) -> None:
    back, rows = gift.read(gift.write(drawn, language="both").data)

    assert [row.ok for row in rows] == [True] * len(drawn), [row.message.en for row in rows]
    assert list(map(held_by_gift, back)) == list(map(held_by_gift, drawn))


@FEW
@given(st.lists(portables(), min_size=1, max_size=2))
def test_moodle_xml_in_both_languages_brings_back_all_that_moodle_can_say(drawn: list[Portable]) -> None:
    back, rows = moodle.read(moodle.write(drawn, language="both").data)

    assert [row.ok for row in rows] == [True] * len(drawn), [row.message.en for row in rows]
    assert list(map(held_by_moodle, back)) == list(map(held_by_moodle, drawn))


@FEW
@given(portables(), st.sampled_from(LANGUAGES))
def test_a_file_in_one_language_brings_that_language_back(drawn: Portable, language: Language) -> None:
    for form in (gift, moodle):
        back, rows = form.read(form.write([drawn], language=language).data)
        side = LANGUAGES.index(language)

        assert rows[0].ok, rows[0].message.en
        assert looks(back[0].stem)[side] == looks(drawn.stem)[side]  # type: ignore[index]
        assert [looks(one.text)[side] for one in back[0].options] == [  # type: ignore[index]
            looks(one.text)[side]  # type: ignore[index]
            for one in drawn.options
        ]


@FEW
@given(portables())
def test_after_one_journey_nothing_changes_any_more(drawn: Portable) -> None:
    for form in (gift, moodle):
        once, _ = form.read(form.write([drawn], language="both").data)
        second = form.write(once, language="both").data
        twice, _ = form.read(second)

        assert twice == once
        assert form.write(twice, language="both").data == second


def test_a_question_in_one_language_lacks_the_other_until_somebody_writes_it() -> None:
    portables, _ = whole_bank()
    back, _ = moodle.read(moodle.write(portables, language="zh").data)

    assert {one.stem.lacks for one in back} == {"en"}


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("form", ["gift", "moodle"])
def test_every_question_of_the_lab_goes_out_and_comes_back(form: str, language: str) -> None:
    portables, _ = whole_bank()
    chosen = formats()[form]
    assert chosen.read is not None
    back, rows = chosen.read(chosen.write(portables, language=language).data)  # type: ignore[arg-type]

    assert [row for row in rows if not row.ok] == []
    assert [(one.id, one.kind, one.category) for one in back] == [
        (one.id, one.kind, one.category)
        for one in (portables if (form == "moodle" and language != "both") else one_each(portables))
    ]
