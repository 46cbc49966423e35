"""The way into a room: five digits, and for a guest a name; then the page that listens and answers."""

from html import escape
from typing import Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from classroom import school_class
from classroom.live import LiveRoom, LiveSeat, find_room, seat_of, take_seat
from classroom.live.rooms import fold_code
from classroom.live.seats import MOST_LETTERS, NOT_ALLOWED, is_of_class
from courseware.language import Language
from courseware.problem import ReaderError
from web.access.rate_limiter import failed_entries
from web.access.refusal import language_of
from web.live.phone_page import phone_page
from web.live.words import say
from web.plain_form import Fault, field, form, language_links
from web.plain_page import plain_page
from web.records import records_here
from web.routes.form import is_own_form, read_form
from web.routes.front import remember_browser
from web.routes.live.phone import person_at

_WAIT: Final = 429


async def join(request: Request) -> Response:
    """The page of a room, or what is still to be said before it opens."""
    given: dict[str, str] = {}
    if request.method == "POST":
        if not is_own_form(request):
            return await run_in_threadpool(_ask_code, request, "", None)
        given = await read_form(request) or {}
    return await run_in_threadpool(_join, request, given)


def _join(request: Request, given: dict[str, str]) -> Response:
    asked = str(request.path_params.get("code", "")) or fold_code(given.get("code", ""))
    typed = asked or given.get("code", "")
    if not typed:
        return _ask_code(request, "", None)
    room = find_room(records_here(), asked)
    if room is None:
        return _no_room(request, typed)
    if "code" not in request.path_params:
        return RedirectResponse(f"/live/{room.code}?lang={language_of(request)}", 303)
    return _sit_down(request, room, given.get("name"))


def _sit_down(request: Request, room: LiveRoom, name: str | None) -> Response:
    """The page of who has a seat or may take one; the form for a name otherwise."""
    language, store = language_of(request), records_here()
    person = person_at(request)
    if person is None:
        return _with_cookie(request, _ask_name(request, room, None))
    seat = seat_of(store, room, person)
    if seat is None and (name is not None or is_of_class(room, person)):
        try:
            seat = take_seat(store, room, person, name or "")
        except ReaderError as error:
            return _ask_name(request, room, Fault("name", error.text[language]))
    if seat is None:
        return _ask_name(request, room, None)
    return _with_cookie(request, _page(room, seat, language))


def _page(room: LiveRoom, seat: LiveSeat, language: Language) -> Response:
    return phone_page(room, seat, language)


def _no_room(request: Request, asked: str) -> Response:
    """No such room; whoever tries many codes is made to wait."""
    language, address = language_of(request), request.client.host if request.client else ""
    if failed_entries().note(address):
        answer = plain_page(language, say("join", language), (say("wait", language),), status=_WAIT)
        answer.headers["retry-after"] = "60"
        return answer
    return _ask_code(request, asked, Fault("code", say("no_room", language)))


def _ask_code(request: Request, asked: str, fault: Fault | None) -> Response:
    language = language_of(request)
    inner = field(
        "code",
        say("code", language),
        asked[:12],
        fault=fault,
        inputmode="numeric",
        autocomplete="off",
        maxlength="12",
        required=True,
    )
    return plain_page(
        language,
        say("join", language),
        (say("join_lead", language),),
        status=404 if fault else 200,
        form=form(f"/live?lang={language}", inner, say("go_in", language)),
        switch=language_links(language),
    )


def _ask_name(request: Request, room: LiveRoom, fault: Fault | None) -> Response:
    """A name for a guest, where guests may come in; the way to sign in for the students of a class."""
    language, here = language_of(request), f"/live/{room.code}"
    body, passages = "", []
    if room.allows_guests:
        inner = field(
            "name",
            say("name", language),
            fault=fault,
            maxlength=str(MOST_LETTERS),
            autocomplete="nickname",
            required=True,
        )
        body = form(f"{here}?lang={language}", inner, say("go_in", language))
        passages.append(say("name_lead", language))
    else:
        passages.append(NOT_ALLOWED[language])
    of = school_class(records_here(), room.class_name) if room.class_name else None
    if of is not None:
        to = f"/enter?{urlencode({'class': of.code, 'to': here, 'lang': language})}"
        look = ' class="button second"' if body else ' class="button"'
        words = say("sign_in_class", language, of=of.name)
        body += f'<p><a{look} href="{escape(to)}">{escape(words)}</a></p>'
    status = 403 if fault else 200
    return plain_page(
        language,
        say("join_room", language, code=room.code),
        tuple(passages),
        status=status,
        form=body,
        switch=language_links(language),
    )


def _with_cookie(request: Request, page: Response) -> Response:
    remember_browser(request, page)
    return page
