"""The commands of privacy: each says what would happen, and does it only if it is told to."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from classroom.privacy.deletion import delete_person
from classroom.privacy.exporting import personal_data
from classroom.privacy.person import find_person
from classroom.privacy.term import end_term
from classroom.records.store import Store
from courseware.output import write_output
from courseware.text import Text

ACTOR: Final = "command line"
NAMES: Final = ("export-student", "delete-student", "end-term")


def add_commands(commands: Any) -> None:
    """Adds the commands to those of the class record."""
    export = commands.add_parser("export-student", help="all that is held of one person, as JSON")
    remove = commands.add_parser("delete-student", help="delete one person (says what would happen)")
    for one in (export, remove):
        one.add_argument("--class", dest="class_name", required=True, help="as the class list has it")
        one.add_argument("--number", required=True, help="the student number")
    export.add_argument("--out", type=Path, required=True, help="such as student.json")
    remove.add_argument("--keep-marks", action="store_true", help="marks stay, without name and words")
    end = commands.add_parser("end-term", help="close the classes, sign everybody out, end the guests")
    for one in (remove, end):
        one.add_argument("--yes", action="store_true", help="do it; without it nothing is changed")


def run_command(given: argparse.Namespace, store: Store) -> int:
    """Runs one of them; a ReaderError says what was wrong with what was typed."""
    if given.command == "export-student":
        return _export(given, store)
    with _transaction(store, is_kept=given.yes) as connection:
        lines = (
            _delete(given, store, connection)
            if given.command == "delete-student"
            else _end(store, connection)
        )
    print(*lines, sep="\n")
    if given.yes:
        store.forget_deleted()
        print(_BACKUPS.en, _BACKUPS.zh, sep="\n")
    else:
        print(_PREVIEW.en, _PREVIEW.zh, sep="\n")
    return 0


def _export(given: argparse.Namespace, store: Store) -> int:
    with store.read() as connection:
        data = personal_data(connection, find_person(connection, given.class_name, given.number))
    write_output(given.out, json.dumps(data, ensure_ascii=False, indent=2).encode())
    rows = sum(len(part) for part in data.values() if isinstance(part, list))
    print(f"{given.out}: {rows} rows 条记录")
    return 0


def _delete(given: argparse.Namespace, store: Store, connection: Connection) -> list[str]:
    person = find_person(connection, given.class_name, given.number)
    done = delete_person(connection, person, store.clock(), keep_marks=given.keep_marks, actor=ACTOR)
    lines = [f"{name:16} {count:6} deleted 删除" for name, count in sorted(done.deleted.items())]
    for name, count in sorted(done.kept.items()):
        emptied = f", {done.emptied[name]} without words 清空文字" if done.emptied.get(name) else ""
        lines.append(f"{name:16} {count:6} kept without a name 匿名保留{emptied}")
    return lines


def _end(store: Store, connection: Connection) -> list[str]:
    ended = end_term(connection, store.clock(), actor=ACTOR)
    return [
        f"classes closed 关闭班级: {ended.classes}",
        f"sessions ended 退出登录: {ended.sessions}",
        f"PINs forgotten 清除 PIN: {ended.pins}",
        f"requests to enter deleted 删除加入申请: {ended.requests}",
        f"guests ended 结束访客: {ended.guests}",
    ]


class _PreviewError(Exception):
    """Rolls back what was done to see what would happen."""


@contextmanager
def _transaction(store: Store, *, is_kept: bool) -> Iterator[Connection]:
    """A transaction that is kept only if it is meant; until then it has shown what would happen."""
    try:
        with store.write() as connection:
            yield connection
            if not is_kept:
                raise _PreviewError
    except _PreviewError:
        return


_PREVIEW: Final = Text(
    en="Nothing has been changed. This is what would happen; add --yes to do it. It cannot be undone.",
    zh="尚未做任何更改。以上是将要发生的变化；确认执行请加 --yes，执行后无法撤销。",
)
_BACKUPS: Final = Text(
    en="Done; it cannot be undone. Backups of the record still hold what was deleted: delete those too.",
    zh="已完成，无法撤销。课堂记录的备份中仍有已删除的内容，请一并删除。",
)
