"""The empty page that every visit begins with: Streamlit's own, with our first script and early fetches."""

import gzip
import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from ui.components.asset import ours, plotly
from ui.routes.once import answer

_TITLE: Final = "CRM lab · 客户关系管理实验室"
_INLINE: Final = re.compile(r"<!--.*?-->|<script>.*?</script>|<title>.*?</title>", re.DOTALL)
_EARLY: Final = re.compile(r"^(chart|page|keys)/.*\.js$")


class _PageAddress(Convertor[str]):
    """The one word of a page's address; files, with their dot, are not pages."""

    regex = "[A-Za-z0-9-][A-Za-z0-9_-]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


@cache
def _front() -> tuple[bytes, bytes]:
    """Streamlit's first page, freed of inline scripts and told what to fetch early; plain and packed."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    page = _INLINE.sub("", page)
    page = re.sub(r'href="\./favicon\.png"', 'href="/favicon.svg" type="image/svg+xml"', page)
    page = re.sub(r'<link rel="service-desc"[^>]*>', "", page)
    page = re.sub(r"<noscript>.*?</noscript>", _NOSCRIPT, page, flags=re.DOTALL)
    page = page.replace('<meta charset="UTF-8" />', f'<meta charset="UTF-8" />{_head()}', 1)
    body = page.encode()
    return body, gzip.compress(body, 9, mtime=0)


_NOSCRIPT: Final = (
    "<noscript><p>The lab needs JavaScript: please switch it on and reload. "
    '<span lang="zh-CN">实验室需要 JavaScript，请启用后刷新页面。</span></p></noscript>'
)


def _head() -> str:
    backs = " ".join(
        f'data-{light}="{st.get_option(f"theme.{light}.backgroundColor")}"' for light in ("light", "dark")
    )
    early = "".join(
        f'<link rel="modulepreload" href="{asset.url}">'
        for name, asset in ours().items()
        if _EARLY.match(name)
    )
    return (
        f'<title>{_TITLE}</title><script src="{ours()["page/first.js"].url}" {backs}></script>{early}'
        f'<link rel="preload" as="script" href="{plotly().url}" fetchpriority="low">'
    )


def _page(request: Request) -> Response:
    body, packed = _front()
    return answer(request, body, packed, "text/html; charset=utf-8", keep="no-cache")


def front_routes() -> list[BaseRoute]:
    """The front page at the root and at every address that can be a page's."""
    register_url_convertor("page", _PageAddress())
    return [Route("/", _page), Route("/{page:page}", _page)]
