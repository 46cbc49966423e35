"""A page of a few words without any script, with the lab's look: it comes before the lab is loaded."""

from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse

from courseware.interface import say
from courseware.language import Language, conventions
from web.plain_form import form as form_of
from web.theme import plain_theme_sheet

_PAGE: Final = """<!DOCTYPE html>
<html lang="{tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="referrer" content="same-origin"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">{more}<title>{title} · {lab}</title>
<style>{style}</style></head>
<body><header><strong>{lab}</strong><nav>{switch}</nav></header>
<main><h1>{title}</h1>{body}</main></body></html>"""
_STYLE: Final = Path(__file__).with_name("plain_page.css")


def plain_page(
    language: Language,
    title: str,
    passages: tuple[str, ...],
    *,
    status: int = 200,
    onward: str | None = None,
    onward_words: str | None = None,
    button: tuple[str, str] | None = None,
    form: str = "",
    switch: str = "",
) -> HTMLResponse:
    """A page of a few words without any script.

    `form` is HTML that follows the passages, `switch` HTML that leads to the page in other languages.
    `onward` is an address in the lab that follows at once, `button` the label of a button and the address to
    which it sends an empty form.
    """
    body = "".join(f"<p>{escape(passage)}</p>" for passage in passages) + form
    more = ""
    if button is not None:
        label, where = button
        body += form_of(f"{where}?lang={language}", "", label)
    if onward is not None:
        more = f'<meta http-equiv="refresh" content="0;url={escape(onward)}">'
        words = escape(onward_words or say("desk_go_on", language))
        body += f'<p><a class="button" href="{escape(onward)}">{words}</a></p>'
    text = _PAGE.format(
        tag=conventions(language).tag,
        lab=escape(say("lab", language)),
        title=escape(title),
        more=more,
        style=_style(),
        switch=switch,
        body=body,
    )
    return HTMLResponse(text, status, headers={"cache-control": "no-store"})


@cache
def _style() -> str:
    return plain_theme_sheet() + _STYLE.read_text(encoding="utf-8")
