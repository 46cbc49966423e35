"""All that the record holds of one person, as plain values for a file that the person is handed."""

from datetime import date, datetime
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, Row, Table, select

from classroom.privacy.holdings import SECRET_COLUMNS
from classroom.privacy.person import Person


def personal_data(connection: Connection, person: Person) -> dict[str, JsonValue]:
    """Every row about the person, by table; hashes are left out, and so is who rated the person."""
    found: dict[str, JsonValue] = {"class": person.class_name, "number": person.number}
    for table, condition in person.tables():
        rows = connection.execute(select(table).where(condition))
        if plain := [_plain(table, row, person) for row in rows]:
            found[table.name] = plain
    return found


def _plain(table: Table, row: Row[*tuple[Any, ...]], person: Person) -> JsonValue:
    values = {str(name): value for name, value in row._mapping.items()}
    hidden = set(SECRET_COLUMNS)
    if table.name == "variant":
        hidden.add("body")  # the answers of questions that others may still be asked
    if table.name == "peer_rating" and values["rater"] not in person.names:
        hidden |= {"rater", "id", "at"}  # raters stay unknown to the rated
    return {name: _value(value) for name, value in values.items() if name not in hidden}


def _value(value: Any) -> JsonValue:
    return value.isoformat() if isinstance(value, datetime | date) else value
