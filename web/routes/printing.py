"""The papers of a lesson at plain addresses, for teachers alone: answers and notes stand on them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from course import course_plan, find_lesson, glossary
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.specimen import variant_of
from lessons import Lesson
from papers import read_display_language, teaching_plan
from papers.answer_key import answer_key
from papers.blocks import Paper
from papers.deck import Deck, read_seed
from papers.handout import handout
from papers.markdown import Prose
from papers.pages import PageWriter, PaperRequest, Shell, message_page, paper_page, plan_page, slides_page
from papers.pages.bar import PAPERS, WORD
from papers.pages.writer import SLIDE_CHARTS
from papers.plan import plan_of
from papers.screens import printed_slides, read_per_page
from papers.sheet import worksheet
from web.access.refusal import teachers_only
from web.addresses import DESK
from web.assets import ours, plotly, style
from web.routes.attachment import attachment
from web.runs import picture_of

_DRAWN: Final[Mapping[str, Callable[[Lesson, Deck], Paper]]] = {
    "handout": lambda lesson, deck: handout(lesson, course_plan(), deck),
    "worksheet": lambda lesson, deck: worksheet(lesson, course_plan(), deck),
    "key": lambda lesson, deck: answer_key(lesson, course_plan(), deck),
}
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def _paper(request: Request) -> Response:
    what = request.path_params["what"]
    make = _word if what == WORD else _slides if what == "slides" else _page
    if what not in PAPERS and what != WORD:
        return _refused(_NO_PAPER, 404)
    return await run_in_threadpool(_answer, request, what, make)


async def _table(request: Request) -> Response:
    name = request.path_params["file"]
    return await run_in_threadpool(_answer, request, "worksheet", partial(_file, name))


async def _nowhere(_request: Request) -> Response:
    return _refused(_NO_PAPER, 404)


def _answer(request: Request, what: str, make: Callable[[Lesson, PaperRequest], Response]) -> Response:
    """What `make` makes of the lesson and options in the address, or a page that says what is wrong there."""
    try:
        lesson = find_lesson(request.path_params["lesson"])
    except ReaderError as error:
        return _refused(error.text, 404)
    query = request.query_params
    try:
        asked = PaperRequest(
            what,
            lesson.id,
            read_display_language(query.get("lang")),
            read_seed(query.get("seed")),
            read_per_page(query.get("per")),
            query.get("answers") == "1",
        )
    except ReaderError as error:
        return _refused(error.text, 400)
    return make(lesson, asked)


def _page(lesson: Lesson, asked: PaperRequest) -> Response:
    writer = PageWriter(Prose(glossary()), asked.display_language, picture_of)
    if asked.what == "plan":
        return HTMLResponse(plan_page(plan_of(lesson, course_plan()), asked, writer, shell()))
    deck = Deck(asked.seed, asked.language)
    paper = _DRAWN[asked.what](lesson, deck)
    return HTMLResponse(paper_page(paper, asked, writer, shell(), tuple(deck.files(lesson))))


def _slides(lesson: Lesson, asked: PaperRequest) -> Response:
    """The questions on paper are those on the projector, with the same customers."""
    writer = PageWriter(Prose(glossary()), asked.display_language, picture_of, SLIDE_CHARTS[asked.per_page])
    draw = partial(variant_of, language=asked.language)
    sheets = tuple(printed_slides(lesson, draw, with_answers=asked.has_answers))
    return HTMLResponse(slides_page((course_plan().title, lesson.title), sheets, asked, writer, shell()))


def _word(lesson: Lesson, asked: PaperRequest) -> Response:
    document = teaching_plan(lesson, course_plan(), glossary(), asked.display_language)
    return _taken(document, DOCX, f"{lesson.id}-plan-{asked.display_language}.docx")


def _file(name: str, lesson: Lesson, asked: PaperRequest) -> Response:
    file = Deck(asked.seed, asked.language).files(lesson).get(name)
    if file is None:
        return _refused(_NO_FILE, 404)
    return _taken(file.data, f"{file.media_type}; charset=utf-8", file.name)


def _taken(data: bytes, media_type: str, name: str) -> Response:
    headers = {"content-disposition": attachment(name)}
    return Response(data, media_type=media_type, headers=headers)


def _refused(words: Text, status: int) -> Response:
    return HTMLResponse(message_page(_NOTHING, words, shell()), status)


def shell() -> Shell:
    """What every paper takes from the lab around it."""
    return Shell(plotly().url, ours()["print/print.js"].url, f"/{DESK}", style)


def print_routes() -> list[BaseRoute]:
    """``/print/<paper>/<lesson>?lang=…&seed=…``, and the data of a sheet: ``/print/data/<file>/<lesson>``."""
    return [
        Route("/print/data/{file}/{lesson}", teachers_only(_table)),
        Route("/print/{what}/{lesson}", teachers_only(_paper)),
        Route("/print/{rest:path}", teachers_only(_nowhere)),
    ]


_NOTHING: Final = Text(en="There is nothing to print here", zh="这里没有可打印的内容")
_NO_PAPER: Final = Text(
    en="A lesson can be printed as plan, handout, worksheet, key or slides, "
    "for example /print/plan/satisfaction.",
    zh="一课可打印教案（plan）、教师讲义（handout）、练习单（worksheet）、参考答案（key）和幻灯片（slides），"
    "例如 /print/plan/satisfaction。",
)
_NO_FILE: Final = Text(
    en="This sheet has no such file. Open the worksheet and take the file from the bar above it.",
    zh="这份练习单没有这个文件。请打开练习单，从页面上方的工具栏下载。",
)
