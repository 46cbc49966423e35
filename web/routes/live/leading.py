"""What the teacher's windows and phone ask for: to open a room, to lead it, and to be told of it."""

from typing import Final

from pydantic import JsonValue
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from classroom import presented, school_class
from classroom.live import LiveRoom, open_room
from course import lesson_registry
from courseware.problem import ReaderError
from courseware.text import Text
from web.access.caller import caller_of
from web.access.identity import staff_of
from web.access.key import key_here
from web.access.refusal import language_of
from web.live.part import Fields, Lead
from web.live.parts import PARTS
from web.live.told import live_hub
from web.records import records_here
from web.routes.live.phone import room_at
from web.routes.live.reading import read_object
from web.routes.live.streaming import refused, said, stream_of

_TEACHERS: Final = Text(
    en="Only a teacher may lead the room. Sign in at the desk.", zh="只有教师可以主持课堂，请先登录工作台。"
)
_NO_LESSON: Final = Text(en="There is no lesson of this name.", zh="没有这个名称的课。")
_UNKNOWN: Final = Text(en="The room does not know how to do this.", zh="课堂不支持这个操作。")


async def open_a_room(request: Request) -> Response:
    """Opens the room of a lesson, or tells the one that is open.

    If the speaker view names a class that signs in, the room is for its students; else for guests.
    """
    try:
        await run_in_threadpool(_actor, request)
        fields = await read_object(request)
        room = await run_in_threadpool(_open, fields)
    except ReaderError as error:
        return refused(request, error, 403)
    return said({"code": room.code})


async def lead(request: Request) -> Response:
    """Does what a teacher asks for."""
    try:
        actor = await run_in_threadpool(_actor, request)
        fields = await read_object(request)
        room, answer = await run_in_threadpool(_do, request, actor, fields)
    except ReaderError as error:
        return refused(request, error, 403)
    live_hub().poke(room.id)
    return said(answer)


async def lead_stream(request: Request) -> Response:
    """What the teacher's windows are told."""
    try:
        await run_in_threadpool(_actor, request)
        room = await run_in_threadpool(room_at, request)
    except ReaderError as error:
        return refused(request, error, 403)
    return stream_of(room, "staff")


def _actor(request: Request) -> str:
    """Under which name a teacher asks; a ReaderError for everybody else."""
    staff = staff_of(caller_of(request), records_here(), key_here())
    if staff is None:
        raise ReaderError(_TEACHERS)
    return staff.actor


def _open(fields: Fields) -> LiveRoom:
    lesson, presenter = fields.get("lesson"), fields.get("presenter", "")
    if not isinstance(lesson, str) or lesson_registry().lesson(lesson) is None:
        raise ReaderError(_NO_LESSON)
    store, by = records_here(), presenter if isinstance(presenter, str) else ""
    shown = presented(store, lesson, by)
    of = school_class(store, shown.class_name) if shown is not None and shown.class_name else None
    return open_room(store, lesson, by, of.name if of is not None else "", allows_guests=of is None)


def _do(request: Request, actor: str, fields: Fields) -> tuple[LiveRoom, JsonValue]:
    room = room_at(request)
    by = Lead(records_here(), room, actor, language_of(request))
    asked = str(fields.get("do"))
    for part in PARTS.values():
        if asked in part.LEAD_ACTIONS:
            return room, part.LEAD_ACTIONS[asked](by, fields)
    raise ReaderError(_UNKNOWN)
