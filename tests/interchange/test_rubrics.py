"""Answers in words: out to each platform with their rubric for those who mark, and essays from elsewhere."""

from functools import cache

import pytest

from courseware.source import parse
from exercises.bank_file import understand
from exercises.exercise import exercises_of
from exercises.portable.question import Portable
from interchange import gift, moodle, qti, xuexitong
from interchange.bank_writer import into_bank
from interchange.variants import freeze
from tests.exercises.banks import TEXT, exercise


@cache
def portable() -> Portable:
    (one,), _ = freeze([exercise(TEXT)], variants=1, secret=b"x")
    return one


@pytest.mark.parametrize("form", [gift, moodle, qti, xuexitong])
@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_an_answer_in_words_stays_one_on_every_platform(form: object, language: str) -> None:
    (back,), (row, *_) = form.read(form.write([portable()], language=language).data)  # type: ignore[attr-defined]

    assert (back.kind, back.id.replace("-", ".")) == ("text", "small.text")
    assert "write a rubric" in row.message.en


def test_moodle_tells_those_who_mark_what_earns_points_and_nobody_else() -> None:
    written = moodle.write([portable()], language="both").data.decode()
    told = written[written.index("<graderinfo") : written.index("</graderinfo>")]

    assert 'type="essay"' in written
    assert "Names the comparison. (3)" in told
    assert "比较之后的感受。" in told
    assert "Names the comparison." not in written.replace(told, "")


def test_qti_shows_the_rubric_to_the_scorer_alone() -> None:
    (back,), _ = qti.read(qti.write([portable()], language="en").data)

    assert back.stem.en == "What is satisfaction?"


def test_a_sheet_calls_it_by_its_form_and_gives_the_rubric_as_the_answer() -> None:
    (back,), _ = xuexitong.read(xuexitong.write([portable()], language="zh").data)

    assert back.rubric is not None
    assert back.rubric.form == "define"
    assert back.rubric.model is not None
    assert "说出比较。（3 分）" in back.rubric.model.zh


def test_a_bank_keeps_the_rubric_and_the_model_answer() -> None:
    written = into_bank([portable()], "back")
    (again,), _ = freeze(
        exercises_of(understand(parse(written, "back.yaml")), "back.yaml"), variants=1, secret=b"x"
    )

    assert again.rubric == portable().rubric
