"""Worksheet and key: the same questions under the same numbers, and no answer on the sheet."""

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

import pytest

from course import all_exercises, course_plan, find_lesson, lesson_registry
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language, Text, as_text
from exercises import draw, grade, own_data, right_response, wrong_response
from exercises.grade import Grade
from exercises.kinds import catalogue
from lessons import AskStep, PlayStep
from papers.answer_key import answer_key
from papers.asked import asked
from papers.blocks import (
    Block,
    Choices,
    EmptyAxes,
    Form,
    Gap,
    Paper,
    PaperPart,
    PaperSection,
    Passage,
    Points,
    Room,
)
from papers.chart import at_the_start
from papers.deck import MOST_SEED, Deck, read_seed
from papers.handout import handout
from papers.key import right_answer
from papers.sheet import tasks_of, worksheet
from papers.steps import on_paper
from ui.steps.play import setup_of

NAMES = tuple(lesson_registry().names())
NUMBERS = re.compile(r"[−-]?\d+(?:\.\d+)?")


@cache
def sheet(name: str, seed: int = 1, language: Language = "zh") -> Paper:
    """A worksheet, made once."""
    return worksheet(find_lesson(name), course_plan(), Deck(seed, language))


@cache
def key(name: str, seed: int = 1, language: Language = "zh") -> Paper:
    """A key, made once."""
    return answer_key(find_lesson(name), course_plan(), Deck(seed, language))


def sections(paper: Paper) -> dict[str, PaperSection]:
    """The sections of a paper by their numbers; the last of those that share one."""
    return {section.number: section for part in paper.parts for section in part.sections}


def texts(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Every text in these blocks."""
    for block in blocks:
        for value in vars(block).values():
            yield from _texts(value)


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)


def said(paper: Paper) -> str:
    """All that a paper says in both languages, its charts left aside."""
    found = chain.from_iterable(texts(section.blocks) for part in paper.parts for section in part.sections)
    return "\n".join(f"{text.en}\n{text.zh}" for text in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_step_that_asks_for_something_is_on_the_sheet(name: str) -> None:
    numbers = [
        section.number for part in sheet(name).parts for section in part.sections if section.level == 1
    ]

    assert {number for number, _ in tasks_of(find_lesson(name))} == set(numbers)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_room_for_its_answer(name: str) -> None:
    for section in sections(sheet(name)).values():
        if section.level == 2:
            assert any(isinstance(block, Choices | Gap | Form | Room) for block in section.blocks), (
                section.number
            )


def test_every_kind_of_question_can_be_asked_on_paper() -> None:
    deck, seen = Deck(1, "en"), set()
    for item, exercise in all_exercises().items():
        card = deck.card(item)
        assert card is not None, item
        assert tuple(asked(card.variant.question, card.stem))
        seen.add(exercise.kind)

    assert seen == set(catalogue())


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_no_hint_and_no_reason_is_on_the_sheet(name: str) -> None:
    words, lesson, deck = said(sheet(name)), find_lesson(name), Deck(1, "zh")
    secret: list[Text | None] = []
    for step in lesson.steps:
        secret += [step.notes, step.intent]
        secret += [step.answer] if isinstance(step, AskStep) else []
        secret += [step.predict.explain] if isinstance(step, PlayStep) and step.predict else []
    for item in lesson.items():
        card = deck.card(item)
        assert card is not None
        wrong = grade(card.variant, wrong_response(card.variant))
        assert isinstance(wrong, Grade)
        secret += [card.variant.explain, wrong.feedback, *(part.why for part in wrong.parts)]
        secret += [hint.text for hint in card.variant.hints]

    stems = "\n".join(f"{one.item.stem.en}\n{one.item.stem.zh}" for one in all_exercises().values())
    told = {text[language] for text in secret if text is not None for language in LANGUAGES}
    told = {text for text in told if text not in stems}  # one question's hint may be what another one tells
    assert len(told) > 100
    assert not [text for text in told if text in words]


@pytest.mark.parametrize("name", NAMES)
def test_no_number_that_would_be_right_is_on_the_sheet(name: str) -> None:
    deck, words = Deck(1, "zh"), said(sheet(name))
    for item in find_lesson(name).items():
        card = deck.card(item)
        assert card is not None
        for answer in right_response(card.variant).values():
            if isinstance(answer, str) and len(answer.strip("−-0.%")) >= 4:
                assert answer not in words, item


@pytest.mark.parametrize("name", NAMES)
def test_the_key_answers_every_question_of_the_sheet_under_its_number(name: str) -> None:
    asked_for = {number for number, one in sections(sheet(name)).items() if one.level == 2}
    answered = {number: one for number, one in sections(key(name)).items() if one.level == 2}

    assert asked_for == set(answered)
    assert all(len(one.blocks) >= 2 for one in answered.values())


@pytest.mark.parametrize("name", NAMES)
def test_the_key_tells_the_right_answer_and_why(name: str) -> None:
    words, deck, lesson = said(key(name)), Deck(1, "zh"), find_lesson(name)
    for item in lesson.items():
        card = deck.card(item)
        assert card is not None
        assert card.variant.explain.zh in words, item
        assert card.variant.explain.en in words, item
        for answer in right_response(card.variant).values():
            if not isinstance(answer, str) or card.variant.kind not in ("number", "numbers"):
                continue
            # a key tells one figure more than a student is asked for
            told, places = Decimal(answer.removesuffix("%").replace("−", "-")), answer.partition(".")[2]
            half = Decimal(5).scaleb(-len(places.removesuffix("%")) - 1)
            assert any(
                abs(Decimal(one.replace("−", "-")) - told) <= half for one in NUMBERS.findall(words)
            ), item
    for step in lesson.steps:
        if isinstance(step, PlayStep) and step.predict is not None:
            assert step.predict.explain.zh in words
        if isinstance(step, AskStep) and step.answer is not None:
            assert step.answer.zh in words


def test_the_key_tells_how_near_is_near_enough_and_what_slips_earn() -> None:
    words = said(key("satisfaction"))

    assert "± 0.006" in words
    assert "30%" in words
    assert "That is expectation − value." in words


def test_a_letter_on_the_key_is_that_of_the_sheet() -> None:
    tasks, answers = sections(sheet("satisfaction")), sections(key("satisfaction"))
    compared = 0
    for number, task in tasks.items():
        for choices in (block for block in task.blocks if isinstance(block, Choices) and task.level == 2):
            (table,) = (block for block in answers[number].blocks if isinstance(block, Form))
            assert [row[1] for row in table.rows] == list(choices.texts)
            compared += 1

    assert compared > 5


def test_the_same_number_gives_the_same_sheet_and_another_number_another() -> None:
    first = worksheet(find_lesson(NAMES[0]), course_plan(), Deck(7, "zh"))

    assert first == worksheet(find_lesson(NAMES[0]), course_plan(), Deck(7, "zh"))
    assert said(first) != said(sheet(NAMES[0], 8))


@pytest.mark.parametrize("name", NAMES)
def test_a_key_in_english_answers_a_sheet_in_chinese(name: str) -> None:
    for item in find_lesson(name).items():
        cards = [Deck(3, language).card(item) for language in LANGUAGES]
        answers = [right_response(card.variant) for card in cards if card is not None]
        assert len(answers) == 2
        assert answers[0] == answers[1]


def test_questions_about_data_name_their_file_and_the_file_is_there() -> None:
    files = Deck(4, "zh").files(find_lesson("satisfaction"))

    assert list(files) == ["survey-sheet-4.zh.csv"]
    assert "survey-sheet-4.zh.csv" in said(sheet("satisfaction", 4))
    assert files["survey-sheet-4.zh.csv"].data.decode("utf-8-sig").count("\n") == 121


def test_the_answers_follow_from_the_file_that_goes_with_the_sheet() -> None:
    (file,) = Deck(4, "en").files(find_lesson("satisfaction")).values()
    rows = list(csv.DictReader(file.data.decode("utf-8-sig").splitlines()))
    got, hoped = "Customer perceived value (points)", "Expectation (points)"
    gaps = [float(row[got]) - float(row[hoped]) for row in rows]
    card = Deck(4, "en").card("sat.mean-gap")

    assert card is not None
    marked = grade(card.variant, {"answer": f"{sum(gaps) / len(gaps):.2f}"})
    assert isinstance(marked, Grade)
    assert marked.is_right


def test_a_question_that_is_gone_leaves_a_word_and_no_hole() -> None:
    lesson = find_lesson(NAMES[0])
    steps = tuple(
        step.model_copy(update={"items": ("gone.item",)}) if step.kind == "exercise" else step
        for step in lesson.steps
    )
    broken = lesson.model_copy(update={"steps": steps})

    for make in (worksheet, answer_key, handout):
        assert "gone.item" in said(make(broken, course_plan(), Deck(1, "zh")))


@pytest.mark.parametrize("name", NAMES)
def test_charts_that_settle_a_prediction_come_last_on_a_page_of_their_own(name: str) -> None:
    *before, last = sheet(name).parts
    kinds = {type(block).__name__ for section in last.sections for block in section.blocks}
    foreseen = {
        number for number, step in tasks_of(find_lesson(name)) if isinstance(step, PlayStep) and step.predict
    }

    assert last.begins_a_page
    assert kinds == {"Chart", "Room"}
    assert {section.number for section in last.sections} == foreseen
    assert not [
        one.number for part in before for one in part.sections if _has_chart(one) and one.number in foreseen
    ]


def _has_chart(section: PaperSection) -> bool:
    return any(type(block).__name__ == "Chart" for block in section.blocks)


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_on_paper_is_the_run_that_the_screen_begins_with(name: str) -> None:
    lesson = find_lesson(name)
    for step in lesson.steps:
        if isinstance(step, PlayStep):
            setup = setup_of(lesson, step)
            assert at_the_start(step) == setup.model(setup.defaults())


@pytest.mark.parametrize("name", NAMES)
def test_the_handout_tells_notes_reasons_sources_and_the_clock(name: str) -> None:
    lesson = find_lesson(name)
    paper = handout(lesson, course_plan(), Deck(1, "zh"))
    words = said(paper)

    for step in lesson.steps:
        for text in (step.notes, step.intent):
            assert text is None or (text.zh in words and text.en in words)
        assert all(source["zh"] in words for source in step.sources)
        assert step.claim is None or as_text(step.claim.source).zh in words
    whens = [section.when.zh for part in paper.parts for section in part.sections if section.when]
    assert any(f"–{lesson.minutes} 分钟" in when for when in whens)


def test_open_questions_leave_lines_to_write_on() -> None:
    blocks = [block for section in sections(sheet("satisfaction")).values() for block in section.blocks]

    assert any(isinstance(block, Room) and block.lines >= 4 for block in blocks)
    assert any(isinstance(block, Points) and block.room for block in blocks)


@pytest.mark.parametrize(
    "asked_for", ["0", "-1", "1.5", "x", "一", "²", "٣", "1e3", str(MOST_SEED + 1), "9" * 400]
)
def test_what_is_no_number_of_a_variant_is_told_in_both_languages(asked_for: str) -> None:
    with pytest.raises(ReaderError) as error:
        read_seed(asked_for)

    assert str(MOST_SEED) in error.value.text.en
    assert str(MOST_SEED) in error.value.text.zh
    assert len(error.value.text.en) < 200


def test_no_number_means_the_first_variant() -> None:
    assert read_seed(None) == read_seed(" ") == read_seed("1") == 1
    assert read_seed(str(MOST_SEED)) == MOST_SEED


def test_a_part_without_anything_in_it_is_left_out() -> None:
    lesson = find_lesson(NAMES[0])
    short = lesson.model_copy(
        update={"steps": tuple(step for step in lesson.steps if isinstance(step, AskStep))}
    )

    assert all(
        isinstance(part, PaperPart) and part.sections
        for part in worksheet(short, course_plan(), Deck(1, "en")).parts
    )


def test_paper_and_screen_draw_with_different_secrets() -> None:
    exercise = all_exercises()["sat.mean-gap"]
    data = own_data(exercise, secret=b"school", class_name="1", student="2")
    on_screen = draw(exercise, secret=b"school", class_name="1", student="2", group=0, data=data)
    card = Deck(1, "en").card("sat.mean-gap")

    assert card is not None
    assert card.variant.digest != on_screen.digest


def test_a_statement_is_judged_on_paper_with_its_two_signs_and_the_key_says_which() -> None:
    card = Deck(1, "zh").card("churn.year-end-rate")
    assert card is not None
    (room,) = (one for one in asked(card.variant.question, card.stem) if isinstance(one, Choices))
    told = next(iter(right_answer(card.variant)))

    assert [(mark, text.zh) for mark, text in zip(room.marks, room.texts, strict=True)] == [
        ("√", "对"),
        ("×", "错"),
    ]
    assert isinstance(told, Passage)
    assert told.text.zh in {"**√** 对", "**×** 错"}


@pytest.mark.parametrize(
    ("lesson", "block"), [("customers", EmptyAxes), ("lifetime_value", EmptyAxes), ("churn", Gap)]
)
def test_a_number_has_a_line_and_a_curve_has_empty_axes_on_the_worksheet(
    lesson: str, block: type[EmptyAxes | Gap]
) -> None:
    found = [
        one
        for _, step in tasks_of(find_lesson(lesson))
        if isinstance(step, PlayStep) and step.predict and not step.predict.options
        for one in on_paper(step).task()
    ]

    assert [one for one in found if isinstance(one, block)]
