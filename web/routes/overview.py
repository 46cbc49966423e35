"""Small pictures of a lesson's slides, for the overview of the one who presents."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import assert_never

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from course import find_lesson
from course.media import media_store, references_in
from courseware.problem import ReaderError
from courseware.text import Language
from lessons import AskStep, DiscussStep, ExerciseStep, Lesson, PlayStep, ReadStep, Slide, Step, slides
from lessons.drawings import svg_of
from papers.chart import chart
from simulations.thumbnail import thumbnail
from web.access.refusal import language_of, teachers_only
from web.addresses import PRESENT
from web.runs import picture_of


async def _pictures(request: Request) -> Response:
    language = language_of(request)
    try:
        lesson = await run_in_threadpool(find_lesson, request.path_params["lesson"])
    except ReaderError as error:
        return PlainTextResponse(error.text[language], 404)
    revealed = frozenset(request.query_params.get("revealed", "").split(","))
    found = await run_in_threadpool(partial(pictures_of, lesson, revealed, language))
    return JSONResponse(found, headers={"cache-control": "no-store"})


def pictures_of(lesson: Lesson, revealed: Collection[str], language: Language) -> Mapping[str, str]:
    """By slide its drawing or the run that it begins with as SVG, or the address of the picture it shows.

    A run that is to be predicted is left out until its slide is one of those `revealed`.
    """
    found = ((slide.key, _picture(lesson, slide, revealed, language)) for slide in slides(lesson))
    return {key: picture for key, picture in found if picture is not None}


def _picture(lesson: Lesson, slide: Slide, revealed: Collection[str], language: Language) -> str | None:
    if slide.drawing is not None:
        return svg_of(slide.drawing, language)
    played = _played(lesson.steps[slide.step]) if slide.step is not None else None
    if played is not None and slide.kind == played.kind:
        return _run(played) if played.predict is None or slide.key in revealed else None
    files = (
        media_store().find(one.name or "")
        for one in references_in(slide.text[language] if slide.text else "")
    )
    return next((file.address for file in files if file is not None and file.kind == "picture"), None)


def _played(step: Step) -> PlayStep | None:
    """The step, if a simulation is played with in it."""
    match step:
        case PlayStep():
            return step
        case AskStep() | ReadStep() | ExerciseStep() | DiscussStep():
            return None
        case _:
            assert_never(step)


def _run(step: PlayStep) -> str:
    shown = chart(step)
    return thumbnail(picture_of(shown.simulation, shown.view, shown.model, "en"))


def overview_routes() -> list[BaseRoute]:
    """``/present/pictures/<lesson>?lang=…&revealed=…``, for teachers alone."""
    return [Route(f"/{PRESENT}/pictures/{{lesson}}", teachers_only(_pictures))]
