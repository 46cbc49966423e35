"""Where the record may lie, and what is said when it may not."""

import os
import re
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from classroom import Store, address_in, open_store
from classroom.records import drive, integrity, new_record
from classroom.records import store as store_module
from classroom.records.address import DEFAULT, read_address
from courseware.problem import ReaderError
from tests.classroom.conftest import Clock, introduce
from tests.postgres import in_a_file

HAN = re.compile(r"[\u4e00-\u9fff]")


@contextmanager
def refused(match: str) -> Iterator[None]:
    """What happens inside is refused with such a sentence, in both languages."""
    with pytest.raises(ReaderError, match=match) as caught:
        yield
    assert HAN.search(caught.value.text.zh)


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """A folder of somebody who is not root: root may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield folder
        if root:
            os.seteuid(0)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o777)


@in_a_file
def test_a_new_record_is_made_where_it_was_asked_for(file: Path, store: Store) -> None:
    assert file.exists()
    assert store.where == str(file)
    assert store.owner() is None


@pytest.mark.parametrize("rubbish", [b"name;points\nLi;1\n", b"PK\x03\x04" + bytes(5000), b"S"])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, clock: Clock, rubbish: bytes) -> None:
    file = tmp_path / "lab.db"
    file.write_bytes(rubbish)

    with refused("not a class record"):
        open_store(file, clock)
    assert file.read_bytes() == rubbish
    assert [path.name for path in tmp_path.iterdir()] == ["lab.db"]


def test_somebody_elses_database_is_left_alone(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "library.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE books (title TEXT)")
    other.close()
    before = file.read_bytes()

    with refused("not a class record"):
        open_store(file, clock)
    assert file.read_bytes() == before


def test_a_record_that_has_lost_the_end_of_its_last_page_is_not_opened(sound: bytes, tmp_path: Path) -> None:
    file = tmp_path / "cut.db"
    for lost in (1, 10, 2000, 4095):
        file.write_bytes(sound[:-lost])

        with refused("damaged"):
            open_store(file, Clock())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_record_stays_as_it_is_byte_for_byte(
    sound: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    file = tmp_path / "damaged.db"
    keep = data.draw(st.integers(100, len(sound) - 1))
    damaged = sound[:keep] if data.draw(st.booleans()) else sound[:100] + b"\xff" * 4000 + sound[4100:]
    file.write_bytes(damaged)

    with refused("damaged|not a class record"):
        open_store(file, Clock())
    assert file.read_bytes() == damaged


@pytest.fixture
def sound(file: Path, clock: Clock) -> bytes:
    """The bytes of a sound record."""
    store = open_store(file, clock)
    introduce(store, "Li Hua")
    store.close()
    return file.read_bytes()


def test_an_emptied_record_with_a_journal_is_not_thrown_away(tmp_path: Path, clock: Clock) -> None:
    file, journal = tmp_path / "lab.db", tmp_path / "lab.db-wal"
    file.touch()
    journal.write_bytes(b"entries")

    with refused("journal"):
        open_store(file, clock)
    assert journal.read_bytes() == b"entries"


def test_a_record_that_may_only_be_read_is_refused(ordinary_user: Path, clock: Clock) -> None:
    file = ordinary_user / "lab.db"
    open_store(file, clock).close()
    file.chmod(stat.S_IRUSR)

    with refused("read but not written"):
        open_store(file, clock)


def test_a_folder_that_takes_no_files_is_refused(ordinary_user: Path, clock: Clock) -> None:
    folder = ordinary_user / "var"
    open_store(folder / "lab.db", clock).close()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)

    with refused("does not allow new files"):
        open_store(folder / "lab.db", clock)


def test_a_folder_below_a_file_is_refused(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "var").touch()

    with refused("not a folder"):
        open_store(tmp_path / "var" / "lab.db", clock)


def test_a_folder_in_place_of_the_record_is_refused(tmp_path: Path, clock: Clock) -> None:
    with refused("cannot be opened"):
        open_store(tmp_path, clock)


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone"])
def test_a_network_drive_is_refused_before_anything_is_written(
    tmp_path: Path, clock: Clock, kind: str
) -> None:
    with refused("network drive"):
        open_store(tmp_path / "var" / "lab.db", clock, lambda: [("/", "ext4"), (str(tmp_path), kind)])
    assert not (tmp_path / "var").exists()


def test_a_local_drive_inside_a_network_drive_is_fine(tmp_path: Path, clock: Clock) -> None:
    mounts = [(str(tmp_path.parent), "nfs"), (str(tmp_path), "ext4")]

    open_store(tmp_path / "lab.db", clock, lambda: mounts).close()

    assert (tmp_path / "lab.db").read_bytes().startswith(b"SQLite format 3")


def test_a_link_to_a_network_drive_is_seen_through(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "var").symlink_to(tmp_path / "share")

    with refused("network drive"):
        open_store(tmp_path / "var" / "lab.db", clock, lambda: [(str(tmp_path / "share"), "cifs")])


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "plan9"])
def test_a_system_that_does_not_tell_its_drives_stops_nobody(platform: str, tmp_path: Path) -> None:
    try:
        mounts = drive.read_mounts(platform)
    except AttributeError:  # there is no windll elsewhere
        mounts = []

    assert drive.network_kind(tmp_path, mounts) is None


@in_a_file
def test_a_full_disk_loses_nothing_that_was_saved(store: Store) -> None:
    li = introduce(store, "Li Hua")
    with store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    with store.write() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with refused("full"):
        for number in range(2000):
            store.enrol("Wang Wei" * 9, number=str(number))
    assert store.owner() == li


def test_a_record_that_another_program_holds_is_told_after_a_while(
    file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_PATIENCE", 0.2)
    store = open_store(file, clock)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with refused("held by another program"):
            introduce(store, "Li Hua")
        other.execute("ROLLBACK")

    assert introduce(store, "Li Hua").name == "Li Hua"
    store.close()


def test_a_copy_put_back_is_kept_as_carefully_as_the_original(file: Path, clock: Clock) -> None:
    store = open_store(file, clock)
    li = introduce(store, "Li Hua")
    copy = file.with_name("copy.db")
    with closing(sqlite3.connect(file)) as other:
        other.execute("VACUUM INTO ?", (str(copy),))
    store.close()
    restored = open_store(copy, clock)

    with restored.read() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert restored.owner() == li
    restored.close()


def test_an_address_without_a_scheme_is_a_file(tmp_path: Path) -> None:
    assert read_address(str(tmp_path / "a.db")) == tmp_path / "a.db"
    assert read_address(f"sqlite:///{tmp_path}/a.db") == tmp_path / "a.db"
    assert read_address(None) == DEFAULT
    assert address_in({}) is None


@pytest.mark.parametrize("address", ["mysql://lab", "sqlite://", "sqlite:///:memory:", "://", "x://y z"])
def test_an_address_of_another_kind_is_refused(address: str, clock: Clock) -> None:
    with refused("LAB_DATABASE_URL"):
        open_store(address, clock)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_server_that_cannot_be_used_is_told_without_its_password(scheme: str, clock: Clock) -> None:
    with pytest.raises(ReaderError, match=r"needs the Python package|does not answer") as caught:
        open_store(f"{scheme}://li:open-sesame@127.0.0.1:9/lab", clock)
    assert "sesame" not in str(caught.value.text)


def test_an_emptied_record_without_a_journal_is_not_opened_as_a_new_one(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "lab.db"
    file.touch()

    with refused("no bytes at all"):
        open_store(file, clock)
    assert file.read_bytes() == b""


def test_a_first_start_that_was_stopped_anywhere_leaves_nothing_that_stops_the_next(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lab.db"
    for step in ("put_in_place", "mkstemp", "make_record"):
        place = integrity if step == "make_record" else new_record
        with monkeypatch.context() as patch:
            patch.setattr(place, step, stop)
            with pytest.raises(KeyboardInterrupt):
                open_store(file, clock)
        assert not file.exists()
    with monkeypatch.context() as patch:
        patch.setattr(store_module, "_prepare", stop)
        with pytest.raises(KeyboardInterrupt):
            open_store(file, clock)

    assert file.stat().st_size > 0
    open_store(file, clock).close()


def test_of_two_that_make_a_record_at_once_both_use_the_first(tmp_path: Path) -> None:
    file = tmp_path / "lab.db"
    new_record.make_record(file)
    with closing(sqlite3.connect(file)) as first:
        first.execute("CREATE TABLE mine (n)")
    new_record.make_record(file)

    with closing(sqlite3.connect(file)) as record:
        assert record.execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]
    assert [path.name for path in tmp_path.iterdir()] == ["lab.db"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_but_its_owner_reads_a_new_record(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "var" / "lab.db"
    store = open_store(file, clock)
    introduce(store, "Li Hua")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [file.parent, *file.parent.iterdir()]}
    store.close()

    assert modes == {"var": 0o700, "lab.db": 0o600, "lab.db-wal": 0o600, "lab.db-shm": 0o600}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_in_place_of_the_record_is_refused_at_once(tmp_path: Path, clock: Clock) -> None:
    os.mkfifo(tmp_path / "lab.db")

    with refused("cannot be opened"):
        open_store(tmp_path / "lab.db", clock)


def stop(*_: object, **__: object) -> None:
    """Ends a start in the middle, as a killed program does."""
    raise KeyboardInterrupt
