"""The page of a student's phone: a frame, its words, and one small script; no part of Streamlit."""

from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse

from classroom.live import LiveRoom, LiveSeat
from courseware.language import Language, conventions
from web.assets import ours
from web.live.told import as_json
from web.live.words import WORDS, say
from web.plain_form import language_links
from web.theme import plain_theme_sheet

_PAGE: Final = """<!DOCTYPE html>
<html lang="{tag}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="same-origin"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><title>{title}</title>
<style>{style}</style></head>
<body><header><strong>{title}</strong><span>{name}</span><nav>{switch}</nav></header>
<main id="lab-live" data-code="{code}" data-language="{language}"><noscript><p>{needs}</p></noscript></main>
<script type="application/json" id="lab-live-words">{words}</script>
<script type="module" src="{script}"></script></body></html>"""
_STYLE: Final = Path(__file__).with_name("phone_page.css")


def phone_page(room: LiveRoom, seat: LiveSeat, language: Language) -> HTMLResponse:
    """The page of who sits here; what is asked comes by itself."""
    text = _PAGE.format(
        tag=conventions(language).tag,
        title=escape(say("phone_title", language, code=room.code)),
        name=escape(seat.name),
        switch=language_links(language),
        code=room.code,
        language=language,
        needs=escape(say("needs_script", language)),
        words=as_json(WORDS.spoken(language)).replace("<", "\\u003c"),
        script=ours()["live/phone/phone.js"].url,
        style=_style(),
    )
    return HTMLResponse(text, headers={"cache-control": "no-store"})


@cache
def _style() -> str:
    return plain_theme_sheet() + _STYLE.read_text(encoding="utf-8")
