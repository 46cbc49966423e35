"""The way in for students: class code, number and name, then a PIN; and the way out, here or everywhere."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from math import ceil
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from classroom import SchoolClass, Store, Student
from classroom.sign_in.guest_work import WorkSummary, known_guest, may_take_along, summary_of, take_along
from classroom.sign_in.matching import Entrant, find_entrant, fold_number, open_class
from classroom.sign_in.pin_tries import PinTries, PinWait
from classroom.sign_in.pins import DIFFER, change_pin, check_new_pin, fits_pin, pin_hash_of, set_first_pin
from classroom.sign_in.requests import ask_to_enter
from classroom.sign_in.sessions import is_shared_token, sign_in, sign_out, sign_out_everywhere
from courseware.interface import say
from courseware.language import Language
from courseware.problem import ReaderError
from web.access.caller import caller_of
from web.access.cookies import cookie_name, drop_cookie, read_guest_token, set_cookie
from web.access.identity import student_of
from web.access.rate_limiter import failed_entries
from web.access.refusal import language_of
from web.addresses import is_page
from web.plain_form import Fault, language_links
from web.plain_page import plain_page
from web.records import records_here
from web.routes.enter_pages import (
    ENTER,
    LEAVE,
    PIN,
    Entry,
    change_pin_page,
    first_page,
    leave_forms,
    new_pin_page,
    pin_page,
    signed_in_page,
    welcome_page,
    words_of,
)
from web.routes.form import is_own_form, read_form
from web.routes.hashing import hashing

_ROOM: Final = re.compile(r"live/[0-9]{1,9}")


async def _enter(request: Request) -> Response:
    """The pages of the entrance, one after the other."""
    if request.method != "POST":
        return await run_in_threadpool(_begin, request, language_of(request))
    given = await _own_form(request)
    return given if isinstance(given, Response) else await _go_on(request, entry_of(given))


async def _go_on(request: Request, entry: Entry) -> Response:
    """What follows what was typed. Wrong tries of an address make nobody wait who is right.

    Once they are too many, only those whom the list has are looked at, and so many PINs of each.
    """
    language = language_of(request)
    here = await run_in_threadpool(student_of, caller_of(request), records_here())
    is_over = failed_entries().is_over(_address(request))
    try:
        of = await run_in_threadpool(open_class, records_here(), entry.code)
    except ReaderError as error:
        failed_entries().note(_address(request))
        fault = Fault("code", error.text[language])
        return _wait(language) if is_over else first_page(language, entry, fault, status=403)
    found = await run_in_threadpool(find_entrant, records_here(), of, entry.number, entry.name)
    is_theirs = here is not None and found is not None and here.id == found.student.id
    if is_over and found is None and entry.name:
        return _wait(language)
    if entry.pin is None:
        return await run_in_threadpool(_ask, request, entry, of, found)
    if entry.again is not None:
        return await _first_time(request, entry, found)
    return await _again(request, entry, of, found, is_theirs=is_theirs)


async def _own_form(request: Request) -> dict[str, str] | Response:
    """What one of the lab's own pages sends, or the page that says no."""
    given = await read_form(request)
    if given is None or not is_own_form(request):
        return _foreign(language_of(request))
    return given


def _begin(request: Request, language: Language) -> Response:
    here = student_of(caller_of(request), records_here())
    if here is not None:
        return signed_in_page(language, here)
    asked = request.query_params
    return first_page(language, Entry(asked.get("class", "")[:20], to=_page(asked.get("to", ""))))


def _ask(request: Request, entry: Entry, of: SchoolClass, found: Entrant | None) -> Response:
    """The page that follows number and name: the PIN, a new PIN, or no.

    Who writes no name is asked for the PIN in any case, so that nobody learns which numbers there are.
    """
    language, store = language_of(request), records_here()
    if not entry.name or (found is not None and found.pin_hash is not None):
        return pin_page(language, entry)
    if found is not None:
        return _new_pin(request, entry, found.student)
    failed_entries().note(_address(request))
    if of.unknown_numbers == "approve" and ask_to_enter(store, of, entry.number, entry.name):
        words = say("enter_held_title", language), (say("enter_held", language),)
        return plain_page(language, *words, status=202)
    return first_page(language, entry, _unknown(language), status=403)


def _unknown(language: Language) -> Fault:
    return Fault("number", say("enter_unknown", language))


def _pin_fault(error: ReaderError, at: str, language: Language) -> Fault:
    """What is wrong with a new PIN that was typed in the field `at`, and then again."""
    return Fault("again" if error.text == DIFFER else at, error.text[language])


def _new_pin(request: Request, entry: Entry, student: Student, fault: Fault | None = None) -> Response:
    language, store = language_of(request), records_here()
    guest = _guest(request, store)
    work = summary_of(store, guest) if guest is not None else WorkSummary()
    return new_pin_page(
        language,
        entry,
        student,
        words_of(work, language),
        may_take=may_take_along(store, student),
        fault=fault,
    )


async def _first_time(request: Request, entry: Entry, found: Entrant | None) -> Response:
    """Sets the PIN of somebody whose number and name fit, and lets them in."""
    language, store = language_of(request), records_here()
    if found is None or not entry.name:
        failed_entries().note(_address(request))
        return first_page(language, entry, _unknown(language), status=403)
    student = found.student
    if found.pin_hash is not None:
        return pin_page(language, entry, say("enter_pin_set", language), status=403)
    try:
        pin = check_new_pin(entry.pin or "", entry.again or "", student.number)
    except ReaderError as error:
        return await run_in_threadpool(_new_pin, request, entry, student, _pin_fault(error, "pin", language))
    if not await hashing(lambda: set_first_pin(store, student, pin)):
        return pin_page(language, entry, say("enter_pin_set", language), status=403)
    guest = await run_in_threadpool(_guest, request, store)
    if guest is not None and entry.takes_along:
        student = await run_in_threadpool(take_along, store, guest, student)
    return await run_in_threadpool(_let_in, request, student, entry)


async def _again(
    request: Request, entry: Entry, of: SchoolClass, found: Entrant | None, *, is_theirs: bool
) -> Response:
    """Lets in who knows the PIN.

    A device that is this student's already is counted by itself: it waits for nobody else's wrong tries.
    """
    language, address = language_of(request), _address(request)
    is_over = not is_theirs and failed_entries().is_over(address)
    if is_over and found is None:  # neither counted nor hashed: made-up numbers would fill the memory
        return _wait(language)
    number = tries_of(of.name, found.student if found else None, entry.number, is_theirs=is_theirs)
    tries, who = PinTries(records_here()), found.student if found else None
    wait = await run_in_threadpool(partial(tries.wait, number, address, who, is_own=is_theirs))
    if wait is not None:
        return _waiting(pin_page(language, entry, _until(wait, language), status=429), wait)
    kept = found.pin_hash if found is not None else None
    if not await hashing(lambda: fits_pin(kept, entry.pin or "")):
        failed_entries().note(address)
        wrong = pin_page(language, entry, say("enter_pin_wrong", language), status=403)
        return _wait(language) if is_over else wrong
    assert found is not None  # noqa: S101 -- nobody's PIN fits nothing
    await run_in_threadpool(tries.was_right, number, address)
    return await run_in_threadpool(_let_in, request, found.student, entry)


def tries_of(class_name: str, student: Student | None, typed: str = "", *, is_theirs: bool = False) -> str:
    """Under which word the PINs tried for a number are counted, apart for the student's own devices."""
    who = str(student.id) if student is not None else f"? {fold_number(typed)}"
    return f"{class_name} {who}{' own' if is_theirs else ''}"


def _until(wait: PinWait, language: Language) -> str:
    if wait.is_of_address:
        return say("enter_slowed", language, n=_seconds(wait))
    return say("enter_locked", language, time=wait.until.astimezone().strftime("%H:%M"))


def _seconds(wait: PinWait) -> int:
    return max(1, ceil((wait.until - datetime.now(UTC)).total_seconds()))


def _waiting(answer: Response, wait: PinWait) -> Response:
    answer.headers["retry-after"] = str(_seconds(wait))
    return answer


def _let_in(request: Request, student: Student, entry: Entry) -> Response:
    """A session for this device. The old one, if there was one, ends: nobody is two students."""
    store = records_here()
    before = caller_of(request).cookies.get(cookie_name("lab_student", store))
    if before:
        sign_out(store, before)
    answer = welcome_page(language_of(request), student, entry.to)
    set_cookie(
        answer,
        "lab_student",
        sign_in(store, student, is_shared=entry.is_shared),
        store,
        is_secure=request.url.scheme == "https",
        until_closed=entry.is_shared,
    )
    return answer


async def _leave(request: Request) -> Response:
    """Asks first, since a browser that looks ahead opens addresses by itself."""
    language = language_of(request)
    if request.method != "POST":
        return plain_page(
            language,
            say("enter_leave", language),
            (),
            form=leave_forms(language),
            switch=language_links(language),
        )
    given = await _own_form(request)
    if isinstance(given, Response):
        return given
    return await run_in_threadpool(_let_out, request, is_everywhere="everywhere" in given)


def _let_out(request: Request, *, is_everywhere: bool) -> Response:
    language, store, caller = language_of(request), records_here(), caller_of(request)
    student = student_of(caller, store)
    if student is not None and is_everywhere:
        sign_out_everywhere(store, student)
    token = caller.cookies.get(cookie_name("lab_student", store))
    if token:
        sign_out(store, token)
    words = say("enter_left", language), (say("enter_left_lead", language),)
    answer = plain_page(language, *words, onward="/enter", onward_words=say("enter", language))
    drop_cookie(answer, "lab_student", store)
    return answer


async def _change(request: Request) -> Response:
    """Another PIN, for who is signed in and knows the one so far."""
    here = await run_in_threadpool(student_of, caller_of(request), records_here())
    if here is None:
        return first_page(language_of(request), Entry(), status=403)
    if request.method != "POST":
        return change_pin_page(language_of(request))
    given = await _own_form(request)
    return given if isinstance(given, Response) else await _changed(request, here, given)


async def _changed(request: Request, here: Student, given: dict[str, str]) -> Response:
    language, store = language_of(request), records_here()
    kept = await run_in_threadpool(pin_hash_of, store, here)
    number = tries_of(here.class_name, here, is_theirs=True)
    tries = PinTries(store)
    wait = await run_in_threadpool(tries.wait, number, "", here)
    if wait is not None:
        return _waiting(change_pin_page(language, Fault("pin", _until(wait, language)), status=429), wait)
    if not await hashing(lambda: fits_pin(kept, given.get("pin", ""))):
        failed_entries().note(_address(request))
        return change_pin_page(language, Fault("pin", say("enter_old_wrong", language)), status=403)
    await run_in_threadpool(tries.was_right, number)
    try:
        pin = check_new_pin(given.get("new", ""), given.get("again", ""), here.number)
    except ReaderError as error:
        return change_pin_page(language, _pin_fault(error, "new", language), status=400)
    await hashing(lambda: change_pin(store, here, pin))
    token = caller_of(request).cookies.get(cookie_name("lab_student", store), "")
    again = Entry(is_shared=is_shared_token(token))
    return await run_in_threadpool(_let_in, request, here, again)


def _guest(request: Request, store: Store) -> Student | None:
    token = read_guest_token(caller_of(request).cookies.get(cookie_name("lab_guest", store)), store)
    return known_guest(store, token) if token else None


def entry_of(given: Mapping[str, str]) -> Entry:
    """What somebody typed, by the fields of the form."""
    return Entry(
        code=given.get("code", ""),
        number=given.get("number", ""),
        name=given.get("name", ""),
        to=_page(given.get("to", "")),
        pin=given.get("pin"),
        again=given.get("again"),
        takes_along="take" in given,
        is_shared="shared" in given,
    )


def _page(asked: str) -> str:
    """The page to go on to, if it is one of the lab's; a room of the live class is one."""
    name = asked.strip("/")
    return name if is_page(name) or _ROOM.fullmatch(name) else ""


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _wait(language: Language) -> Response:
    words = say("enter_title", language), (say("enter_wait", language),)
    answer = plain_page(language, *words, status=429)
    answer.headers["retry-after"] = "60"
    return answer


def _foreign(language: Language) -> Response:
    return plain_page(language, say("enter_title", language), (say("enter_foreign", language),), status=403)


def enter_routes() -> list[BaseRoute]:
    """``/enter``, ``/enter/pin`` and ``/enter/leave``."""
    return [
        Route(ENTER, _enter, methods=["GET", "POST"]),
        Route(PIN, _change, methods=["GET", "POST"]),
        Route(LEAVE, _leave, methods=["GET", "POST"]),
    ]
