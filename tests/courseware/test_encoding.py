"""Files in another code than UTF-8: recognised by what they say, and never guessed where they say nothing."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseware.encoding import guess_code
from courseware.problem import ProblemsFoundError
from courseware.source import decode
from lessons.reading import LIBRARY

SATISFACTION = "title: {en: Satisfaction, zh: 满意度}\ntext: 满意 = 感知价值 − 期望。\n"
CODES = (("gb18030", "GBK"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"))


@pytest.mark.parametrize(("code", "name"), CODES)
def test_a_lesson_in_another_code_is_recognised_with_a_line_of_it(code: str, name: str) -> None:
    guess = guess_code(SATISFACTION.encode(code))

    assert guess is not None
    assert (guess.code, guess.text) == (name, SATISFACTION)
    assert guess.sample == "title: {en: Satisfaction, zh: 满意度}"


def test_traditional_chinese_is_read_as_big5() -> None:
    words = "滿意度：顧客滿意與忠誠，服務品質"
    guess = guess_code(words.encode("big5"))

    assert guess is not None
    assert (guess.code, guess.text) == ("Big5", words)


@pytest.mark.parametrize("file", sorted(LIBRARY.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_file_of_the_library_is_recognised_when_saved_as_gbk(file: str) -> None:
    text = (LIBRARY / file).read_text(encoding="utf-8")
    guess = guess_code(text.encode("gb18030"))

    assert guess is not None
    assert (guess.code, guess.text) == ("GBK", text)


def test_random_bytes_are_in_no_code() -> None:
    chance = Random(1)

    assert all(guess_code(chance.randbytes(size)) is None for size in range(20, 400))


@given(st.binary(max_size=60))
def test_what_is_guessed_can_be_written_and_read_as_utf8(data: bytes) -> None:
    guess = guess_code(data)

    assert guess is None or decode(guess.text.encode(), "x.yaml") == guess.text.removeprefix("\ufeff")


def test_reading_a_gbk_file_says_what_it_seems_to_be() -> None:
    with pytest.raises(ProblemsFoundError) as caught:
        decode("title: 满意度".encode("gbk"), "lessons/a.yaml")

    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (1, 8)
    assert "GBK" in problem.advice.en
    assert "GBK" in problem.advice.zh
