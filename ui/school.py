"""The school on a page: its logo and its name, where the course names one."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from course import letterhead
from courseware.language import conventions
from courseware.text import Language
from lessons import Course


def school_line(course: Course, languages: Sequence[Language]) -> None:
    """Draws logo and name, the name once where it is the same in all of these languages."""
    head = letterhead(course)
    if head is None:
        return
    logo = f'<img src="{head.logo.address}" alt="">' if head.logo is not None else ""
    tags = {head.name[language]: conventions(language).tag for language in reversed(languages)}
    names = [f'<span lang="{tag}">{escape(name)}</span>' for name, tag in reversed(tags.items())]
    st.html(f'<p class="lab-school">{logo}{"".join(names)}</p>')
