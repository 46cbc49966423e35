"""A lab for class tools, whose record is emptied before each test."""

from datetime import UTC, datetime

from sqlalchemy import delete

from classroom import class_names, forget_roster, open_store
from classroom.records.tables import metadata
from tests.browser.server import Lab


def forget_everything(lab: Lab) -> None:
    """Empties what the class tools and presentations have written in the record of this lab."""
    store = open_store(lab.folder / "lab.db", lambda: datetime.now(UTC))
    for name in class_names(store):
        forget_roster(store, name)
    with store.write() as connection:
        for table in ("tool_note", "pace", "presentation"):
            connection.execute(delete(metadata.tables[table]))
    store.close()
