"""Which column of a class list is which: by its head however that is written, else by what stands in it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

ColumnKind = Literal["name", "given", "family", "number", "class", "other"]
Cells = Sequence[str]

HEAD_WITHIN: Final = 10
"""The first head stands among so many first rows; above it teachers leave titles and notes."""
NAMES: Final = ("姓名", "学生姓名", "名字", "student name", "full name", "name", "student")
NUMBERS: Final = (
    "学号",
    "学生学号",
    "student number",
    "student id",
    "student no",
    "sis user id",
    "id number",
    "学籍号",
    "sis login id",
    "编号",
    "number",
    "id",
    "no",
    "序号",
)
"""Heads of a number, the likeliest first: of several, the first that is filled in counts."""
_GIVEN: Final = ("first name", "given name", "forename", "名")
_FAMILY: Final = ("last name", "surname", "family name", "姓氏", "姓")
_CLASSES: Final = ("班级", "行政班", "行政班级", "教学班", "class", "section")
_OTHERS: Final = (
    *(
        "性别",
        "专业",
        "学院",
        "院系",
        "系",
        "系部",
        "年级",
        "民族",
        "备注",
        "签名",
        "签到",
        "成绩",
        "平时成绩",
    ),
    *(
        "电话",
        "手机",
        "手机号",
        "联系电话",
        "邮箱",
        "电子邮箱",
        "电子邮件地址",
        "email地址",
        "机构",
        "单位",
        "出生日期",
    ),
    *(
        "身份证号",
        "宿舍",
        "座号",
        "职务",
        "gender",
        "sex",
        "email",
        "email address",
        "e-mail",
        "phone",
        "major",
    ),
    *("department", "institution", "grade", "remarks", "root account", "username"),
)
_KINDS: Final[tuple[tuple[ColumnKind, tuple[str, ...]], ...]] = (
    ("other", _OTHERS),
    ("class", _CLASSES),
    ("family", _FAMILY),
    ("given", _GIVEN),
    ("number", NUMBERS),
    ("name", NAMES),
)
_TITLES: Final = {title.replace(" ", ""): kind for kind, titles in _KINDS for title in titles}
_ASIDE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DECORATION: Final = re.compile(r"[\s*:#.'\"_]")
_BETWEEN: Final = re.compile(r"[/|\\、]")
_SCRIPTS: Final = re.compile(r"[\u3400-\u9fff\s]+|[^\u3400-\u9fff]+")
_NUMBER: Final = re.compile(r"[A-Za-z]{0,4}[-_]?\d[\dA-Za-z_/-]{0,23}")
SHORTENED: Final = re.compile(r"\d(?:\.\d{1,15})?E\+\d{1,3}", re.IGNORECASE)
"""A long number as a spreadsheet writes it once it has forgotten its last digits."""
_PRIVATE: Final = re.compile(r"1[3-9]\d{9}|\d{17}[\dXx]")
"""What may be a telephone or identity number, which is none of a student where there is another one."""
_GENDERS: Final = {"男", "女", "男生", "女生", "m", "f", "male", "female"}
_HAN_NAME: Final = re.compile(
    r"[\u3400-\u9fff·]{2,4}(?<![班系院级族])|[\u3400-\u9fff]{1,15}·[\u3400-\u9fff·]{1,15}"
)
_LATIN_NAME: Final = re.compile(r"[^\W\d_][^\d_@]*")
_ENDS: Final = ".)、．）:："
_USUAL: Final = 0.9


@dataclass(frozen=True)
class Layout:
    """Where name and number of a student stand in a row; `heads` are the titles, if there are any."""

    name: int
    number: int | None = None
    family: int | None = None
    class_name: int | None = None
    heads: tuple[str, ...] = ()

    def used(self) -> set[int]:
        """The columns whose words go into the list."""
        return {one for one in (self.name, self.number, self.family) if one is not None}

    def title(self, column: int) -> str:
        """What stands over a column; "" if nothing does."""
        return self.heads[column] if column < len(self.heads) else ""

    @property
    def is_canvas(self) -> bool:
        """Whether these are the heads that Canvas writes, of which one student is made up for tests."""
        return {"ID", "SIS Login ID", "Section"} <= set(self.heads)


def kind_of(head: str) -> ColumnKind | None:
    """What stands below this head, whatever decorates it: 学 号, 学号*, 姓名（必填）, 姓名/Name.

    >>> [kind_of(head) for head in ("学 号*", "姓名（必填）", "Name / 姓名", "李华")]
    ['number', 'name', 'name', None]
    """
    plain = unicodedata.normalize("NFKC", head).lower()
    bare = _ASIDE.sub("", plain)
    first, *_ = _BETWEEN.split(bare)
    both = [_TITLES.get(_DECORATION.sub("", piece)) for piece in _SCRIPTS.findall(first) if piece.strip()]
    said = _TITLES.get(_DECORATION.sub("", bare)) or _TITLES.get(_DECORATION.sub("", first))
    return said or (both[0] if both and all(both) else None)


def is_head(cells: Cells) -> bool:
    """Whether a row says what stands below it: a name or two other things, and no number of a student."""
    kinds = [kind_of(cell) for cell in set(cells) if cell]
    names = {"name", "given", "family"}
    is_enough = bool(names & {*kinds}) or sum(kind is not None for kind in kinds) > 1
    return is_enough and not any(is_number(cell) for cell in cells)


def layouts(head: Cells, rows: Sequence[Cells]) -> list[Layout]:
    """The layout below a head; several if lists stand side by side under the same heads again and again."""
    kinds = [kind_of(cell) for cell in head]
    names = [at for at, kind in enumerate(kinds) if kind == "name"]
    before = names[0] - next(at for at, kind in enumerate(kinds) if kind) if names else 0
    again: list[int] = []
    for at in names:
        # a head that is merged over two columns stands in both, and is one all the same
        if head[at] == head[names[0]] and (not again or at - again[-1] > before):
            again.append(at)
    starts = [0, *(at - before for at in again[1:])]
    ends = [*starts[1:], len(head)]
    return [_layout(head, kinds, rows, range(start, end)) for start, end in zip(starts, ends, strict=True)]


def _layout(head: Cells, kinds: Sequence[ColumnKind | None], rows: Sequence[Cells], columns: range) -> Layout:
    def first(kind: ColumnKind) -> int | None:
        return next((at for at in columns if kinds[at] == kind), None)

    name, given, family = first("name"), first("given"), first("family")
    if name is not None and given is None and family is not None:
        given = name  # "Name" beside "Surname" is the given name
    full = name if given is None or family is None else None
    if full is None and (given is None or family is None):
        full = given if given is not None else family
    if full is None and given is None:
        full = _likeliest(rows, [at for at in columns if kinds[at] is None]) or 0
    numbers = sorted((at for at in columns if kinds[at] == "number"), key=lambda at: _rank(head[at]))
    filled = [at for at in numbers if any(_at(row, at) for row in rows)]
    return Layout(
        name=full if full is not None else given or 0,
        number=next(iter([*filled, *numbers]), None),
        family=family if full is None else None,
        class_name=first("class"),
        heads=tuple(head),
    )


def _rank(head: str) -> int:
    """How likely a head means the number of a student."""
    bare = _DECORATION.sub("", _ASIDE.sub("", unicodedata.normalize("NFKC", head).lower()))
    known = [number.replace(" ", "") for number in NUMBERS]
    return min((at for at, number in enumerate(known) if number in bare), default=len(known))


def headless(rows: Sequence[Cells]) -> Layout | None:
    """The layout of rows in columns without heads; None if their columns do not each hold one thing."""
    width = max(map(len, rows), default=0)
    full = [row for row in rows if sum(map(bool, row)) > 1]
    if len(full) * 2 <= len(rows) or not full:
        return None
    shares = [_share([_at(row, at) for row in full]) for at in range(width)]
    names = [at for at in range(width) if shares[at] <= 1 - _USUAL and any(_at(row, at) for row in full)]
    numbers = [at for at in range(width) if shares[at] >= _USUAL]
    numbers = [at for at in numbers if not _is_private(full, at)] or numbers
    is_mixed = any(1 - _USUAL < share < _USUAL for share in shares)
    if not names or (is_mixed and not numbers):
        return None
    name = _likeliest(full, names)
    longest = max(numbers, key=lambda at: _weight(full, at), default=None)
    return None if name is None else Layout(name=name, number=longest)


def _likeliest(rows: Sequence[Cells], columns: Sequence[int]) -> int | None:
    """The column of names: words like names, as many different ones as can be, the first of equals."""

    def score(at: int) -> tuple[float, float, int]:
        values = [cell for row in rows if (cell := _at(row, at))]
        alike = sum(map(looks_like_name, values)) / max(1, len(values))
        different = len(set(values)) / max(1, len(rows))
        return alike * different, different, -at

    filled = [at for at in columns if any(_at(row, at) for row in rows)]
    return max(filled, key=score, default=None)


def _weight(rows: Sequence[Cells], at: int) -> tuple[int, int]:
    """How well the numbers of a column tell students apart: how many there are, how long they are."""
    values = [_at(row, at) for row in rows]
    return len(set(values)), sum(map(len, values))


def _is_private(rows: Sequence[Cells], at: int) -> bool:
    values = [cell for row in rows if (cell := _at(row, at))]
    return sum(_PRIVATE.fullmatch(plain_number(value)) is not None for value in values) > len(values) / 2


def _share(values: Sequence[str]) -> float:
    """Which part of the filled cells holds numbers."""
    filled = [value for value in values if value]
    return sum(map(is_number, filled)) / len(filled) if filled else 0.0


def _at(row: Cells, column: int) -> str:
    return row[column] if column < len(row) else ""


def looks_like_name(words: str) -> bool:
    """Whether these words may well be somebody's name.

    >>> [looks_like_name(words) for words in ("张三", "O'Neill", "男", "市场1班", "营销班")]
    [True, True, False, False, False]
    """
    if words.lower() in _GENDERS:
        return False
    han = re.sub(r"\s", "", words)
    return bool(
        _HAN_NAME.fullmatch(han)
        or (_LATIN_NAME.fullmatch(words) and not re.search(r"[\u3400-\u9fff]", words))
    )


def is_number(cell: str) -> bool:
    """Whether a cell holds the number of a student, also one that a spreadsheet has shortened."""
    plain = plain_number(cell)
    return bool(_NUMBER.fullmatch(plain) or SHORTENED.fullmatch(plain))


def plain_number(cell: str) -> str:
    """A number without the sign behind it, in the usual width."""
    return unicodedata.normalize("NFKC", cell).strip().rstrip(_ENDS)
