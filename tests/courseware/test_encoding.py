"""Files in another code than UTF-8: recognised by what they say, and never guessed where they say nothing."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.folders import LIBRARY
from courseware.encoding import declared_code, decoded, guess_code
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import decode

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


WRITTEN = (
    ("¿Cuál es la capital de España? {=Madrid ~Málaga}", "cp1252", "Windows-1252"),
    ("Größe der Fläche, in Äckern", "cp1252", "Windows-1252"),
    ("1,Zoë\n2,René", "cp1252", "Windows-1252"),
    ("学号,姓名\n1,张三\n2,李四", "gbk", "GBK"),
    ("A类客户、B类客户与 CRM 系统", "gbk", "GBK"),
    ("滿意度：顧客滿意與忠誠", "big5", "Big5"),
    ("标题: 满意度", "utf-16-le", "UTF-16"),
)


@pytest.mark.parametrize(("words", "code", "name"), WRITTEN)
def test_the_code_that_was_guessed_is_told_with_a_line_in_both_languages(
    words: str, code: str, name: str
) -> None:
    read = decoded(words.encode(code))

    assert read.text == words
    assert read.note
    assert all(name in said and words.splitlines()[0] in said for said in (read.note.en, read.note.zh))


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_nothing_is_told_of_a_code_that_is_certain(code: str) -> None:
    assert decoded("标题: 满意度".encode(code)) == decoded("标题: 满意度".encode())
    assert decoded("标题: 满意度".encode(code)).note is None


@pytest.mark.parametrize(
    ("words", "code", "declared", "is_true"),
    [
        ("满意度", "gbk", "GBK", True),
        ("满意度", "gb18030", "gb2312", True),
        ("滿意度", "big5", "Big5", True),
        ("Größe", "latin-1", "ISO-8859-1", True),
        ("Удовлетворённость", "cp1251", "windows-1251", True),
        ("满意度", "utf-8", "GBK", False),
        ("满意度", "gbk", "utf-8", False),
        ("满意度", "gbk", "zip", False),
    ],
)
def test_a_declared_code_is_kept_to_and_a_wrong_one_is_told(
    words: str, code: str, declared: str, is_true: bool
) -> None:
    read = decoded(words.encode(code), declared)

    assert read.text == words
    assert (read.note is None) == is_true
    assert read.note is None or all(f" {declared}" in said for said in (read.note.en, read.note.zh))


@pytest.mark.parametrize(
    ("words", "code"),
    [("Удовлетворённость клиента", "cp1251"), ("顧客満足とは", "shift_jis"), ("é", "cp1252")],
)
def test_another_alphabet_that_is_not_declared_is_refused_and_not_taken_for_chinese(
    words: str, code: str
) -> None:
    with pytest.raises(ReaderError, match="Save it as UTF-8") as refused:
        decoded(words.encode(code))

    assert "另存为 UTF-8" in refused.value.text.zh


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (b'<?xml version="1.0" encoding="gb2312"?><a/>', "gb2312"),
        (b"<html><meta http-equiv=x content='text/html; charset=gb2312'>", "gb2312"),
        (b'<html><head><meta charset="big5">', "big5"),
        (b"<html>", ""),
    ],
)
def test_a_code_is_declared_at_the_head_of_xml_and_of_a_web_page(head: bytes, code: str) -> None:
    assert declared_code(head) == code
