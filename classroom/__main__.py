"""The command line of the record: python -m classroom status | export | backup | restore | …"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import URL, func, select

from classroom.backup import backup, restore
from classroom.export import write_marks
from classroom.guests import KEPT_FOR, end_guests
from classroom.privacy import commands as privacy
from classroom.records import schema, tables
from classroom.records.address import DEFAULT, address_in, read_address, show
from classroom.records.store import Store, open_store
from classroom.regrade import regrade
from courseware.problem import ReaderError
from courseware.terminal import Parser, run_program


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; 0 if all is well, 1 if not, and never a traceback for a reader's mistake."""
    given = _parser().parse_args(argv)
    try:
        if given.command == "revise":
            schema.propose(given.why)
            return 0
        address = read_address(given.database)
        if given.command == "restore":
            return _restore(address, given.copy, replace=given.replace)
        if isinstance(address, Path) and not address.exists():
            print(f"There is no class record at {address} yet. 还没有课堂记录。")
            return 0 if given.command == "status" else 1
        if given.command == "backup":
            backup(address, given.out)
            print(f"{given.out}: a copy of {show(address)}. 已备份。")
            return 0
        return _run(given, open_store(given.database, lambda: datetime.now(UTC)))
    except ReaderError as error:
        print(error.text.en, error.text.zh, sep="\n", file=sys.stderr)
        return 1


def _run(given: argparse.Namespace, store: Store) -> int:
    try:
        if given.command == "status":
            return _status(store)
        if given.command == "export":
            print(f"{given.out}: {write_marks(store, given.out)} marks")
            return 0
        if given.command == "end-guests":
            return _end_guests(store, timedelta(days=0 if given.all else given.days))
        if given.command in privacy.NAMES:
            return privacy.run_command(given, store)
        return _regrade(store, check=given.check)
    finally:
        store.close()


def _restore(address: URL | Path, copy: Path, *, replace: bool) -> int:
    aside = restore(address, copy, lambda: datetime.now(UTC), replace=replace)
    print(f"{show(address)}: restored from {copy}. 已从备份恢复。")
    if aside:
        print(f"The record before it is kept: {aside}. 原来的记录保留在：{aside}。")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m classroom", description="The class record.")
    parser.add_argument(
        "--database", default=address_in(os.environ), help=f"file or address; default {show(DEFAULT)}"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("status", help="where the record is, its schema, how much is in it")
    export = commands.add_parser("export", help="write the marks as CSV")
    export.add_argument("--out", type=Path, required=True, help="such as marks.csv")
    copied = commands.add_parser("backup", help="copy the record into one file, while the lab runs")
    copied.add_argument("--out", type=Path, required=True, help="a new file, such as lab-2026-03-02.copy")
    back = commands.add_parser("restore", help="make a copy the record again, while no lab runs")
    back.add_argument("copy", type=Path, help="what backup has written")
    back.add_argument(
        "--replace", action="store_true", help="also where there is a record; it is kept beside"
    )
    again = commands.add_parser("regrade", help="mark every stored answer again")
    again.add_argument("--check", action="store_true", help="exit with 1 if any mark would differ")
    end = commands.add_parser("end-guests", help="delete what is personal of guests who are gone")
    end.add_argument("--days", type=_days, default=KEPT_FOR.days, help="not seen for so long (%(default)s)")
    end.add_argument("--all", action="store_true", help="all of them, as at the end of a term")
    privacy.add_commands(commands)
    revise = commands.add_parser("revise", help="propose the next migration (for developers)")
    revise.add_argument("why", help="one sentence")
    return parser


def _days(said: str) -> int:
    """A number of days; argparse tells of anything else."""
    days = int(said)
    if not 0 <= days <= 10_000:
        raise argparse.ArgumentTypeError(f"expected 0 to 10000 days, got {days} 应为 0 到 10000 天")
    return days


def _end_guests(store: Store, unseen_for: timedelta) -> int:
    ended = end_guests(store, store.clock() - unseen_for)
    print(f"{ended} guests ended: names, thoughts and drafts are deleted. 已结束 {ended} 位访客。")
    return 0


def _status(store: Store) -> int:
    with store.read() as connection:
        print(f"record:   {store.where}")
        print(f"schema:   {schema.revision(connection)}")
        for name in ("student", "variant", "attempt"):
            count = connection.scalar(select(func.count()).select_from(tables.metadata.tables[name]))
            print(f"{name + 's:':9} {count}")
    return 0


def _regrade(store: Store, *, check: bool) -> int:
    total, changed = 0, 0
    for marks in regrade(store):
        total += 1
        if not marks.is_same:
            changed += 1
            today = marks.today or "cannot be marked"
            print(f"attempt {marks.attempt} ({marks.item}): stored {marks.stored}, today {today}")
    print(f"{total} attempts, {changed} would get other marks")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(run_program(main))
