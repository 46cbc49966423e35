"""What a student's phone asks for: its own state, the stream of the room, and to be heard."""

from pydantic import JsonValue
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from classroom import Student, guest_of
from classroom.live import LiveRoom, LiveSeat, find_room, seat_of
from courseware.problem import ReaderError
from courseware.text import Text
from web.access.caller import caller_of
from web.access.cookies import cookie_name, read_guest_token
from web.access.identity import student_of
from web.live.part import Fields
from web.live.parts import PARTS
from web.live.told import live_hub, mine
from web.records import records_here
from web.routes.live.reading import read_object
from web.routes.live.streaming import refused, said, stream_of

_GONE = Text(
    en="This room is closed. Ask your teacher for the code of the new one.",
    zh="这个课堂已经关闭，请向老师询问新的课堂码。",
)
_NO_SEAT = Text(
    en="This phone has no seat in the room. Reload the page and come in once more.",
    zh="这部手机还没有进入课堂，请刷新页面重新进入。",
)
_UNKNOWN = Text(en="The room does not know how to do this.", zh="课堂不支持这个操作。")


def person_at(request: Request) -> Student | None:
    """Who holds this phone: the student who has signed in, else the guest of its browser."""
    store, caller = records_here(), caller_of(request)
    student = student_of(caller, store)
    if student is not None:
        return student
    token = read_guest_token(caller.cookies.get(cookie_name("lab_guest", store)), store)
    return guest_of(store, token) if token is not None else None


def room_at(request: Request) -> LiveRoom:
    """The open room of the address; a ReaderError if there is none."""
    room = find_room(records_here(), str(request.path_params["code"]))
    if room is None:
        raise ReaderError(_GONE)
    return room


def place_at(request: Request) -> tuple[LiveRoom, LiveSeat]:
    """LiveRoom and seat of this phone; a ReaderError if it has none."""
    room, person = room_at(request), person_at(request)
    seat = seat_of(records_here(), room, person) if person is not None else None
    if seat is None:
        raise ReaderError(_NO_SEAT)
    return room, seat


async def stream(request: Request) -> Response:
    """What the phones of the room are told."""
    try:
        room, _ = await run_in_threadpool(place_at, request)
    except ReaderError as error:
        return refused(request, error, 403)
    return stream_of(room, "phone")


async def my_state(request: Request) -> Response:
    """What is this phone's alone."""
    try:
        return said(await run_in_threadpool(_mine, request))
    except ReaderError as error:
        return refused(request, error, 403)


async def act(request: Request) -> Response:
    """Does what a phone asks for, in one transaction, and answers once it is kept."""
    try:
        fields = await read_object(request)
        room, answer = await run_in_threadpool(_do, request, fields)
    except ReaderError as error:
        return refused(request, error)
    live_hub().poke(room.id)
    return said(answer)


def _mine(request: Request) -> dict[str, JsonValue] | None:
    """What is this phone's alone; nothing of a room that has closed meanwhile."""
    if find_room(records_here(), str(request.path_params["code"])) is None:
        return None
    room, seat = place_at(request)
    return mine(records_here(), room, seat)


def _do(request: Request, fields: Fields) -> tuple[LiveRoom, JsonValue]:
    room, seat = place_at(request)
    asked = str(fields.get("do"))
    for part in PARTS.values():
        if asked in part.PHONE_ACTIONS:
            return room, part.PHONE_ACTIONS[asked](records_here(), room, seat, fields)
    raise ReaderError(_UNKNOWN)
