"""The lab's own scripts, Plotly's and Ace's, under addresses that change with their content."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from web.assets import PREFIX, by_address, ours
from web.routes.once import answer

_ICONS = ("/favicon.ico", "/favicon.png", "/favicon.svg")


def _asset(request: Request) -> Response:
    asset = by_address().get(request.url.path)
    if asset is None:
        return PlainTextResponse("There is no such file; reload the page.", 404)
    return answer(request, asset.body, asset.packed, asset.kind)


def _icon(request: Request) -> Response:
    icon = ours()["page/icon.svg"]
    return answer(request, icon.body, icon.packed, icon.kind, keep="max-age=86400")


def asset_routes() -> list[BaseRoute]:
    """One route for all scripts, and the icon under the names that browsers ask for."""
    return [Route(f"{PREFIX}/{{path:path}}", _asset), *(Route(path, _icon) for path in _ICONS)]
