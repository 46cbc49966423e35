"""The table behind a run, as CSV: the same parameters and seed give the same bytes."""

from collections.abc import Mapping
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from courseware.problem import ReaderError
from courseware.table import to_csv
from courseware.text import Language, Text
from simulations import Simulation, find

MOST_CUSTOMERS: Final = 50_000
"""More would hold the server up for everybody; the command line makes larger runs."""

_OURS: Final = frozenset({"sim", "view", "lang"})
_TOO_MANY: Final = Text(
    en="A run to download has at most {most} customers; got {n}. For more, use python -m simulations run.",
    zh="可下载的运行最多 {most} 位客户，现在是 {n} 位。更大的规模请用 python -m simulations run。",
)
_NO_VIEW: Final = Text(
    en="{simulation} has no view called {view}. There are: {views}.",
    zh="{simulation} 没有名为 {view} 的视图。现有：{views}。",
)
_TWICE: Final = Text(en="{name} is given twice; give it once.", zh="{name} 出现了两次，只能给一次。")


async def _run(request: Request) -> Response:
    language: Language = "zh" if request.query_params.get("lang") == "zh" else "en"
    name: str = request.path_params["simulation"]
    try:
        text = await run_in_threadpool(run_as_csv, name, _once(request.query_params))
    except ReaderError as error:
        return PlainTextResponse(error.text[language], 400, headers={"content-language": _TAGS[language]})
    headers = {"content-disposition": f'attachment; filename="{name}.csv"', "cache-control": "no-cache"}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


def run_as_csv(name: str, asked: Mapping[str, str]) -> str:
    """The CSV of one view of a simulation; `asked` holds ``view``, the parameters and the seed.

    A ReaderError says which name or value cannot be used and what would be right.
    """
    simulation = find(name)
    view = _view(simulation, asked.get("view"))
    model = simulation.model.of({key: value for key, value in asked.items() if key not in _OURS})
    if model.n > MOST_CUSTOMERS:
        raise ReaderError(_TOO_MANY.fill({"most": MOST_CUSTOMERS, "n": model.n}))
    return to_csv(simulation.views[view].table(model))


def _view(simulation: Simulation, asked: str | None) -> str:
    if asked is None:
        return next(iter(simulation.views))
    if asked not in simulation.views:
        views = ", ".join(simulation.views)
        raise ReaderError(_NO_VIEW.fill({"simulation": simulation.name, "view": asked, "views": views}))
    return asked


def _once(query: QueryParams) -> Mapping[str, str]:
    names = [name for name, _ in query.multi_items()]
    for name in names:
        if names.count(name) > 1:
            raise ReaderError(_TWICE.fill({"name": name}))
    return dict(query)


_TAGS: Final[Mapping[Language, str]] = {"en": "en", "zh": "zh-CN"}


def run_routes() -> list[BaseRoute]:
    """``/runs/<simulation>.csv?view=…&<parameter>=…&seed=…``; ``lang`` chooses the language of a refusal."""
    return [Route("/runs/{simulation}.csv", _run)]
