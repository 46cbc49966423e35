"""A run as CSV to take away, its table to read beside its chart, and the runs along one of its sliders."""

import gzip
import math
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Final, TypeVar

import numpy as np
from anyio import CapacityLimiter, to_thread
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from courseware.language import conventions
from courseware.problem import ReaderError
from courseware.table import Table, make_table, to_csv
from courseware.text import Language, Text
from simulations import Simulation, find
from simulations.model import Model
from web.access.refusal import language_of
from web.routes.attachment import attachment
from web.run_table import readable
from web.runs import KEPT, check_size, kept_of, table_of, view_of
from web.sweeps import ALONG, ENDS, MOMENT, SHOW, Slider, Sweep, sweep_of

_Made = TypeVar("_Made")
_AT_ONCE: Final = 3
_OURS: Final = frozenset({"sim", "view", "lang"})
_NO_NUMBER: Final = Text(en="{name} takes a number; got {value}.", zh="{name} 须为数值，现在是 {value}。")
_TWICE: Final = Text(en="{name} is given twice; give it once.", zh="{name} 出现了两次，只能给一次。")


async def _to_take(request: Request) -> Response:
    name: str = request.path_params["simulation"]
    try:
        text = await _in_turn(run_as_csv, name, once(request.query_params))
    except ReaderError as error:
        return _refused(error, language_of(request))
    headers = {"content-disposition": attachment(f"{name}.csv"), "cache-control": "no-cache"}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


async def _to_read(request: Request) -> Response:
    name, language = request.path_params["simulation"], language_of(request)
    try:
        table = await _in_turn(run_to_read, name, once(request.query_params), language)
    except ReaderError as error:
        return _refused(error, language)
    return JSONResponse(table, headers={"cache-control": "no-cache"})


async def _along(request: Request) -> Response:
    name, language = request.path_params["simulation"], language_of(request)
    try:
        packed = await _in_turn(runs_along, name, once(request.query_params), language)
    except ReaderError as error:
        return _refused(error, language)
    if packed is None:
        return Response(status_code=204, headers={"cache-control": "no-store"})
    kept = {"cache-control": "private, max-age=600", "vary": "accept-encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), media_type="application/json", headers=kept)
    return Response(packed, media_type="application/json", headers={**kept, "content-encoding": "gzip"})


async def _in_turn(make: Callable[..., _Made], *asked: object) -> _Made:
    """What `make` makes, a few at a time: each large run takes a processor, and memory while it lasts."""
    return await to_thread.run_sync(partial(make, *asked), limiter=_turns())


@cache
def _turns() -> CapacityLimiter:
    return CapacityLimiter(_AT_ONCE)


def _refused(error: ReaderError, language: Language) -> Response:
    return PlainTextResponse(
        error.text[language], 400, headers={"content-language": conventions(language).tag}
    )


def run_as_csv(name: str, asked: Mapping[str, str]) -> str:
    """The CSV of one view of a simulation; `asked` holds ``view``, the parameters and the seed.

    A run kept to compare with (``kept.<parameter>``) comes first, told apart by the column ``run``.

    A ReaderError says which name or value cannot be used and what would be right.
    """
    simulation = find(name)
    view, model = _asked_for(simulation, asked)
    table = simulation.views[view].table(model)
    kept = kept_of(asked)
    if kept is None:
        return to_csv(table)
    beside = simulation.views[view].table(check_size(simulation.model.of(kept)))
    return to_csv(_one_below_the_other({"kept": beside, "shown": table}))


def _one_below_the_other(tables: Mapping[str, Table]) -> Table:
    """The rows of tables with the same columns, each led by the name of the run that it is of."""
    rows = [(run, len(next(iter(table.values())))) for run, table in tables.items()]
    columns = {"run": np.concatenate([np.full(n, run) for run, n in rows])}
    names = next(iter(tables.values()))
    return make_table(
        columns | {name: np.concatenate([one[name] for one in tables.values()]) for name in names}
    )


def run_to_read(name: str, asked: Mapping[str, str], language: Language) -> Mapping[str, object]:
    """The first rows of the same table under headings in the reader's language; see `readable`."""
    simulation = find(name)
    view, model = _asked_for(simulation, asked)
    return readable(table_of(simulation, view, model), simulation.words, view, language)


def runs_along(name: str, asked: Mapping[str, str], language: Language) -> bytes | None:
    """The runs along the slider that ``along``, ``along-low``, ``along-high`` and ``along-step`` name.

    They are shown at ``along-moment``, or where each begins; None if there is no time for them, see
    `web.sweeps.sweep_of`. A ReaderError says which name or value cannot be used and what would be right.
    """
    simulation = find(name)
    of_slider = {key: value for key, value in asked.items() if key.split("-")[0] == ALONG}
    view, model = _asked_for(simulation, {key: asked[key] for key in asked if key not in of_slider})
    slider = Slider(simulation, of_slider.get(ALONG, ""), *(_number(of_slider, end) for end in ENDS))
    moment = int(_number(of_slider, MOMENT)) if MOMENT in of_slider else None
    shown = tuple(name for name in of_slider.get(SHOW, "").split(",") if name in simulation.words.measures)
    return sweep_of(Sweep(slider, view, model, moment, language, shown))


def _number(asked: Mapping[str, str], name: str) -> float:
    try:
        number = float(asked[name])
    except (KeyError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise ReaderError(_NO_NUMBER.fill({"name": name, "value": asked.get(name, "–")[:40]}))
    return number


def _asked_for(simulation: Simulation, asked: Mapping[str, str]) -> tuple[str, Model]:
    values = {key: value for key, value in asked.items() if key not in _OURS and not key.startswith(KEPT)}
    return view_of(simulation, asked.get("view")), check_size(simulation.model.of(values))


def once(query: QueryParams) -> Mapping[str, str]:
    """The names and values of an address; a ReaderError if a name is given twice."""
    seen: set[str] = set()
    for name, _ in query.multi_items():
        if name in seen:
            raise ReaderError(_TWICE.fill({"name": name[:40]}))
        seen.add(name)
    return dict(query)


def run_routes() -> list[BaseRoute]:
    """``/runs/<simulation>.csv?view=…&<parameter>=…&lang=…``, ``.json``, or ``.along`` with a slider."""
    return [
        Route("/runs/{simulation}.csv", _to_take),
        Route("/runs/{simulation}.json", _to_read),
        Route("/runs/{simulation}.along", _along),
    ]
