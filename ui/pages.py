"""What draws each page of the lab; the type checker names the page that is not drawn."""

from collections.abc import Callable, Mapping
from typing import Any, assert_never

from ui.analysis.page import analysis_page
from ui.assignments.exam import exam_page
from ui.assignments.my_work import my_work_page
from ui.assignments.page import assignments_page
from ui.certificate import certificate_page
from ui.classes.page import classes_page
from ui.desk.page import desk_page
from ui.glossary import glossary_page
from ui.home import home
from ui.lab import lab_page
from ui.marking import marking_page
from ui.marks.gradebook import gradebook_page
from ui.marks.own import marks_page
from ui.own_customers import own_customers_page
from ui.present.page import present_page
from ui.present.speaker import speaker_page
from ui.privacy import privacy_page
from ui.summary import summary_page
from ui.visit import Visit
from web.addresses import Page

Draw = Callable[[Visit, Mapping[str, Any]], None]
"""Draws a page for a visit; what it links to are the pages by their names."""


def draw_of(page: Page) -> Draw:
    """The function that draws this page."""
    match page:
        case Page.HOME:
            found: Draw = home
        case Page.LAB:
            found = lab_page
        case Page.OWN_CUSTOMERS:
            found = own_customers_page
        case Page.GLOSSARY:
            found = glossary_page
        case Page.SUMMARY:
            found = summary_page
        case Page.CERTIFICATE:
            found = certificate_page
        case Page.PRIVACY:
            found = privacy_page
        case Page.EXAM:
            found = exam_page
        case Page.MY_WORK:
            found = my_work_page
        case Page.ASSIGNMENTS:
            found = assignments_page
        case Page.CLASSES:
            found = classes_page
        case Page.MARKS:
            found = marks_page
        case Page.GRADEBOOK:
            found = gradebook_page
        case Page.DESK:
            found = desk_page
        case Page.ANALYSIS:
            found = analysis_page
        case Page.MARKING:
            found = marking_page
        case Page.PRESENT:
            found = present_page
        case Page.SPEAKER:
            found = speaker_page
        case _:
            assert_never(page)
    return found
