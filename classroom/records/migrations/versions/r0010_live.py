"""A class on its phones: rooms, polls, votes, questions, who was there, what was done in class."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
NAME = sa.String(80)
WORD = sa.String(200)


def upgrade() -> None:
    """Makes the tables."""
    _rooms()
    _polls()
    _votes()
    _questions()
    _presence()
    _performance()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _rooms() -> None:
    """What a room is and who sits in it."""
    op.create_table(
        "live_room",
        _id(),
        sa.Column("presenter", NAME, nullable=False),
        sa.Column("lesson", WORD, nullable=False),
        sa.Column("class_name", NAME, nullable=False),
        sa.Column("code", sa.String(length=5), nullable=False),
        sa.Column("allows_guests", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("command", sa.JSON()),
        sa.Column("opened_at", WHEN, nullable=False),
        sa.Column("closed_at", WHEN),
        sa.PrimaryKeyConstraint("id", name="pk_live_room"),
    )
    op.create_index("ix_live_room_code", "live_room", ["code"])
    op.create_index("ix_live_room_lesson", "live_room", ["lesson", "presenter"])

    op.create_table(
        "live_seat",
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.Column("team", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["live_room.id"], name="fk_live_seat_room_id"),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_live_seat_student_id"),
        sa.PrimaryKeyConstraint("room_id", "student_id", name="pk_live_seat"),
    )
    op.create_index("ix_live_seat_student_id", "live_seat", ["student_id"])


def _polls() -> None:
    """What is asked."""
    op.create_table(
        "live_race",
        _id(),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("opened_at", WHEN, nullable=False),
        sa.Column("closed_at", WHEN),
        sa.ForeignKeyConstraint(["room_id"], ["live_room.id"], name="fk_live_race_room_id"),
        sa.PrimaryKeyConstraint("id", name="pk_live_race"),
    )
    op.create_index("ix_live_race_room_id", "live_race", ["room_id"])

    op.create_table(
        "live_poll",
        _id(),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("race_id", sa.Integer()),
        sa.Column("slide", WORD, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("opened_at", WHEN, nullable=False),
        sa.Column("closed_at", WHEN),
        sa.Column("revealed_at", WHEN),
        sa.ForeignKeyConstraint(["race_id"], ["live_race.id"], name="fk_live_poll_race_id"),
        sa.ForeignKeyConstraint(["room_id"], ["live_room.id"], name="fk_live_poll_room_id"),
        sa.PrimaryKeyConstraint("id", name="pk_live_poll"),
    )
    op.create_index("ix_live_poll_room_id", "live_poll", ["room_id"])


def _votes() -> None:
    """What is answered, and which words the hall may see."""
    op.create_table(
        "live_vote",
        _id(),
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["live_poll.id"], name="fk_live_vote_poll_id"),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_live_vote_student_id"),
        sa.PrimaryKeyConstraint("id", name="pk_live_vote"),
        sa.UniqueConstraint("poll_id", "student_id", "number", name="uq_live_vote_poll_id"),
    )
    op.create_index("ix_live_vote_student_id", "live_vote", ["student_id"])

    op.create_table(
        "live_approval",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("is_shown", sa.Boolean(), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["vote_id"], ["live_vote.id"], name="fk_live_approval_vote_id"),
        sa.PrimaryKeyConstraint("vote_id", name="pk_live_approval"),
    )


def _questions() -> None:
    """What students ask."""
    op.create_table(
        "live_question",
        _id(),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.UnicodeText(), nullable=False),
        sa.Column("is_shown", sa.Boolean()),
        sa.Column("answered_at", WHEN),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["live_room.id"], name="fk_live_question_room_id"),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_live_question_student_id"),
        sa.PrimaryKeyConstraint("id", name="pk_live_question"),
    )
    op.create_index("ix_live_question_room_id", "live_question", ["room_id"])
    op.create_index("ix_live_question_student_id", "live_question", ["student_id"])

    op.create_table(
        "live_question_vote",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["live_question.id"], name="fk_live_question_vote_question_id"
        ),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_live_question_vote_student_id"),
        sa.PrimaryKeyConstraint("question_id", "student_id", name="pk_live_question_vote"),
    )
    op.create_index("ix_live_question_vote_student_id", "live_question_vote", ["student_id"])


def _presence() -> None:
    """Who was there."""
    op.create_table(
        "live_check",
        _id(),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("class_name", NAME, nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("opened_at", WHEN, nullable=False),
        sa.Column("late_from", WHEN, nullable=False),
        sa.Column("closed_at", WHEN),
        sa.ForeignKeyConstraint(["room_id"], ["live_room.id"], name="fk_live_check_room_id"),
        sa.PrimaryKeyConstraint("id", name="pk_live_check"),
    )
    op.create_index("ix_live_check_room_id", "live_check", ["room_id"])

    op.create_table(
        "live_presence",
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["live_check.id"], name="fk_live_presence_check_id"),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_live_presence_student_id"),
        sa.PrimaryKeyConstraint("check_id", "student_id", name="pk_live_presence"),
    )
    op.create_index("ix_live_presence_student_id", "live_presence", ["student_id"])


def _performance() -> None:
    """What was done in class."""
    op.create_table(
        "performance",
        _id(),
        sa.Column("student_id", sa.Integer(), nullable=False),
        sa.Column("lesson", WORD, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("why", sa.UnicodeText(), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("undone_at", WHEN),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_performance_student_id"),
        sa.PrimaryKeyConstraint("id", name="pk_performance"),
    )
    op.create_index("ix_performance_student_id", "performance", ["student_id"])
