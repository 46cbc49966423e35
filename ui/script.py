"""One run of the lab for one reader: language, page, the bar on top and the page below."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from classroom import Store
from course import lesson_shelf
from courseware.interface import say
from courseware.text import Language
from ui.certificate import certificate_page
from ui.components.page import arrived
from ui.components.page import page as tell_browser
from ui.desk.page import desk_page
from ui.frame import bar
from ui.glossary import glossary_page
from ui.home import home
from ui.lab import lab_page
from ui.lesson import lesson_page
from ui.own_customers import own_customers_page
from ui.present.page import present_page
from ui.present.speaker import speaker_page
from ui.summary import summary_page
from ui.trouble import guarded
from ui.visit import Visit, language_of_visit
from web import addresses
from web.access.identity import Identity
from web.records import records_here


def run_page(identify: Callable[[Store], Identity]) -> None:
    """Draws the page that the address names for whoever `identify` says is there; trouble is told."""
    language = language_of_visit()
    guarded(lambda: _draw(identify, language), language)


def _draw(identify: Callable[[Store], Identity], language: Language) -> None:
    records = records_here()
    who = identify(records)
    visit = Visit(language, who.student, who.role, records, lesson_shelf())
    pages: dict[str, Any] = {}
    pages["home"] = st.Page(lambda: home(visit, pages), title=say("lab", language), default=True)
    pages["lab"] = st.Page(lambda: lab_page(visit), title=say("free_play", language), url_path=addresses.LAB)
    pages["own_customers"] = st.Page(
        lambda: own_customers_page(visit, pages),
        title=say("own_customers", language),
        url_path=addresses.OWN_CUSTOMERS,
    )
    pages["glossary"] = st.Page(
        lambda: glossary_page(visit, pages), title=say("glossary", language), url_path=addresses.GLOSSARY
    )
    pages["summary"] = st.Page(
        lambda: summary_page(visit, pages), title=say("my_summary", language), url_path=addresses.SUMMARY
    )
    pages["certificate"] = st.Page(
        lambda: certificate_page(visit, pages),
        title=say("certificate", language),
        url_path=addresses.CERTIFICATE,
    )
    pages["desk"] = st.Page(
        lambda: desk_page(visit, pages), title=say("desk", language), url_path=addresses.DESK
    )
    pages["present"] = st.Page(
        lambda: present_page(visit, pages), title=say("present", language), url_path=addresses.PRESENT
    )
    pages["speaker"] = st.Page(
        lambda: speaker_page(visit, pages), title=say("speaker", language), url_path=addresses.SPEAKER
    )
    for name in visit.shelf.names():
        pages[name] = st.Page(_lesson(visit, pages, name), title=_title(visit, name), url_path=name)
    page = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(page_title=_tab(page.title, language), layout="wide")
    tell_browser(language)
    is_on_stage = page in (pages["present"], pages["speaker"])
    if not is_on_stage:
        bar(visit, pages)
        if not who.keeps_cookies:
            st.warning(say("no_cookies", language))
    page.run()
    if not is_on_stage:
        is_lesson = page.url_path in visit.shelf.names()
        arrived(f"{page.url_path}:{st.query_params.get('step', '') if is_lesson else ''}")


def _tab(title: str, language: Language) -> str:
    """What the browser's tab says: the page first, then the lab."""
    lab = say("lab", language)
    return title if title == lab else f"{title} · {lab}"


def _lesson(visit: Visit, pages: dict[str, Any], name: str) -> Callable[[], None]:
    return lambda: lesson_page(visit, pages, name)


def _title(visit: Visit, name: str) -> str:
    lesson = visit.shelf.lesson(name)
    return lesson.title[visit.language] if lesson else name
