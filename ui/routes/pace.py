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
from courseware.text import Language
from lessons import shelf
from ui.access.refusal import language_of, teachers_only
from ui.desk.pace import titles_of
from ui.records import records_here
from ui.wording import say

_HEADS: Final = ("started", "ended", "class", "stage", "id", "step", "minutes_planned", "minutes_taken")


async def _pace(request: Request) -> Response:
    lesson: str = request.path_params["lesson"]
    text = await run_in_threadpool(pace_as_csv, lesson, language_of(request))
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{lesson}-pace.csv"}
    return Response(text.encode("utf-8-sig"), media_type="text/csv; charset=utf-8", headers=headers)


def pace_as_csv(lesson: str, language: Language) -> str:
    """One line for each step of each class of a lesson, newest class first; headings in this language."""
    titles = titles_of(shelf().lesson(lesson), language)
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


def pace_routes() -> list[BaseRoute]:
    """``/pace/<lesson>.csv?lang=…``."""
    return [Route("/pace/{lesson}.csv", teachers_only(_pace))]
