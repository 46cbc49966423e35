"""What goes out in the sheet comes back the same, as far as a sheet can hold it."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from courseware.text import Text
from interchange import Portable, PortableNumber, PortableOption, WantedLanguage
from interchange.xuexitong import read, write
from interchange.xuexitong.words import to_markdown, to_plain
from tests.interchange.made import LINES, SINGLE, question, whole_bank

TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join).map(to_markdown)
PAIRS = st.builds(lambda en, zh: Text(en=en, zh=zh), TEXTS, TEXTS)
LINE_PAIRS = st.builds(lambda en, zh: Text(en=to_markdown(en), zh=to_markdown(zh)), LINES, LINES)
NO_TWINS = (lambda text: text.zh.casefold(), lambda text: text.en.casefold())
DIFFICULTIES = st.integers(1, 3)
POINTS = st.lists(st.integers(1, 99), unique=True, max_size=3).map(lambda found: tuple(sorted(found)))


@st.composite
def choices(draw: st.DrawFn) -> Portable:
    """A question with one right option or several, some with reasons."""
    texts = draw(st.lists(LINE_PAIRS, min_size=2, max_size=6, unique_by=NO_TWINS))
    right = draw(st.integers(1, len(texts) - 1)) if draw(st.booleans()) else 1
    shares = [1 / right] * right + [-1 / (len(texts) - right) if right > 1 else 0.0] * (len(texts) - right)
    options = tuple(
        PortableOption(text, share, draw(st.none() | LINE_PAIRS))
        for text, share in zip(texts, shares, strict=True)
    )
    kind = "several" if right > 1 else "single"
    return question(
        kind, options=options, stem=draw(PAIRS), difficulty=draw(DIFFICULTIES), curriculum=draw(POINTS)
    )


def back(portable: Portable, language: WantedLanguage) -> Portable:
    """The question as it comes back."""
    portables, reports = read(write((portable,), language=language).data)
    assert [report.ok for report in reports] == [True], reports
    return portables[0]


def words(text: Text | None, language: WantedLanguage = "both") -> tuple[str, str] | None:
    """What a text says in English and Chinese; from a file in one language, that one says it twice."""
    if text is None:
        return None
    return (text.en, text.zh) if language == "both" else (text[language], text[language])


def said(portable: Portable, language: WantedLanguage) -> set[tuple[object, ...]]:
    """The options with their shares and reasons."""
    return {
        (words(one.text, language), round(one.share, 9), words(one.why, language)) for one in portable.options
    }


@pytest.mark.parametrize("language", ["zh", "en", "both"])
@settings(max_examples=20, deadline=None)
@given(portable=choices())
def test_choices_come_back_with_their_reasons(portable: Portable, language: WantedLanguage) -> None:
    found = back(portable, language)

    assert words(found.stem) == words(portable.stem, language)
    assert words(found.explain) == words(portable.explain, language)
    assert (found.difficulty, found.curriculum, found.id) == (
        portable.difficulty,
        portable.curriculum,
        portable.id,
    )
    assert said(found, "both") == said(portable, language)


@settings(max_examples=40, deadline=None)
@given(
    value=st.floats(0.5, 1e6).map(lambda x: round(x, 4)),
    width=st.sampled_from([0.0, 0.005, 0.05, 0.5]),
    unit=st.none() | LINE_PAIRS,
)
def test_numbers_come_back_with_their_tolerance_and_unit(
    value: float, width: float, unit: Text | None
) -> None:
    found = back(question("number", numbers=(PortableNumber(value, width, 1.0),), unit=unit), "both")

    (number,) = found.numbers
    assert number.value == pytest.approx(value, abs=max(width / 100, 1e-9 * value))
    assert number.tolerance == pytest.approx(width, rel=0.01, abs=1e-9)
    assert words(found.unit) == words(unit)


@settings(max_examples=20, deadline=None)
@given(steps=st.lists(LINE_PAIRS, min_size=3, max_size=8, unique_by=NO_TWINS))
@example(steps=[Text(en="0", zh="\\<"), Text(en="00", zh="00"), Text(en="000", zh="0")])
def test_orders_come_back(steps: list[Text]) -> None:
    found = back(question("order", order=tuple(steps)), "both")

    assert list(map(words, found.order)) == list(map(words, steps))


def test_texts_of_a_file_in_one_language_say_which_one_is_still_to_be_written() -> None:
    found = {language: back(SINGLE, language) for language in ("zh", "en", "both")}

    assert {language: one.stem.lacks for language, one in found.items()} == {
        "zh": "en",
        "en": "zh",
        "both": None,
    }


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=4))
def test_plain_words_become_markdown_that_shows_them_as_they_are(lines: list[str]) -> None:
    plain = "\n".join(lines)
    assume(not re.search(r"\\[(\[](?s:.*)\\[)\]]", plain))  # a formula, which is written in Markdown's way

    assert to_plain(to_markdown(plain)) == plain


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_whole_bank_comes_back_but_for_what_was_said_to_be_lost(language: WantedLanguage) -> None:
    portables, _ = whole_bank()
    found = {one.id: one for one in read(write(portables, language=language).data)[0]}

    for portable in portables:
        if portable.kind == "match":
            assert {f"{portable.id}-{n}" for n in range(1, len(portable.pairs) + 1)} <= found.keys()
            continue
        again = found[portable.id]
        assert (again.kind, len(again.options), len(again.order)) == (
            portable.kind,
            len(portable.options),
            len(portable.order),
        )
        assert sorted(one.share for one in again.options) == sorted(one.share for one in portable.options)
        rights = [one for one in portable.numbers if one.share >= 1]
        kept = [one for one in again.numbers if one.share >= 1]
        assert [one.value for one in kept] == [
            pytest.approx(one.value, abs=one.tolerance / 100 + 1e-9) for one in rights
        ]


def test_only_the_order_of_options_may_differ_on_a_second_journey() -> None:
    portables, _ = read(write(whole_bank()[0], language="both").data)
    again, _ = read(write(portables, language="both").data)

    def settled(one: Portable) -> Portable:
        return replace(one, numbers=(), options=tuple(sorted(one.options, key=lambda option: option.text.en)))

    assert [settled(one) for one in again] == [settled(one) for one in portables]
