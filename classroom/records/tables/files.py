"""What the files of the course have said, and what is being typed at the desk."""

from sqlalchemy import Column, Index, Integer, String, Table

from classroom.records.tables.columns import NAME, WholeText, metadata, name_column, when_column

revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    name_column("file"),
    Column("text", WholeText, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("author", String(NAME), nullable=False),
    Column("why", String(20), nullable=False),
    when_column("at"),
    Index("ix_revision_file", "file"),
)

unsaved = Table(
    "unsaved",
    metadata,
    name_column("file", key=True),
    Column("author", String(NAME), primary_key=True),
    Column("text", WholeText, nullable=False),
    Column("base", String(64)),
    when_column("at"),
)
