"""The pages on which students sign in, without a script: they come before the lab is loaded."""

from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from classroom import Student
from classroom.sign_in.guest_work import WorkSummary
from courseware.interface import say
from courseware.language import Language
from web.plain_form import (
    Fault,
    field,
    form,
    hidden,
    language_buttons,
    language_links,
    secret,
    tick,
)
from web.plain_page import plain_page

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


def first_page(
    language: Language, entry: Entry, fault: Fault | None = None, *, status: int = 200
) -> Response:
    """Class code, number and name."""
    inner = hidden(to=entry.to)
    inner += field(
        "code",
        say("enter_code", language),
        entry.code,
        fault=fault,
        autocomplete="off",
        maxlength="20",
        required=True,
        autocapitalize="characters",
        spellcheck="false",
    )
    own = {"number": ("enter_number", entry.number, "username"), "name": ("enter_name", entry.name, "name")}
    for name, (label, value, keeper) in own.items():
        inner += field(name, say(label, language), value, fault=fault, autocomplete=keeper, maxlength="80")
    return plain_page(
        language,
        say("enter_title", language),
        (say("enter_lead", language),),
        status=status,
        form=form(_here(ENTER, language), inner, say("enter_next", language)),
        switch=language_links(language, {"class": entry.code, "to": entry.to}),
    )


def pin_page(language: Language, entry: Entry, fault: str = "", *, status: int = 200) -> Response:
    """The PIN of somebody who has been here before."""
    inner = entry.along + _pin("pin", say("enter_pin", language), Fault("pin", fault) if fault else None)
    inner += tick("shared", say("enter_shared", language))
    return plain_page(
        language,
        say("enter_pin_title", language),
        (say("enter_pin_lead", language),),
        status=status,
        form=form(_here(ENTER, language), inner, say("enter", language)) + _back(language, entry),
        switch=language_buttons(language, ENTER, entry.along),
    )


def new_pin_page(
    language: Language,
    entry: Entry,
    student: Student,
    work: str,
    *,
    may_take: bool,
    fault: Fault | None = None,
) -> Response:
    """A PIN, twice, of somebody who is here for the first time; `work` is what a guest did before."""
    inner = entry.along + _pin("pin", say("enter_new_pin", language), fault, is_new=True)
    inner += _pin("again", say("enter_again", language), fault, is_new=True)
    if work and may_take:
        inner += tick("take", say("enter_take", language, work=work))
    inner += tick("shared", say("enter_shared", language))
    title, lead = say("enter_new_title", language, who=student.name), say("enter_new_lead", language)
    apart = (say("enter_take_not", language, work=work),) if work and not may_take else ()
    return plain_page(
        language,
        title,
        (lead, *apart),
        status=400 if fault else 200,
        form=form(_here(ENTER, language), inner, say("enter", language)) + _back(language, entry),
        switch=language_buttons(language, ENTER, entry.along),
    )


def welcome_page(language: Language, student: Student, to: str) -> Response:
    """The word before the lab opens."""
    title = say("enter_done", language, who=student.name)
    lead = say("enter_done_lead", language, class_name=student.class_name)
    return plain_page(
        language, title, (lead,), onward=_here(f"/{to}", language), onward_words=say("enter_on", language)
    )


def signed_in_page(language: Language, student: Student) -> Response:
    """Who is signed in on this device, and the ways out."""
    title = say("enter_here", language, who=student.name)
    lead = say("enter_here_lead", language, class_name=student.class_name, number=student.number or "–")
    body = _link(_here("/", language), say("enter_on", language), "button")
    body += _link(_here(PIN, language), say("enter_change", language), "button second")
    body += leave_forms(language)
    return plain_page(language, title, (lead,), form=body, switch=language_links(language))


def leave_forms(language: Language) -> str:
    """The two buttons that sign out."""
    here = form(_here(LEAVE, language), "", say("enter_leave", language), is_second=True)
    everywhere = hidden(everywhere="1")
    return here + form(_here(LEAVE, language), everywhere, say("enter_leave_all", language), is_second=True)


def change_pin_page(language: Language, fault: Fault | None = None, *, status: int = 200) -> Response:
    """The old PIN and a new one, twice."""
    inner = _pin("pin", say("enter_old_pin", language), fault)
    inner += _pin("new", say("enter_new_pin", language), fault, is_new=True)
    inner += _pin("again", say("enter_again", language), fault, is_new=True)
    return plain_page(
        language,
        say("enter_change", language),
        (say("enter_change_lead", language),),
        status=status,
        form=form(_here(PIN, language), inner, say("enter_change", language)),
        switch=language_links(language),
    )


def words_of(work: WorkSummary, language: Language) -> str:
    """How much somebody has done, in words; nothing of nothing."""
    return say("enter_work", language, answers=work.answers, lessons=work.lessons) if work else ""


def _pin(name: str, label: str, fault: Fault | None, *, is_new: bool = False) -> str:
    """A field for a PIN, for which phones show digits alone."""
    keeper = "new-password" if is_new else "current-password"
    return secret(name, label, keeper, fault=fault, inputmode="numeric")


def _back(language: Language, entry: Entry) -> str:
    """The way back to number and name, with the class code kept."""
    kept = urlencode({"lang": language, "class": entry.code, "to": entry.to})
    return _link(f"{ENTER}?{kept}", say("enter_back", language), "button second")


def _link(address: str, words: str, look: str) -> str:
    return f'<p><a class="{look}" href="{escape(address)}">{escape(words)}</a></p>'


def _here(address: str, language: Language) -> str:
    return f"{address}?lang={language}"
