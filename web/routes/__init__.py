"""The plain routes beside the pages (scripts, front page, a run as CSV, ...), and the headers on all."""

from collections.abc import Iterable

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from web.routes.assets import asset_routes
from web.routes.desk import desk_routes
from web.routes.enter import enter_routes
from web.routes.front import front_routes
from web.routes.guard import Guard
from web.routes.health import health_routes
from web.routes.lab_reports import report_routes
from web.routes.live import live_routes
from web.routes.media import media_routes
from web.routes.overview import overview_routes
from web.routes.packed import PackedStatics
from web.routes.printing import print_routes
from web.routes.runs import run_routes
from web.routes.timing import timing_routes


def routes() -> list[BaseRoute]:
    """Every plain route, the front page last, since it answers for all addresses of pages."""
    return [
        *asset_routes(),
        *media_routes(),
        *health_routes(),
        *run_routes(),
        *desk_routes(),
        *enter_routes(),
        *live_routes(),
        *print_routes(),
        *overview_routes(),
        *report_routes(),
        *timing_routes(),
        *front_routes(),
    ]


def middleware(checks: Iterable[Middleware] = ()) -> list[Middleware]:
    """What stands before every answer: security headers, `checks`, Streamlit's scripts packed once."""
    return [Middleware(Guard), *checks, Middleware(PackedStatics)]
