"""The empty page that every visit begins with: Streamlit's own, with our first script and early fetches."""

import gzip
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from courseware.interface import say
from courseware.language import Language, conventions
from web.access.cookies import cookie_name, new_guest_token, read_guest_token, set_cookie
from web.access.refusal import language_of
from web.addresses import MISSING, is_page, needs_charts
from web.assets import ours, plotly
from web.records import records_here
from web.routes.bundles import FOLDER, soon
from web.routes.once import answer
from web.theme import theme_sheet

_STYLE: Final = Path(__file__).resolve().parents[2] / "ui" / "style.css"
_INLINE: Final = re.compile(r"<!--.*?-->|<script>.*?</script>|<title>.*?</title>", re.DOTALL)
_EARLY: Final = re.compile(r"^(?:(?:chart|keys|page)/(?!first|rest))?\w+\.js$")


class _PageAddress(Convertor[str]):
    """A page's address, or what may be meant as one; files, with their dot, and Streamlit's own are none."""

    regex = "(?!(?:static|media|component|bidi-components|runs|lab-assets|lab-media)/)[^._/][^.]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


@cache
def _front(has_chart: bool, language: Language) -> tuple[bytes, bytes]:
    """Streamlit's first page, freed of inline scripts and told what to fetch early; plain and packed.

    Where a chart is to be expected its script is fetched and read at once, elsewhere when there is time.
    """
    page = _INLINE.sub("", (FOLDER / "index.html").read_text(encoding="utf-8"))
    page = re.sub(r'href="\./favicon\.png"', 'href="/favicon.svg" type="image/svg+xml"', page)
    page = re.sub(r'<link rel="service-desc"[^>]*>', "", page)
    page = re.sub(r"<noscript>.*?</noscript>", _noscript(language), page, flags=re.DOTALL)
    page = page.replace('<html lang="en">', f'<html lang="{conventions(language).tag}">', 1)
    page = page.replace(
        '<meta charset="UTF-8" />', f'<meta charset="UTF-8" />{_first(has_chart, language)}', 1
    )
    page = page.replace("</head>", f"{_links(page)}</head>", 1)
    # last on the page, so that it wins over Streamlit's own; there at once, so that nothing jumps
    body = page.replace("</body>", f"<style>{_STYLE.read_text(encoding='utf-8')}</style></body>", 1).encode()
    return body, gzip.compress(body, 9, mtime=0)


def _noscript(language: Language) -> str:
    return f"<noscript><p>{escape(say('needs_scripts', language))}</p></noscript>"


def _first(has_chart: bool, language: Language) -> str:
    """The title, the theme, and the two scripts that run before all others."""
    charts = f'data-plotly="{plotly().url}"' if has_chart else ""
    later = "" if has_chart else f'<link rel="prefetch" as="script" href="{plotly().url}">'
    script = f'<script src="{ours()["page/first.js"].url}" {charts}></script>'
    rest = f'<script src="{ours()["page/rest.js"].url}"></script>'
    return f"<title>{escape(say('lab', language))}</title><style>{theme_sheet()}</style>{script}{rest}{later}"


def _links(page: str) -> str:
    """Links to scripts that would else be asked for one after the other, once they are met."""
    scripts = [address for address in soon() if address not in page]
    scripts += [asset.url for name, asset in ours().items() if _EARLY.match(name)]
    return "".join(f'<link rel="modulepreload" crossorigin href="{address}">' for address in scripts)


def _home(request: Request) -> Response:
    return _answer(request, has_chart=needs_charts(""))


def _page(request: Request) -> Response:
    """The page, or the way home with a word on what was not found."""
    asked = request.path_params["page"]
    if is_page(asked):
        return _answer(request, has_chart=needs_charts(asked))
    name, query = asked.rstrip("/"), dict(request.query_params)
    to, said = (f"/{name}", query) if is_page(name) else ("/", {**query, MISSING: name})
    return RedirectResponse(f"{to}?{urlencode(said)}" if said else to)


def _answer(request: Request, *, has_chart: bool) -> Response:
    body, packed = _front(has_chart, language_of(request))
    page = answer(request, body, packed, "text/html; charset=utf-8", keep="no-cache")
    remember_browser(request, page)
    return page


def remember_browser(request: Request, page: Response) -> None:
    """Gives a browser the cookie by which it is known in an open lab, or lets it keep the one it has.

    It is done here since the page itself cannot: its connection is open before it runs.
    """
    store = records_here()
    known = read_guest_token(request.cookies.get(cookie_name("lab_guest", store)), store)
    is_secure = request.url.scheme == "https"
    set_cookie(page, "lab_guest", known or new_guest_token(store), store, is_secure=is_secure)


def front_routes() -> list[BaseRoute]:
    """The front page at the root and at every address that can be a page's."""
    register_url_convertor("page", _PageAddress())
    return [Route("/", _home), Route("/{page:page}", _page)]
