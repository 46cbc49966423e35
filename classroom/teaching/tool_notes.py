"""What the class tools were left at: the words on the board, the class, the size of the groups."""

from typing import Final, Literal

from pydantic import JsonValue
from sqlalchemy import select

from classroom.records import tables
from classroom.records.store import Store
from classroom.records.upsert import upsert

ToolName = Literal["board", "class", "pick", "groups", "address"]
_NOTE: Final = tables.tool_note


def tool_note(store: Store, tool: ToolName, of: str = "") -> JsonValue:
    """What was noted for a tool: of a lesson, of a class, or of the whole lab; None if nothing was."""
    with store.read() as connection:
        found: JsonValue = connection.scalar(
            select(_NOTE.c.value).where(_NOTE.c.tool == tool, _NOTE.c.of == of)
        )
    return found


def keep_tool_note(store: Store, tool: ToolName, value: JsonValue, of: str = "") -> None:
    """Notes it in place of what was noted before."""
    with store.write() as connection:
        upsert(connection, _NOTE, {"tool": tool, "of": of}, {"value": value, "at": store.clock()})
