"""A PostgreSQL of the tests' own, begun when the first test asks, and a migrated database for each that does.

Without PostgreSQL these tests are left out, and said to be; with LAB_REQUIRE_POSTGRES they fail.
"""

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import OperationalError

from classroom.records import schema

MARK: Final = pytest.mark.postgres
in_a_file = pytest.mark.parametrize("where", ["sqlite"], indirect=True)
"""Marks a test of what is so with a file alone."""
on_a_server = pytest.mark.parametrize("where", [pytest.param("postgresql", marks=MARK)], indirect=True)
"""Marks a test of what is so with a server alone."""
_TEMPLATE: Final = "migrated"
_ROOM: Final = 1_000_000_000
_SETTINGS: Final = {
    # nothing here outlives the tests, so nothing need reach the disc
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "250",
    "listen_addresses": "",
    # as a server in China is set up, and unlike the lab's own clock
    "timezone": "Asia/Shanghai",
}


@dataclass(frozen=True)
class Cluster:
    """A running server; its databases are for whoever can open its socket, which is the tests alone."""

    folder: Path
    process: "subprocess.Popen[bytes]"
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def address(self, database: str) -> str:
        """The address of a database, as LAB_DATABASE_URL names it."""
        url = URL.create("postgresql", "lab", database=database, query={"host": str(self.folder)})
        return url.render_as_string(hide_password=False)

    @cached_property
    def _commands(self) -> Connection:
        return create_engine(self.address("postgres"), isolation_level="AUTOCOMMIT").connect()

    def command(self, words: str) -> None:
        """Has the server do something outside of any transaction."""
        self._commands.execute(text(words))

    @contextmanager
    def database(self, template: str = _TEMPLATE) -> Iterator[str]:
        """The address of a copy of `template`: of an empty record, or of a database without tables."""
        name = f"lab_{next(self._numbers)}"
        self.command(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        try:
            yield self.address(name)
        finally:
            self.command(f"DROP DATABASE {name} WITH (FORCE)")


def programs() -> Path | None:
    """Where PostgreSQL's own programs are: the newest of Debian, or what the path finds."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[4]))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).parent if found else None


def is_required() -> bool:
    """Whether a missing PostgreSQL is a failure, as before a change is taken in."""
    return bool(os.environ.get("LAB_REQUIRE_POSTGRES"))


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A server that is ended afterwards, with all that is in it."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=_memory()))
    try:
        _make(folder)
        with _started(folder) as process:
            made = Cluster(folder, process)
            _make_template(made)
            yield made
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _memory() -> Path | None:
    """A drive in memory, where copying a database takes a tenth of the time; None if there is no room."""
    drive = Path("/dev/shm")  # noqa: S108 -- the folder that is made there is for its owner alone
    has_room = drive.is_dir() and os.access(drive, os.W_OK) and shutil.disk_usage(drive).free > _ROOM
    return drive if has_room else None


@cache
def _somebody() -> str | None:
    """PostgreSQL refuses to be run by root: then by its own user, or by nobody."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _make(folder: Path) -> None:
    if user := _somebody():
        shutil.chown(folder, user)
    # letters in the order of a language, so that no test leans on the order of their codes
    words = ["--username", "lab", "--auth", "trust", "--no-sync", "--encoding", "UTF8"]
    words += ["--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "und"]
    command = [_program("initdb"), "--pgdata", str(folder / "data"), *words]
    subprocess.run(command, check=True, capture_output=True, user=_somebody(), cwd=folder)


@contextmanager
def _started(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    settings = {**_SETTINGS, "unix_socket_directories": str(folder)}
    words = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [_program("postgres"), "-D", str(folder / "data"), *words],
            stdout=log,
            stderr=log,
            user=_somebody(),
            cwd=folder,
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGQUIT)  # at once: there is nothing to be kept
        process.wait(20)


def _make_template(made: Cluster) -> None:
    _wait(made)
    made.command(f"CREATE DATABASE {_TEMPLATE}")
    engine = create_engine(made.address(_TEMPLATE))
    with engine.begin() as connection:
        schema.bring_up_to_date(connection, _TEMPLATE)
    engine.dispose()


def _wait(made: Cluster) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and made.process.poll() is None:
        try:
            return made.command("SELECT 1")
        except OperationalError:
            time.sleep(0.05)
    raise RuntimeError((made.folder / "log").read_text())


def _program(name: str) -> str:
    found = programs()
    if found is None:
        why = "There is no PostgreSQL: install it (on Debian: apt install postgresql)."
        if is_required():
            pytest.fail(why)
        pytest.skip(why)
    return str(found / name)
