"""Who is looking, as what, in which language, at which records: what every page is handed."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from classroom import Store, Student
from classroom.staff import INSTRUCTOR
from course import LessonRegistry
from course.languages import course_languages
from courseware.language import negotiate
from courseware.text import Language
from ui.session import SessionKey
from web.access.caller import caller_here
from web.access.cookies import LANGUAGE, new_guest_token
from web.access.identity import Identity, Role, identify
from web.access.key import key_here

_CHOSEN: Final = SessionKey[Language | None]("language", None)
_SPARE: Final = SessionKey("guest-token", "")


@dataclass(frozen=True)
class Visit:
    """One run of a page for one reader."""

    language: Language
    student: Student
    role: Role
    store: Store
    registry: LessonRegistry
    actor: str = INSTRUCTOR
    """Under which name a teacher acts, for what is noted."""
    is_asked_to_sign_in: bool = False
    """Whether this is a guest in a lab in which a class signs in."""

    @property
    def is_teacher(self) -> bool:
        """Whether notes, answers, marks and the slides are for this reader: an assistant or an instructor."""
        return self.role != "student"

    @property
    def is_instructor(self) -> bool:
        """Whether classes, the files of the course, marking schemes and staff are for this reader."""
        return self.role == "instructor"


def identity_here(store: Store) -> Identity:
    """Who reads this page, found once a run; a browser without our cookie is a guest while it stays open."""
    return identify(caller_here(), store, key_here(), spare_token=lambda: _spare_token(store))


def _spare_token(store: Store) -> str:
    if not _SPARE.is_kept:
        _SPARE.set(new_guest_token(store))
    return _SPARE.get()


def language_of_visit() -> Language:
    """The reader's language, as the address, the session, the last visit or the browser says."""
    language = negotiate(
        asked=st.query_params.get("lang"),
        remembered=_CHOSEN.get() or st.context.cookies.get(LANGUAGE),
        accepted=st.context.headers.get("accept-language"),
        offered=course_languages(),
    )
    _CHOSEN.set(language)
    return language


def only_language() -> Language | None:
    """The language of a course that is taught in one alone; None if there is a choice."""
    declared = course_languages()
    return declared[0] if len(declared) == 1 else None


def choose_language(language: Language) -> None:
    """Keeps the choice for this session and in the address; a callback's work."""
    _CHOSEN.set(language)
    st.query_params["lang"] = language
