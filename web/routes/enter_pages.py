"""The pages on which students sign in, without a script: they come before the lab is loaded."""

from dataclasses import dataclass
from html import escape
from typing import Final

from starlette.responses import Response

from classroom import Student
from classroom.sign_in.guest_work import WorkSummary
from courseware.interface import say
from courseware.language import Language
from web.access.refusal import plain_page
from web.routes.form import field, form, hidden, secret, tick

ENTER: Final = "/enter"
LEAVE: Final = f"{ENTER}/leave"
PIN: Final = f"{ENTER}/pin"


@dataclass(frozen=True)
class Entry:
    """What somebody who wants to come in has typed so far; `to` is the page that they come from.

    A PIN that is typed `again` is a new one.
    """

    code: str = ""
    number: str = ""
    name: str = ""
    to: str = ""
    pin: str | None = None
    again: str | None = None
    takes_along: bool = False
    is_shared: bool = False

    @property
    def along(self) -> str:
        """Fields that nobody sees, so that the next page knows it too."""
        return hidden(code=self.code, number=self.number, name=self.name, to=self.to)


def first_page(language: Language, entry: Entry, fault: str = "", *, status: int = 200) -> Response:
    """Class code, number and name."""
    inner = hidden(to=entry.to)
    inner += field(
        "code",
        say("enter_code", language),
        entry.code,
        required=True,
        autocapitalize="characters",
        autocomplete="off",
        maxlength="20",
    )
    inner += field(
        "number", say("enter_number", language), entry.number, autocomplete="username", maxlength="80"
    )
    inner += field("name", say("enter_name", language), entry.name, autocomplete="name", maxlength="80")
    body = _fault(fault) + form(_here(ENTER, language), inner, say("enter_next", language))
    lead = (say("enter_lead", language),)
    return plain_page(language, say("enter_title", language), lead, status=status, form=body)


def pin_page(language: Language, entry: Entry, fault: str = "", *, status: int = 200) -> Response:
    """The PIN of somebody who has been here before."""
    inner = entry.along + secret("pin", say("enter_pin", language), "current-password")
    inner += tick("shared", say("enter_shared", language))
    body = _fault(fault) + form(_here(ENTER, language), inner, say("enter", language))
    lead = (say("enter_pin_lead", language),)
    return plain_page(language, say("enter_pin_title", language), lead, status=status, form=body)


def new_pin_page(
    language: Language, entry: Entry, student: Student, work: str, *, may_take: bool, fault: str = ""
) -> Response:
    """A PIN, twice, of somebody who is here for the first time; `work` is what a guest did before."""
    inner = entry.along + secret("pin", say("enter_new_pin", language), "new-password")
    inner += secret("again", say("enter_again", language), "new-password")
    if work and may_take:
        inner += tick("take", say("enter_take", language, work=work))
    inner += tick("shared", say("enter_shared", language))
    title, lead = say("enter_new_title", language, who=student.name), say("enter_new_lead", language)
    apart = (say("enter_take_not", language, work=work),) if work and not may_take else ()
    body = _fault(fault) + form(_here(ENTER, language), inner, say("enter", language))
    return plain_page(language, title, (lead, *apart), status=400 if fault else 200, form=body)


def welcome_page(language: Language, student: Student, to: str) -> Response:
    """The word before the lab opens."""
    title = say("enter_done", language, who=student.name)
    lead = say("enter_done_lead", language, class_name=student.class_name)
    return plain_page(language, title, (lead,), onward=f"/{to}", onward_words=say("enter_on", language))


def signed_in_page(language: Language, student: Student) -> Response:
    """Who is signed in on this device, and the ways out."""
    title = say("enter_here", language, who=student.name)
    lead = say("enter_here_lead", language, class_name=student.class_name, number=student.number or "–")
    links = [("/", say("enter_on", language)), (_here(PIN, language), say("enter_change", language))]
    body = "".join(f'<p><a href="{address}">{words}</a></p>' for address, words in links)
    body += leave_forms(language)
    return plain_page(language, title, (lead,), form=body)


def leave_forms(language: Language) -> str:
    """The two buttons that sign out."""
    here = form(_here(LEAVE, language), "", say("enter_leave", language))
    return here + form(_here(LEAVE, language), hidden(everywhere="1"), say("enter_leave_all", language))


def change_pin_page(language: Language, fault: str = "", *, status: int = 200) -> Response:
    """The old PIN and a new one, twice."""
    inner = secret("pin", say("enter_old_pin", language), "current-password")
    inner += secret("new", say("enter_new_pin", language), "new-password")
    inner += secret("again", say("enter_again", language), "new-password")
    body = _fault(fault) + form(_here(PIN, language), inner, say("enter_change", language))
    lead = (say("enter_change_lead", language),)
    return plain_page(language, say("enter_change", language), lead, status=status, form=body)


def words_of(work: WorkSummary, language: Language) -> str:
    """How much somebody has done, in words; nothing of nothing."""
    return say("enter_work", language, answers=work.answers, lessons=work.lessons) if work else ""


def _fault(words: str) -> str:
    return f'<p role="alert">{escape(words)}</p>' if words else ""


def _here(address: str, language: Language) -> str:
    return f"{address}?lang={language}"
