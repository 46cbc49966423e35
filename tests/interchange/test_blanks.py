"""Gaps filled in with words: out to each platform and in again, and short answers from elsewhere."""

from functools import cache

import pytest

from courseware.source import parse
from exercises.bank_file import understand
from exercises.exercise import exercises_of
from exercises.folding import folded
from exercises.portable.question import Portable
from interchange import gift, moodle, qti, xuexitong
from interchange.bank_writer import into_bank
from interchange.blanks import one_each
from interchange.variants import freeze
from tests.exercises.banks import BLANK, exercise
from tests.interchange.test_moodle import answer, asked, quiz

ONE_GAP = BLANK.replace(" minus __(2)__", "").replace("减去____", "")
ONE_GAP = ONE_GAP.partition("      - right: {en: [expectation]")[0]
ONE_GAP += '    explain: {en: "By subtraction.", zh: "相减得到。"}\n'


@cache
def portable(bank: str) -> Portable:
    (one,), lost = freeze([exercise(bank)], variants=1, secret=b"x")
    assert lost == ()
    return one


def marks(one: Portable) -> list[dict[str, float]]:
    """What each wording earns, gap by gap."""
    return [
        {folded(each.words, case_counts=False): round(each.share, 3) for each in gap.wordings}
        for gap in one.gaps
    ]


@pytest.mark.parametrize("form", [gift, moodle, qti])
@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_one_gap_comes_back_with_all_that_its_words_earn(form: object, language: str) -> None:
    (back,), _ = form.read(form.write([portable(ONE_GAP)], language=language).data)  # type: ignore[attr-defined]

    assert back.kind == "blank"
    assert marks(back) == marks(portable(ONE_GAP))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_several_gaps_are_one_question_of_moodle_with_the_answers_in_its_text(language: str) -> None:
    written = moodle.write([portable(BLANK)], language=language)  # type: ignore[arg-type]
    (back,), _ = moodle.read(written.data)

    assert b'type="cloze"' in written.data
    assert marks(back) == marks(portable(BLANK))
    assert [one.why and one.why.en for one in back.gaps[1].wordings][-1] == (
        "A need is no measure." if language == "en" else "需求不是尺子。"
    )


@pytest.mark.parametrize("form", [gift, qti])
def test_a_format_of_one_answer_gets_a_question_for_each_gap_and_says_so(form: object) -> None:
    written = form.write([portable(BLANK)], language="both")  # type: ignore[attr-defined]
    back, _ = form.read(written.data)  # type: ignore[attr-defined]

    assert [marks(one) for one in back] == [[one] for one in marks(portable(BLANK))]
    assert any("2 questions, one for each gap" in loss.what.en for loss in written.losses)
    assert "减去(…)" in next(one_each([portable(BLANK)])).stem.zh


def test_a_sheet_holds_each_gap_in_a_cell_of_its_own() -> None:
    (back,), _ = xuexitong.read(xuexitong.write([portable(BLANK)], language="both").data)

    right = [{words for words, share in gap.items() if share == 1} for gap in marks(portable(BLANK))]
    assert [set(gap) for gap in marks(back)] == right


def test_a_bank_is_written_that_asks_the_same() -> None:
    written = into_bank([portable(BLANK)], "back")
    bank = understand(parse(written, "back.yaml"))
    (again,), _ = freeze(exercises_of(bank, "back.yaml"), variants=1, secret=b"x")

    assert marks(again) == marks(portable(BLANK))
    assert again.stem == portable(BLANK).stem


def test_a_short_answer_without_a_gap_in_its_text_gets_one_behind_it() -> None:
    (one,), _ = moodle.read(quiz(asked("shortanswer", answer("Assam", "100") + answer("*", "0"))))

    assert one.stem.en.endswith("＿＿＿＿")
    assert [wording.words for wording in one.gaps[0].wordings] == ["Assam"]


def test_words_with_a_star_for_anything_are_left_out_with_a_word() -> None:
    (one,), (row,) = gift.read(b"Tea from {=Assam =As*} is strong.")

    assert marks(one) == [{"assam": 1.0}]
    assert "“As*” was left out" in row.message.en
    assert one.stem.en == "Tea from ＿＿＿＿ is strong."


def test_a_fill_in_answer_in_words_is_a_gap_with_its_wordings() -> None:
    written = xuexitong.write([portable(ONE_GAP)], language="zh")
    (back,), _ = xuexitong.read(written.data)

    assert [set(gap) for gap in marks(back)] == [{"perceived value", "value felt", "感知价值"}]
