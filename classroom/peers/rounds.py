"""Rounds of peer review in the record: opened for a class, rated by students, closed by a teacher."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from classroom.audit import note
from classroom.classes import SchoolClass
from classroom.gradebook.nodes import MarkSource
from classroom.gradebook.rounding import exact, plain
from classroom.peers.computing import PeerMark, Scores, Weights, factors, group_mark, peer_mark, raters_of
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.records.upsert import insert
from courseware.problem import ReaderError
from courseware.text import Text, as_text
from lessons.marking import MarkPart

_ROUND, _MEMBER, _RATING = tables.peer_round, tables.peer_member, tables.peer_rating
HIGHEST: Final = 5
"""Scores within a group go from 0 to this."""
TEACHER: Final = "teacher"

CLOSED: Final = Text(en="This round is closed; ratings no longer change.", zh="本轮互评已结束，不能再修改。")
NOT_YOURS: Final = Text(en="This is nobody whom you rate in this round.", zh="这不是你在本轮要评的对象。")
NO_SCORE: Final = Text(
    en="Give every question a whole number from 0 to {most}.", zh="每个问题请给 0 到 {most} 的整数。"
)
NO_MARK: Final = Text(en="A mark is a number from 0 to 100.", zh="成绩应为 0 到 100 的数。")
BAD_WEIGHTS: Final = Text(en="The three weights make 100 together.", zh="三种评价的权重合计应为 100。")
NO_GROUPS: Final = Text(
    en="A round needs a title, a question and groups.", zh="互评需要名称、至少一个问题和分组。"
)
_TOLD: Final = Text(
    en="group {group}: mark {mark}, factor {factor} ({raters} rated)",
    zh="{group}组：小组成绩 {mark}，个人系数 {factor}（{raters} 名组员评分）",
)


@dataclass(frozen=True)
class PeerRound:
    """One round: what is asked within groups, how the three ways weigh, and who is in which group."""

    id: int
    title: str
    questions: tuple[str, ...]
    weights: Weights
    group_of: Mapping[int, str]
    """The group of each student, by id."""
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether ratings are still taken."""
        return self.closed_at is None

    def members(self, group: str) -> tuple[int, ...]:
        """The students of a group."""
        return tuple(who for who, own in self.group_of.items() if own == group)

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of all groups, in order."""
        return tuple(dict.fromkeys(self.group_of.values()))


@dataclass(frozen=True)
class Rating:
    """One rating as it is kept: in which round, by whom, of whom or of which group."""

    number: int
    rater: str
    rated: str
    value: Mapping[str, Any]


@dataclass(frozen=True)
class Ratings:
    """All that was rated in a round: scores within groups, marks of groups by others and by the teacher."""

    scores: Scores
    between: Mapping[str, Mapping[int, Fraction]]
    teacher: Mapping[str, Fraction]


def open_round(  # noqa: PLR0917 - what a round is made of
    store: Store,
    of: SchoolClass,
    title: str,
    questions: Sequence[str],
    weights: Weights,
    groups: Mapping[str, Sequence[int]],
    by: str,
) -> int:
    """Opens a round for the class and returns its number; a ReaderError says what is wrong with it."""
    if weights.within + weights.between + weights.teacher != 100:
        raise ReaderError(BAD_WEIGHTS)
    if not title.strip() or not questions or not groups:
        raise ReaderError(NO_GROUPS)
    body = {"title": title.strip(), "questions": [*questions], "weights": asdict(weights)}
    with store.write() as connection:
        at = store.clock()
        new = _ROUND.insert().values(class_id=of.id, body=body, by=by, opened_at=at).returning(_ROUND.c.id)
        number = int(connection.execute(new).scalar_one())
        rows = [
            {"round_id": number, "student_id": who, "group_name": name}
            for name, members in groups.items()
            for who in members
        ]
        connection.execute(_MEMBER.insert(), rows)
        note(connection, at, by, "open_peer_round", of.name, {"round": number})
    return number


def close_round(store: Store, number: int, by: str) -> None:
    """Takes no more ratings."""
    with store.write() as connection:
        at = store.clock()
        connection.execute(_ROUND.update().where(_ROUND.c.id == number).values(closed_at=at))
        note(connection, at, by, "close_peer_round", str(number))


def rounds_of(store: Store, class_id: int) -> tuple[PeerRound, ...]:
    """The rounds of a class, the latest first."""
    with store.read() as connection:
        return _rounds(connection, _ROUND.c.class_id == class_id)


def rounds_with(store: Store, student: Student) -> tuple[PeerRound, ...]:
    """The rounds that a student is in, the latest first."""
    mine = select(_MEMBER.c.round_id).where(_MEMBER.c.student_id == student.id)
    with store.read() as connection:
        return _rounds(connection, _ROUND.c.id.in_(mine))


def teammates(store: Store, round_: PeerRound, student: Student) -> dict[int, str]:
    """The names of those in the student's group by id, the student among them; nobody of other groups."""
    members = round_.members(round_.group_of.get(student.id, ""))
    query = select(tables.student.c.id, tables.student.c.name).where(tables.student.c.id.in_(members))
    with store.read() as connection:
        return {row.id: row.name for row in connection.execute(query.order_by(tables.student.c.id))}


def rate_member(store: Store, rater: Student, number: int, rated: int, scores: Sequence[int]) -> None:
    """Rates a teammate, or oneself, which is kept apart; what was given before is replaced."""

    def check(round_: PeerRound) -> None:
        own = round_.group_of.get(rater.id)
        if own is None or round_.group_of.get(rated) != own:
            raise ReaderError(NOT_YOURS)
        if len(scores) != len(round_.questions) or not all(0 <= one <= HIGHEST for one in scores):
            raise ReaderError(NO_SCORE.fill({"most": HIGHEST}))

    _rate(store, Rating(number, str(rater.id), str(rated), {"scores": [*scores]}), check)


def rate_group(store: Store, rater: Student, number: int, group: str, mark: float) -> None:
    """Gives another group a mark."""

    def check(round_: PeerRound) -> None:
        own = round_.group_of.get(rater.id)
        if own is None or group == own or group not in round_.groups:
            raise ReaderError(NOT_YOURS)
        _check_mark(mark)

    _rate(store, Rating(number, str(rater.id), f"group:{group}", {"mark": mark}), check)


def mark_group(store: Store, number: int, group: str, mark: float, by: str) -> None:
    """The teacher's mark of a group, which may be given after the round is closed too."""
    _check_mark(mark)
    with store.write() as connection:
        if group not in _round(connection, number).groups:
            raise ReaderError(NOT_YOURS)
        at = store.clock()
        _keep(connection, Rating(number, TEACHER, f"group:{group}", {"mark": mark}), at)
        note(connection, at, by, "mark_group", str(number), {"group": group, "mark": mark})


def ratings_of(store: Store, round_: PeerRound) -> Ratings:
    """All ratings of a round; for teachers, and for working marks out."""
    with store.read() as connection:
        return _ratings(connection, [round_.id]).get(round_.id, Ratings({}, {}, {}))


def marks_in_round(round_: PeerRound, ratings: Ratings) -> dict[int, PeerMark]:
    """The mark of each member of each group."""
    found: dict[int, PeerMark] = {}
    for group in round_.groups:
        members = round_.members(group)
        of_group = group_mark(
            ratings.between.get(group, {}), round_.group_of, ratings.teacher.get(group), round_.weights
        )
        for who, factor in factors(members, ratings.scores).items():
            raters = raters_of(members, ratings.scores, who)
            found[who] = peer_mark(of_group, factor, raters, round_.weights)
    return found


def peer_sources(
    connection: Connection, _part: MarkPart, students: Sequence[Student]
) -> Mapping[int, Sequence[MarkSource]]:
    """What closed rounds bring to a part of the mark, by student, for the gradebook."""
    ids = [student.id for student in students]
    theirs = select(_MEMBER.c.round_id).where(_MEMBER.c.student_id.in_(ids))
    closed = [one for one in _rounds(connection, _ROUND.c.id.in_(theirs)) if not one.is_open]
    ratings = _ratings(connection, [one.id for one in closed])
    found: dict[int, list[MarkSource]] = {}
    for one in reversed(closed):
        for who, mark in marks_in_round(one, ratings.get(one.id, Ratings({}, {}, {}))).items():
            found.setdefault(who, []).append(_source(one, who, mark))
    return found


def _source(of: PeerRound, who: int, mark: PeerMark) -> MarkSource:
    given = "—" if mark.group_mark is None else plain(mark.group_mark)
    values = {"group": of.group_of[who], "mark": given, "factor": plain(mark.factor), "raters": mark.raters}
    return MarkSource(f"round-{of.id}", as_text(of.title), mark.value, told=_TOLD.fill(values))


def _check_mark(mark: float) -> None:
    if not 0 <= mark <= 100:
        raise ReaderError(NO_MARK)


def _rate(store: Store, rating: Rating, check: Callable[[PeerRound], None]) -> None:
    with store.write() as connection:
        round_ = _round(connection, rating.number)
        if not round_.is_open:
            raise ReaderError(CLOSED)
        check(round_)
        _keep(connection, rating, store.clock())


def _keep(connection: Connection, rating: Rating, at: datetime) -> None:
    where = {"round_id": rating.number, "rater": rating.rater, "rated": rating.rated}
    new = insert(connection, _RATING).values(**where, value=dict(rating.value), at=at)
    over = {"value": new.excluded.value, "at": new.excluded.at}
    connection.execute(new.on_conflict_do_update(index_elements=list(where), set_=over))


def _round(connection: Connection, number: int) -> PeerRound:
    found = _rounds(connection, _ROUND.c.id == number)
    if not found:
        raise ReaderError(NOT_YOURS)
    return found[0]


def _rounds(connection: Connection, where: Any) -> tuple[PeerRound, ...]:
    rows = connection.execute(select(_ROUND).where(where).order_by(_ROUND.c.id.desc())).all()
    groups: dict[int, dict[int, str]] = {row.id: {} for row in rows}
    of_them = _MEMBER.c.round_id.in_(list(groups))
    query = select(_MEMBER).where(of_them).order_by(_MEMBER.c.group_name, _MEMBER.c.student_id)
    for row in connection.execute(query):
        groups[row.round_id][row.student_id] = row.group_name
    return tuple(_read(row, groups[row.id]) for row in rows)


def _read(row: Row[*tuple[Any, ...]], group_of: Mapping[int, str]) -> PeerRound:
    body = row.body
    weights = Weights(**body["weights"])
    return PeerRound(row.id, body["title"], tuple(body["questions"]), weights, group_of, row.closed_at)


def _ratings(connection: Connection, numbers: Sequence[int]) -> dict[int, Ratings]:
    found: dict[int, tuple[dict[Any, Any], dict[str, dict[int, Fraction]], dict[str, Fraction]]] = {}
    for row in connection.execute(select(_RATING).where(_RATING.c.round_id.in_(numbers))):
        scores, between, teacher = found.setdefault(row.round_id, ({}, {}, {}))
        kind, _, group = row.rated.partition("group:")
        if row.rater == TEACHER:
            teacher[group] = exact(row.value["mark"])
        elif not kind and group:
            between.setdefault(group, {})[int(row.rater)] = exact(row.value["mark"])
        else:
            scores[int(row.rater), int(row.rated)] = row.value["scores"]
    return {number: Ratings(*parts) for number, parts in found.items()}
