"""How long past classes took, as CSV to take away, for teachers alone."""

import csv
import io
from collections.abc import Mapping
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from classroom import PresentationTiming, harmless, timings
from course import lesson_registry
from courseware.interface import say
from courseware.text import Language, Text
from lessons import titles_of
from web.access.refusal import language_of, teachers_only
from web.plain_page import plain_page
from web.records import records_here
from web.routes.attachment import attachment

_HEADS: Final = ("started", "ended", "class", "stage", "id", "step", "minutes_planned", "minutes_taken")


async def _timings(request: Request) -> Response:
    lesson: str = request.path_params["lesson"]
    language = language_of(request)
    if not await run_in_threadpool(_is_known, lesson):
        words = _NO_LESSON.fill({"lesson": lesson[:80]})
        return plain_page(language, _NOTHING[language], (words[language],), status=404)
    text = await run_in_threadpool(timings_as_csv, lesson, language)
    headers = {"content-disposition": attachment(f"{lesson}-pace.csv")}
    return Response(text.encode("utf-8-sig"), media_type="text/csv; charset=utf-8", headers=headers)


def _is_known(lesson: str) -> bool:
    """Whether there is such a lesson, or was one when it was taught."""
    return lesson in lesson_registry().names() or bool(timings(records_here(), lesson))


def timings_as_csv(lesson: str, language: Language) -> str:
    """One line for each step of each class of a lesson, newest class first; headings in this language."""
    titles = titles_of(lesson_registry().lesson(lesson), language)
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow([say(f"pace_csv_{name}", language) for name in _HEADS])
    for timing in timings(records_here(), lesson):
        if timing.is_class:
            lines.writerows(_rows(timing, titles, language))
    return written.getvalue()


def _rows(timing: PresentationTiming, titles: Mapping[str, str], language: Language) -> list[list[object]]:
    one = timing.presented
    times = [
        at.astimezone().strftime("%Y-%m-%d %H:%M:%S") if at else "" for at in (one.started_at, one.ended_at)
    ]
    return [
        [
            *times,
            harmless(one.class_name),
            say(f"stage_{step_timing.stage}", language),
            harmless(step_timing.step),
            harmless(titles.get(step_timing.step, "")),
            round(step_timing.planned, 2),
            round(step_timing.seconds / 60, 2),
        ]
        for step_timing in timing.step_timings
        if step_timing.step or step_timing.seconds
    ]


_NOTHING: Final = Text(en="No class has been kept under this name", zh="没有以此为名的课堂记录")
_NO_LESSON: Final = Text(
    en="There is no lesson called “{lesson}”. Take the file from the desk, beside the lesson.",
    zh="没有名为“{lesson}”的课。请在备课台的这一课旁边下载。",
)


def timing_routes() -> list[BaseRoute]:
    """``/pace/<lesson>.csv?lang=…``."""
    return [Route("/pace/{lesson}.csv", teachers_only(_timings))]
