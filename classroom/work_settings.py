"""Where a student left the sliders of a step: the last setting alone, for the lab report."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from classroom.records import tables
from classroom.records.sanitize import sanitize
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.records.upsert import upsert
from simulations.parameter import ParameterValue

Settings = Mapping[str, ParameterValue]
"""The parameters that a student may move at a step, the seed among them, by their names."""


def keep_settings(store: Store, student: Student, lesson: str, step: str, values: Settings) -> None:
    """Keeps how the simulation of this step is set now, in place of what was kept before; one statement."""
    here = {"student_id": student.id, "lesson": lesson, "step": step}
    with store.write() as connection:
        upsert(connection, tables.work_setting, here, {"values": sanitize(values), "at": store.clock()})


def settings_in(connection: Connection, student: Student, lesson: str) -> dict[str, Settings]:
    """How each step of the lesson was set last, by the steps at which anything was moved."""
    table = tables.work_setting.c
    query = select(table.step, table["values"]).where(table.student_id == student.id, table.lesson == lesson)
    return {row[0]: row[1] for row in connection.execute(query)}
