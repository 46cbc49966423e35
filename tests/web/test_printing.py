"""The printed pages as they are sent: to teachers alone, safe whatever a lesson says, and without answers."""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from starlette.applications import Starlette
from streamlit import config

from course import all_exercises, course_plan, find_lesson, glossary, lesson_registry
from courseware.interface import say
from courseware.language import languages_of
from courseware.text import LANGUAGES, as_text
from exercises import reveal
from exercises.portable.answers import answers
from exercises.portable.told import Answers
from exercises.specimen import variant_of
from lessons import AskStep, PlayStep
from papers import DISPLAY_LANGUAGES, DisplayLanguage
from papers.answer_key import answer_key
from papers.deck import Deck
from papers.markdown import Prose
from papers.pages import PageWriter, PaperRequest, Shell, paper_page, plan_page
from papers.pages.bar import PAPERS
from papers.plan import plan_of
from papers.sheet import worksheet
from papers.words import word
from tests.papers.papers import hostile_lesson
from tests.ui.reader import own_record
from tests.web.asker import Answer, Asker
from web.access import key as keys
from web.assets import ours, style
from web.routes import middleware
from web.routes.printing import print_routes
from web.runs import picture_of

NAMES = tuple(lesson_registry().names())
HOME = {"host": "localhost"}
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module", autouse=True)
def _at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A lab that only its own computer can reach."""
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    with own_record(tmp_path_factory.mktemp("record")):
        keys.forget()
        yield
        keys.forget()
    config.set_option("server.address", before)


def client() -> Asker:
    """Somebody who asks for papers."""
    return Asker(Starlette(routes=print_routes(), middleware=middleware()))


@cache
def get(address: str) -> Answer:
    """What a teacher at the lab's own computer is sent."""
    return client().get(address, headers=HOME)


def words_of(page: str) -> str:
    """What the page says, without its markup, charts' data left aside."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(TAG.sub("", bare)).split())


@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
@pytest.mark.parametrize("what", PAPERS)
@pytest.mark.parametrize("name", NAMES)
def test_every_paper_of_every_lesson_can_be_had_in_either_language_and_in_both(
    name: str, what: str, display_language: DisplayLanguage
) -> None:
    answer = get(f"/print/{what}/{name}?lang={display_language}")
    words, prose = words_of(answer.text), Prose(glossary())

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    for language in languages_of(display_language):
        assert prose.plain(find_lesson(name).title[language], language) in words
        assert word(what)[language] in words


@pytest.mark.parametrize(
    "address", [*(f"/print/{what}/{NAMES[0]}" for what in PAPERS), f"/print/plan.docx/{NAMES[0]}"]
)
def test_nobody_but_the_teacher_is_given_a_paper(address: str) -> None:
    for headers in ({"host": "lab.school.cn"}, {"host": "localhost", "x-forwarded-for": "10.0.0.7"}):
        answer = client().get(address, headers=headers)

        assert answer.status == 403
        assert find_lesson(NAMES[0]).title.zh not in answer.text
        assert "content-disposition" not in answer.headers


@pytest.mark.parametrize(
    "address", ["/print/data/survey-sheet-1.zh.csv/satisfaction", "/print/none", "/print/key/none"]
)
def test_others_do_not_even_learn_what_there_is(address: str) -> None:
    assert client().get(address, headers={"host": "lab.school.cn"}).status == 403


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/print/nothing/satisfaction", 404, "worksheet"),
        ("/print/plan", 404, "worksheet"),
        ("/print/plan/satisfactoin", 404, "satisfaction"),
        ("/print/plan/scorecard", 404, "scorecard"),
        ("/print/plan/a/b/c", 404, "worksheet"),
        ("/print/plan/satisfaction?lang=fr", 400, "fr"),
        ("/print/worksheet/satisfaction?seed=x", 400, "999999"),
        ("/print/slides/satisfaction?per=3", 400, "?per=6"),
        ("/print/slides/satisfaction?per=<b>", 400, "?per=6"),
        ("/print/worksheet/satisfaction?seed=0", 400, "999999"),
        ("/print/key/satisfaction?seed=99999999999999999999999", 400, "999999"),
        ("/print/data/none.csv/satisfaction", 404, "worksheet"),
        ("/print/data/survey-sheet-1.zh.csv/none", 404, "none"),
        ("/print/data/..%2f..%2fREADME.md/satisfaction", 404, "worksheet"),
        ("/print/plan/<script>alert(1)</script>", 404, "worksheet"),
        ("/print/worksheet/satisfaction?seed=<script>alert(1)</script>", 400, "999999"),
    ],
)
def test_a_wrong_address_is_answered_in_both_languages(address: str, status: int, said: str) -> None:
    answer = get(address)

    assert answer.status == status
    assert said in answer.text
    assert re.search("[一-鿿]{4}", words_of(answer.text))
    assert "<script>" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("what", PAPERS)
def test_a_page_has_no_script_of_its_own_and_asks_no_foreign_host(what: str) -> None:
    page = get(f"/print/{what}/{NAMES[0]}?lang=both").text
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL)
    fetched = re.findall(r'(?:src|href)="([^"]*)"', page)

    assert all("application/json" in kind or not inside for kind, inside in scripts)
    assert any(ours()["print/print.js"].url in kind for kind, _ in scripts)
    assert not [tag for tag in TAG.findall(page) if re.search(r"\son\w+\s*=", re.sub('"[^"]*"', "", tag))]
    assert all(address.startswith("/") and not address.startswith("//") for address in fetched)
    assert "url(" not in page.split("</style>")[0]


@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
def test_hostile_words_of_a_lesson_stay_words_on_every_page(display_language: DisplayLanguage) -> None:
    lesson, writer = hostile_lesson(), PageWriter(Prose(glossary()), display_language, picture_of)
    deck, shell = Deck(1, "zh"), Shell("/plotly.js", "/print.js", "/desk", style)
    pages = [
        plan_page(
            plan_of(lesson, course_plan()),
            PaperRequest("plan", lesson.id, display_language, 1),
            writer,
            shell,
        ),
        paper_page(
            worksheet(lesson, course_plan(), deck),
            PaperRequest("worksheet", lesson.id, display_language, 1),
            writer,
            shell,
        ),
        paper_page(
            answer_key(lesson, course_plan(), deck),
            PaperRequest("key", lesson.id, display_language, 1),
            writer,
            shell,
        ),
    ]
    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'javascript:alert(3)"' not in page
        assert "{{ 7 * 7 }}" in html.unescape(page)
        assert "49" not in re.findall(r"<h1>.*?</h1>", page, re.DOTALL)[0]
        assert page.count("</main>") == page.count("</html>") == 1
        assert not re.search("[\x00\x0b]", page)


@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
@pytest.mark.parametrize("what", ["worksheet", "slides"])
@pytest.mark.parametrize("name", NAMES)
def test_what_students_are_given_holds_no_solution(
    name: str, what: str, display_language: DisplayLanguage
) -> None:
    page = html.unescape(get(f"/print/{what}/{name}?lang={display_language}").text)
    told = words_of(get(f"/print/{what}/{name}?lang={display_language}").text)
    prose, lesson, language = Prose(glossary()), find_lesson(name), languages_of(display_language)[0]
    secret = []
    for item in lesson.items():
        card = Deck(1, language).card(item)
        assert card is not None
        variant = card.variant if what == "worksheet" else variant_of(all_exercises()[item], language)
        found = answers(variant)
        secret += [variant.explain, reveal(variant), *(hint.text for hint in variant.hints)]
        if isinstance(found, Answers):
            whys = [one.why for group in (found.options, found.numbers, found.pairs) for one in group]
            secret += [why for why in whys if why is not None]
            assert not [
                one for one in found.numbers if _is_telling(one.value) and _written(one.value) in told
            ]
    for step in lesson.steps:
        secret += [text for text in (step.notes, step.intent) if text is not None]
        secret += [step.predict.explain] if isinstance(step, PlayStep) and step.predict else []
        secret += [step.answer] if isinstance(step, AskStep) and step.answer else []
    public = [one.item.stem for one in all_exercises().values()]
    public += [text for step in lesson.steps if (text := getattr(step, "text", None)) is not None]
    stems = "".join(f"{text.en}{text.zh}" for text in public)
    lines = {line for text in secret for language in LANGUAGES for line in text[language].splitlines()}
    lines = {line for line in lines if len(line) > 12 and line not in stems}

    assert len(lines) > 100
    assert not [line for line in lines if line in page or prose.plain(line, "en") in told]


def _is_telling(value: float) -> bool:
    return len(_written(value).replace(".", "").strip("0")) >= 4


def _written(value: float) -> str:
    return f"{abs(value):.2f}"


@pytest.mark.parametrize("what", ["worksheet", "slides"])
@pytest.mark.parametrize("name", NAMES)
def test_a_paper_for_students_names_nothing_by_what_it_is_worth(name: str, what: str) -> None:
    page = get(f"/print/{what}/{name}?lang=en").text

    assert not re.search(r"solution|\bcorrect\b|data-right|data-answer|<[^>]*\bchecked", page)


def test_sheet_and_key_show_the_number_of_the_variant_and_keep_it_in_their_links() -> None:
    page = get("/print/worksheet/satisfaction?lang=en&seed=42").text

    assert "Variant 42" in words_of(page)
    assert "Variant 42" in words_of(get("/print/key/satisfaction?lang=en&seed=42").text)
    assert html.escape("/print/key/satisfaction?lang=en&seed=42") in page
    assert html.escape("/print/data/survey-sheet-42.en.csv/satisfaction?lang=en&seed=42") in page


def test_another_variant_asks_other_things_and_the_same_one_the_same() -> None:
    address = "/print/worksheet/satisfaction?lang=zh&seed="

    assert get(f"{address}5").text == client().get(f"{address}5", headers=HOME).text
    assert words_of(get(f"{address}5").text) != words_of(get(f"{address}6").text)


def test_the_plan_can_be_taken_along_as_a_word_document() -> None:
    answer = get("/print/plan.docx/satisfaction?lang=both")

    assert answer.status == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="satisfaction-plan-both.docx"'
    assert find_lesson("satisfaction").title.zh in "".join(
        cell.text for row in Document(BytesIO(answer.content)).tables[0].rows for cell in row.cells
    )


@pytest.mark.parametrize("display_language", ["en", "zh"])
def test_the_plan_tells_sources_extension_and_character_cases_in_the_words_of_its_reader(
    display_language: DisplayLanguage,
) -> None:
    language = languages_of(display_language)[0]
    lesson = find_lesson("relationships")
    said = words_of(get(f"/print/plan/relationships?lang={display_language}").text)
    cites = [as_text(source.cite)[language] for step in lesson.steps for source in step.sources]
    cases = [line[language] for one in lesson.character_cases for line in (one.point, one.case, one.mapping)]
    more = [step.title[language] for step in lesson.steps if step.stage == "extension"]

    assert [
        words for words in (*cites, *cases, *more) if "".join(words.split()) not in "".join(said.split())
    ] == []
    assert word("extension")[language] in said
    assert "zh='" not in said


def test_the_data_of_a_sheet_are_the_file_that_it_names() -> None:
    answer = get("/print/data/survey-sheet-42.zh.csv/satisfaction?lang=zh&seed=42")

    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.content.startswith("\ufeff".encode())
    assert len(answer.text.splitlines()) == 121


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_has_a_title_a_message_in_words_and_its_data(name: str) -> None:
    page = get(f"/print/handout/{name}?lang=both").text
    figures = re.findall(r"<figure data-chart.*?</figure>", page, re.DOTALL)
    plays = [step for step in find_lesson(name).steps if isinstance(step, PlayStep)]

    assert len(figures) == 2 * len(plays)
    for figure in figures:
        (alt,) = re.findall(r'<img alt="([^"]+)"', figure)
        (data,) = re.findall(r'<script type="application/json">(.*?)</script>', figure, re.DOTALL)
        assert len(html.unescape(alt)) > 20
        assert re.search(r"<figcaption>[^<]+</figcaption>", figure)
        assert {"data", "layout", "frames"} <= json.loads(data).keys()
        assert len(json.loads(data)["frames"]) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_the_slides_tell_their_answers_to_a_teacher_who_asks_for_them(name: str) -> None:
    page = words_of(get(f"/print/slides/{name}?lang=en&answers=1").text)
    prose = Prose(glossary())
    told = [step.answer for step in find_lesson(name).steps if isinstance(step, AskStep) and step.answer]

    assert told
    for answer in told:
        assert prose.plain(answer.en.splitlines()[0], "en") in page


def test_the_slides_keep_how_they_are_laid_out_from_language_to_language() -> None:
    page = html.unescape(get("/print/slides/satisfaction?lang=en&per=6&answers=1").text)

    assert "/print/slides/satisfaction?lang=both&per=6&answers=1" in page
    assert "/print/slides/satisfaction?lang=en&per=6" in page
    assert "/print/plan/satisfaction?lang=en" in page


def test_the_papers_call_the_stages_as_the_screen_does() -> None:
    for stage in ("sign_in", "warm_up", "knowledge", "interaction", "practice", "summary", "homework"):
        for language in LANGUAGES:
            assert word(f"stage_{stage}")[language] == say(f"stage_{stage}", language)
