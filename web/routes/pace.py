"""How long past classes took, as CSV to take away, for teachers alone."""

import csv
import io
from collections.abc import Mapping
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from classroom import Hour, harmless, hours
from course import lesson_shelf
from courseware.interface import say
from courseware.text import Language, Text
from lessons import titles_of
from web.access.refusal import language_of, plain_page, teachers_only
from web.records import records_here
from web.routes.attachment import attachment

_HEADS: Final = ("started", "ended", "class", "stage", "id", "step", "minutes_planned", "minutes_taken")


async def _pace(request: Request) -> Response:
    lesson: str = request.path_params["lesson"]
    language = language_of(request)
    if not await run_in_threadpool(_is_known, lesson):
        words = _NO_LESSON.fill({"lesson": lesson[:80]})
        return plain_page(language, _NOTHING[language], (words[language],), status=404)
    text = await run_in_threadpool(pace_as_csv, lesson, language)
    headers = {"content-disposition": attachment(f"{lesson}-pace.csv")}
    return Response(text.encode("utf-8-sig"), media_type="text/csv; charset=utf-8", headers=headers)


def _is_known(lesson: str) -> bool:
    """Whether there is such a lesson, or was one when it was taught."""
    return lesson in lesson_shelf().names() or bool(hours(records_here(), lesson))


def pace_as_csv(lesson: str, language: Language) -> str:
    """One line for each step of each class of a lesson, newest class first; headings in this language."""
    titles = titles_of(lesson_shelf().lesson(lesson), language)
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow([say(f"pace_csv_{name}", language) for name in _HEADS])
    for hour in hours(records_here(), lesson):
        if hour.is_class:
            lines.writerows(_rows(hour, titles, language))
    return written.getvalue()


def _rows(hour: Hour, titles: Mapping[str, str], language: Language) -> list[list[object]]:
    one = hour.presented
    times = [
        at.astimezone().strftime("%Y-%m-%d %H:%M:%S") if at else "" for at in (one.started_at, one.ended_at)
    ]
    return [
        [
            *times,
            harmless(one.class_name),
            say(f"stage_{pace.stage}", language),
            harmless(pace.step),
            harmless(titles.get(pace.step, "")),
            round(pace.planned, 2),
            round(pace.seconds / 60, 2),
        ]
        for pace in hour.paces
        if pace.step or pace.seconds
    ]


_NOTHING: Final = Text(en="No class has been kept under this name", zh="没有以此为名的课堂记录")
_NO_LESSON: Final = Text(
    en="There is no lesson called “{lesson}”. Take the file from the desk, beside the lesson.",
    zh="没有名为“{lesson}”的课。请在备课台的这一课旁边下载。",
)


def pace_routes() -> list[BaseRoute]:
    """``/pace/<lesson>.csv?lang=…``."""
    return [Route("/pace/{lesson}.csv", teachers_only(_pace))]
