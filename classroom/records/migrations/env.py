"""How Alembic meets the record: over the connection it is handed, compared with the tables of today."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from classroom.records.tables import UtcDateTime, WholeText, metadata


def plain(kind: str, item: object, _: AutogenContext) -> str | Literal[False]:
    """Migrations outlive our own types, so they are written with SQLAlchemy's."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return "sa.UnicodeText()" if kind == "type" and isinstance(item, WholeText) else False


def run() -> None:
    """Runs the migrations that are asked for, in the transaction that the caller has begun."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        render_as_batch=True,
        render_item=plain,
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic runs this file
    run()
