"""Files that mean harm or are mere rubbish: refused in a sentence, in time, nothing read from elsewhere."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from courseware.problem import ReaderError
from interchange import gift, moodle, qti
from interchange.languages import Languages
from interchange.reading import ReadQuestions
from tests.hostile.timing import within
from tests.interchange.made import EVERY_KIND
from tests.interchange.qti_items import ANSWER, FIELD, RIGHT, choices, graded, item, number, package, response

READERS: tuple[Callable[[bytes], ReadQuestions], ...] = (gift.read, moodle.read, qti.read)
IN_TIME = 25
"""Million rounds of a plain loop: the work of a second."""
BOMB = (
    b'<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "'
    + b"&a;" * 50
    + b'"><!ENTITY c "'
    + b"&b;" * 50
    + b'">]><quiz><question type="essay"><name><text>&c;</text></name></question></quiz>'
)
OUTSIDE = b'<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question>&x;</question></quiz>'
TYPED = b'<!DOCTYPE quiz SYSTEM "http://example.org/quiz.dtd"><quiz/>'
DEEP = b"<quiz>" + b"<a>" * 100_000
PLAIN = st.binary(max_size=400)


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, TYPED], ids=["bomb", "outside", "typed"])
def test_a_file_that_defines_entities_or_types_is_not_read(data: bytes) -> None:
    with pytest.raises(ReaderError, match="document type or entities"):
        moodle.read(data)


def test_tags_without_end_are_refused_before_they_cost_anything() -> None:
    with pytest.raises(ReaderError, match="nested too deeply"):
        within(IN_TIME, partial(moodle.read, DEEP))


def test_a_file_that_is_too_long_is_refused_unread() -> None:
    for reader, most in ((gift.read, 2), (moodle.read, 30)):
        with pytest.raises(ReaderError, match=f"no more than {most} MB"):
            reader(b" " * (most * 10**6) + b"x")


def test_texts_without_end_are_refused_and_pictures_are_not_counted() -> None:
    text, file = b"<quiz><question><text>%b</text></question></quiz>", b"<quiz><file>%b</file></quiz>"
    with pytest.raises(ReaderError, match="4 million characters"):
        moodle.read(text % (b"x" * 5_000_000))
    with pytest.raises(ReaderError, match="no question"):
        moodle.read(file % (b"x" * 5_000_000))


def test_rules_made_to_fill_the_memory_are_refused() -> None:
    twice = '<multiple><variable identifier="X"/><variable identifier="X"/></multiple>'
    once = f'<setOutcomeValue identifier="X">{twice}</setOutcomeValue>'
    declared = (
        response("multiple", "identifier", "A")
        + '<outcomeDeclaration identifier="X" cardinality="multiple" baseType="identifier">'
        + "<defaultValue><value>A</value></defaultValue></outcomeDeclaration>"
    )
    rules = f"<responseProcessing>{once * 60}</responseProcessing>"
    data = item(declared, choices("a", "b", more='maxChoices="0"'), rules, rules="")

    assert "at most 100" in qti.read(data)[1][0].message.en


# 6 s: 20,000 rules are read until they take too long
def test_rules_made_to_take_for_ever_are_refused_in_time() -> None:
    bounds = "".join(graded(f"<lt>{ANSWER}{number(one)}</lt>")[20:-21] for one in range(20))
    rules = f"<responseProcessing>{bounds}{graded(RIGHT)[20:-21] * 20_000}</responseProcessing>"
    data = item(response("single", "float", "4"), f"<p>How many? {FIELD}</p>", rules, rules="")

    (row,) = within(8 * IN_TIME, partial(qti.read, data))[1]

    assert "take too long" in row.message.en


def test_a_package_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(ReaderError, match="more in this package"):
        qti.read(package({"a.xml": b" " * 13_000_000}))


def test_a_picture_is_not_a_file_of_words() -> None:
    with pytest.raises(ReaderError, match="Save it as UTF-8"):
        gift.read(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe\x00" * 10)


def test_no_more_questions_are_taken_than_anybody_writes() -> None:
    data = b"W? {=a ~b}\n\n" * 3000
    portables, rows = within(5 * IN_TIME, partial(gift.read, data))

    assert len(portables) == 2000
    assert not rows[-1].ok


def test_a_question_of_endless_answers_is_refused_with_their_number_and_the_limit() -> None:
    xml = b"<quiz><question type='multichoice'>%b</question></quiz>" % (b"<answer/>" * 3000)
    for _, rows in (gift.read(b"W? {=a " + b"~b" * 3000 + b"}"), moodle.read(xml)):
        assert "at most 100" in rows[0].message.en
        assert "300" in rows[0].message.zh


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<a b='>",
        "<!--",
        "<b>",
        "</b>",
        "<table><tr>",
        "&amp",
        "\\(",
        "$$",
        "`",
        "*",
        "<li>",
        "{mlang en}",
    ],
)
def test_a_text_made_to_take_for_ever_does_not(piece: str) -> None:
    words = (piece * 100_000)[:99_000]

    within(2 * IN_TIME, lambda: (Languages().html(words), Languages().auto(words)))


@pytest.mark.parametrize(
    "piece", ["{", "}", "{{", "~", "=", "::", "\\", "//\n", "#", "->", "\n\n", "$CATEGORY:x\n"]
)
def test_marks_of_gift_without_end_are_read_in_time(piece: str) -> None:
    data = (piece * 400_000)[:400_000].encode()

    for whole in (data, b"Which? {=a ~b " + data):
        within(IN_TIME, partial(rubbish, gift.read, whole))


@settings(max_examples=150, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    st.one_of(
        PLAIN,
        PLAIN.map(lambda data: b"<quiz>" + data),
        PLAIN.map(lambda data: b"PK" + data),
        st.text(max_size=300).map(str.encode),
    )
)
def test_rubbish_is_never_more_than_a_sentence(data: bytes) -> None:
    for reader in READERS:
        rubbish(reader, data)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.integers(0, 2**32), st.sampled_from(["cut", "double", "swap", "spoil"]))
def test_a_good_file_that_was_damaged_is_never_more_than_a_sentence(seed: int, damage: str) -> None:
    for form in (gift, moodle, qti):
        rubbish(form.read, damaged(form.write(EVERY_KIND, language="both").data, damage, Random(seed)))


def rubbish(reader: Callable[[bytes], ReadQuestions], data: bytes) -> None:
    """Read it; anything but a ReaderError is a failure."""
    with suppress(ReaderError):
        _, rows = reader(data)
        assert all(row.message.en and row.message.zh for row in rows)


def damaged(data: bytes, damage: str, chance: Random) -> bytes:
    """The file with something done to it somewhere."""
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    match damage:
        case "cut":
            return data[:start] + data[end:]
        case "double":
            return data[:end] + data[start:]
        case "swap":
            return data[end:] + data[:start]
        case _:
            spoilt = bytearray(data)
            for place in range(start, end, 7):
                spoilt[place] = chance.choice(b"{}~=#:<>&\\\n\x00\xff%")
            return bytes(spoilt)
