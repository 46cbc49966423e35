"""Whatever a phone sends is read into bounds, or refused in the reader's words; nothing else happens."""

from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from classroom.live import ChoiceForm, LeversForm, NumberForm, OrderForm, PointForm, PollForm, WordsForm
from classroom.live.forms import MOST_WORDS, Lever
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Text

_ACROSS: Final = NumberForm(low=0, high=10)
OPTIONS: Final = tuple(Text(en=f"option {place}", zh=f"选项 {place}") for place in range(4))
PRICE: Final = Lever(name="price", label=Text(en="price", zh="价格"), low=1, high=9, step=0.5, default=5)
FORMS: Final[tuple[PollForm, ...]] = (
    ChoiceForm(options=OPTIONS),
    ChoiceForm(options=OPTIONS, most=3),
    NumberForm(low=-5, high=5),
    NumberForm(low=-1e9, high=1e9),
    PointForm(across=_ACROSS, up=_ACROSS, across_label=OPTIONS[0], up_label=OPTIONS[1]),
    OrderForm(items=OPTIONS),
    WordsForm(),
    LeversForm(levers=(PRICE,)),
)
LEAVES: Final = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(0, 4)
    | st.sampled_from((10**400, -(10**400), 10**4000))
    | st.floats()
    | st.text(st.characters(codec=None), max_size=80)
)
JSON: Final[st.SearchStrategy[JsonValue]] = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.just("price") | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


def is_in_bounds(form: PollForm, value: JsonValue) -> bool:
    """Whether a value that was read is one that this form may have."""
    match form, value:
        case ChoiceForm(), list():
            is_fit = 1 <= len(value) <= form.most and all(one in range(len(form.options)) for one in value)
        case NumberForm(), float():
            is_fit = form.low <= value <= form.high
        case PointForm(), [across, up]:
            is_fit = is_in_bounds(form.across, across) and is_in_bounds(form.up, up)
        case OrderForm(), list():
            is_fit = sorted(map(str, value)) == [str(place) for place in range(len(form.items))]
        case WordsForm(), str():
            is_fit = 1 <= len(value) <= MOST_WORDS and value.isprintable()
        case LeversForm(), {"price": float(price)}:
            is_fit = PRICE.low <= price <= PRICE.high
        case _:
            is_fit = False
    return is_fit


def tried(form: PollForm, sent: JsonValue) -> tuple[JsonValue, Text | None]:
    """What the form reads, and why it refuses."""
    try:
        return form.read(sent), None
    except ReaderError as error:
        return None, error.text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
@settings(max_examples=40)
@given(sent=JSON)
@example(sent=True)
@example(sent=[True])
@example(sent=float("nan"))
@example(sent=[float("inf"), 3])
@example(sent=10**400)
@example(sent=[10**4000])
@example(sent=[10**4000, 1, 2, 3])
@example(sent=[0, 1, 2, True])
@example(sent=[[0], {"a": [1]}])
@example(sent=[{}, {}])
@example(sent={"price": 10**400})
@example(sent="字" * 10_000)
@example(sent="<script>alert(1)</script>")
@example(sent="\u200b\u200d\x00\x1b")
@example(sent="\ud800")
def test_anything_sent_is_read_into_bounds_or_refused_in_both_languages(
    form: PollForm, sent: JsonValue
) -> None:
    value, refusal = tried(form, sent)

    if refusal is None:
        assert is_in_bounds(form, value)
        assert form.read(value) == value
    else:
        assert all(refusal[language].strip() for language in LANGUAGES)


@pytest.mark.parametrize("depth", [1, 50, 900])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_lists_in_lists_are_no_answer_however_deep(form: PollForm, depth: int) -> None:
    sent: JsonValue = 1
    for _ in range(depth + 2):
        sent = [sent]

    with pytest.raises(ReaderError):
        form.read(sent)


@pytest.mark.parametrize(
    ("place", "sent", "read"),
    [
        (0, [2], [2]),
        (1, [3, 0], [0, 3]),
        (2, -5, -5.0),
        (2, 2.5, 2.5),
        (4, [0, 10], [0.0, 10.0]),
        (5, [3, 1, 0, 2], [3, 1, 0, 2]),
        (6, "  loyal\n 客户\u200b ", "loyal 客户"),
        (6, "<b>bold</b>", "<b>bold</b>"),
        (7, {}, {"price": 5.0}),
        (7, {"price": 9}, {"price": 9.0}),
    ],
)
def test_an_answer_is_read_as_it_was_meant(place: int, sent: JsonValue, read: JsonValue) -> None:

    assert FORMS[place].read(sent) == read


@pytest.mark.parametrize(
    ("place", "sent"),
    [
        (0, []), (0, [4]), (0, [-1]), (0, [0, 1]), (0, 0), (0, [1.0]), (0, ["1"]),
        (1, [1, 1]), (1, [0, 1, 2, 3]), (1, [1, True]),
        (2, "3"), (2, True), (2, None),
        (4, [1]), (4, [1, 2, 3]), (4, [1, 11]),
        (5, [0, 1, 2]), (5, [0, 1, 2, 2]), (5, [0, 1, 2, 3, 3]), (5, [0, 1, 2, 4]),
        (6, ""), (6, " \u3000\u200b\n"), (6, 5),
        (7, []), (7, {"price": 10}), (7, {"price": None}), (7, {"cost": 1}),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused(place: int, sent: JsonValue) -> None:

    with pytest.raises(ReaderError):
        FORMS[place].read(sent)


def test_a_number_out_of_bounds_is_told_the_bounds_and_what_came() -> None:
    with pytest.raises(ReaderError) as caught:
        FORMS[2].read(7.25)

    assert caught.value.text["en"] == "Between −5 and 5, please; got 7.25."
    assert caught.value.text["zh"] == "请填 −5 到 5 之间的数，现在是 7.25。"


def test_words_that_are_too_long_are_told_how_long_they_are() -> None:
    with pytest.raises(ReaderError) as caught:
        WordsForm().read("字" * 10_000)

    assert all("60" in said and "10000" in said for said in (caught.value.text[one] for one in LANGUAGES))
