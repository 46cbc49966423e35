"""The answers of a lab report: what was asked, answered and earned, and as much of why as may be told."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from classroom.question_status import QuestionStatus
from course.media import replace_references
from courseware.text import Text, in_each
from exercises import GradePart, say_response
from papers.lab_report import CellRow
from papers.lab_report import ReportCell as Cell
from papers.markdown import as_markdown
from papers.words import as_written, word

_HEADS: Final = {
    "report_no": 2,
    "report_question": 6,
    "report_answer": 6,
    "report_points": 2,
    "report_reason": 8,
}


def answer_rows(answered: Sequence[QuestionStatus], graded: Collection[str]) -> Iterator[CellRow]:
    """A row for each of these questions under a head; no row at all if there are none."""
    if answered:
        heads = (Cell(wide, (word(name),), "label") for name, wide in _HEADS.items())
        yield CellRow(tuple(heads), is_head=True)
    for number, one in enumerate(answered, 1):
        cells = (
            (as_written(str(number)),),
            (one.variant.question.stem,),
            (_response(one),),
            tuple(_points(one, is_graded=one.variant.item in graded)),
            tuple(_reasons(one)),
        )
        yield CellRow(tuple(Cell(wide, texts) for wide, texts in zip(_HEADS.values(), cells, strict=True)))


def score_row(answered: Sequence[QuestionStatus], graded: Collection[str]) -> CellRow:
    """The points of the questions that count towards the mark, out of all of these there are."""
    points = sum(one.item_points for one in answered if one.variant.item in graded)
    said = [word("report_total", points=f"{points:.3g}", all=len(graded))]
    waiting = [one for one in answered if one.is_pending and one.variant.item in graded]
    if waiting:
        most = f"{sum(one.to_come for one in waiting):.3g}"
        said.append(word("report_total_waiting", n=len(waiting), most=most))
    return CellRow((Cell(24, tuple(said)),))


def _response(one: QuestionStatus) -> Text:
    """The latest response, letter by letter."""
    assert one.last is not None  # noqa: S101 -- only what was answered is told of
    said = say_response(one.variant.question, one.last.response)
    return in_each(lambda language: as_markdown(replace_references(said[language], lambda shown: shown.alt)))


def _points(one: QuestionStatus, *, is_graded: bool) -> Iterator[Text]:
    if one.is_pending:
        yield word("report_not_marked")
    else:
        yield as_written(f"{one.item_points:.3g}/1") if is_graded else word("report_practice")


def _reasons(one: QuestionStatus) -> Iterator[Text]:
    """What the page told after the latest try; the right answer only where it may be revealed."""
    assert one.last is not None  # noqa: S101 -- only what was answered is told of
    grade = one.last.grade
    yield grade.told(is_closed=one.may_reveal)
    for part in grade.parts:
        if (why := part.told(is_closed=one.may_reveal)) is not None:
            yield _labelled(part, why)
    if one.reveal is not None and not grade.is_right:
        yield one.reveal


def _labelled(part: GradePart, why: Text) -> Text:
    label = part.label
    return why if label is None else in_each(lambda language: f"{label[language]} — {why[language]}")
