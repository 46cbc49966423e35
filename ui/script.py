"""One run of the lab for one reader: language, page, the bar on top and the page below."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from classroom import Store
from course import lesson_registry
from courseware.interface import say
from courseware.text import Language
from ui.closed import is_closed
from ui.components.page import arrived
from ui.components.page import page as tell_browser
from ui.errors import guarded
from ui.frame import bar
from ui.lesson import lesson_page
from ui.pages import draw_of
from ui.visit import Visit, language_of_visit
from ui.who import is_class
from web.access.identity import Identity
from web.addresses import PAGES, Page
from web.records import records_here


def run_page(identify: Callable[[Store], Identity]) -> None:
    """Draws the page that the address names for whoever `identify` says is there; errors are told."""
    language = language_of_visit()
    guarded(lambda: _draw(identify, language), language)


def _draw(identify: Callable[[Store], Identity], language: Language) -> None:
    records = records_here()
    who = identify(records)
    is_asked = who.student.kind == "guest" and is_class(records)
    visit = Visit(language, who.student, who.role, records, lesson_registry(), who.actor, is_asked)
    pages: dict[str, Any] = {}
    for one in Page:
        title = say(one.value.words, language)
        url = one.value.url
        pages[one.key] = st.Page(_own(visit, pages, one), title=title, url_path=url or None, default=not url)
    for name in visit.registry.names():
        pages[name] = st.Page(_lesson(visit, pages, name), title=_title(visit, name), url_path=name)
    page = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(page_title=_tab(page.title, language), layout="wide")
    tell_browser(language)
    own = PAGES.get(page.url_path)
    if own is not None and not own.value.has_bar:
        page.run()
        return
    bar(visit, pages)
    if not who.keeps_cookies:
        st.warning(say("no_cookies", language))
    if is_asked and not visit.is_teacher:
        st.info(say("guest_counts_not", language))
    page.run()
    arrived(f"{page.url_path}:{st.query_params.get('step', '') if own is None else ''}")


def _tab(title: str, language: Language) -> str:
    """What the browser's tab says: the page first, then the lab."""
    lab = say("lab", language)
    return title if title == lab else f"{title} · {lab}"


def _own(visit: Visit, pages: dict[str, Any], page: Page) -> Callable[[], None]:
    return lambda: None if is_closed(visit, page) else draw_of(page)(visit, pages)


def _lesson(visit: Visit, pages: dict[str, Any], name: str) -> Callable[[], None]:
    return lambda: None if is_closed(visit, None) else lesson_page(visit, pages, name)


def _title(visit: Visit, name: str) -> str:
    lesson = visit.registry.lesson(name)
    return lesson.title[visit.language] if lesson else name
