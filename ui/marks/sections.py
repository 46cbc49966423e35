"""What every section of the gradebook is handed, and how it says what went well or wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from classroom.classes import SchoolClass
from classroom.gradebook.reading import Gradebook, GradedCourse
from courseware.problem import ReaderError
from courseware.text import Language, Text
from ui.session import SessionKey
from ui.visit import Visit

_DONE: Final = SessionKey[Text | None]("gradebook-done", None)
_WRONG: Final = SessionKey[Text | None]("gradebook-wrong", None)


@dataclass(frozen=True)
class ClassView:
    """One class in the gradebook: who looks, at which class, by which course, and its marks."""

    visit: Visit
    school_class: SchoolClass
    course: GradedCourse
    book: Gradebook

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.visit.language


def attempt(work: Callable[[], Text]) -> None:
    """Does what a button is for, and keeps what is to be said of it; a callback's work."""
    try:
        _DONE.set(work())
    except ReaderError as error:
        _WRONG.set(error.text)


def tell(language: Language) -> None:
    """Says once what became of the last button."""
    done, wrong = _DONE.pop(), _WRONG.pop()
    if wrong is not None:
        st.error(wrong[language])
    elif done is not None:
        st.success(done[language])
