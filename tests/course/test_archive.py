"""A zip that somebody sends is unpacked only if nothing in it can do harm."""

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.archive import MAX_FILES, MAX_TOTAL, PARTS, Files, pack, unpack
from courseware.limits import MAX_BYTES
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.text import LANGUAGES
from tests.hostile.timing import within

GOOD = {"lessons/tea.yaml": "schema: lesson/1\n", "bank/tea.yaml": "schema: bank/1\n# 茶\n"}
Entry = zipfile.ZipInfo


def made(*entries: tuple[str | Entry, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these entries, whatever they are called."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", how) as packed:
        warnings.simplefilter("ignore", UserWarning)  # two of a name are meant
        for name, data in entries:
            info = name if isinstance(name, Entry) else Entry("x")
            if isinstance(name, str):
                info.filename = name
            info.compress_type = how
            packed.writestr(info, data)
    return stream.getvalue()


def entry(name: str, *, mode: int = 0) -> Entry:
    """An entry of a kind of file."""
    info = Entry(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def patched(data: bytes, at: int, size: int, value: int, mark: bytes = b"PK\x01\x02") -> bytes:
    """The zip with a number in the first entry of its contents changed."""
    start = data.index(mark) + at
    return data[:start] + value.to_bytes(size, "little") + data[start + size :]


def bomb(name: str = "lessons/tea.yaml", size: int = 60_000_000) -> bytes:
    """A few kilobytes that would grow to sixty megabytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed, packed.open(name, "w") as out:
        block = b"# " * 500_000
        for _ in range(size // len(block)):
            out.write(block)
    return stream.getvalue()


def lying_bomb() -> bytes:
    """The same, declaring that it is a hundred bytes small."""
    data = bomb(size=20_000_000)
    return patched(patched(data, 24, 4, 100), 22, 4, 100, b"PK\x03\x04")


ONE = made(("lessons/tea.yaml", b"id: tea"))
PLAIN = made(("lessons/tea.yaml", b"id: tea"), how=zipfile.ZIP_STORED)
HOSTILE: Mapping[str, tuple[bytes | Callable[[], bytes], str]] = {
    "no zip": (b"schema: lesson/1", "not a whole zip"),
    "nothing": (b"", "not a whole zip"),
    "half a zip": (ONE[: len(ONE) // 2], "not a whole zip"),
    "an absolute path": (made(("/etc/tea.yaml", b"")), "drive, a backslash or a leading slash"),
    "a path upwards": (made(("lessons/../../tea.yaml", b"")), "leads out of the course folder"),
    "a path upwards at the start": (made(("../lessons/tea.yaml", b"")), "leads out of the course folder"),
    "a path through here": (made(("lessons/./tea.yaml", b"")), "leads out of the course folder"),
    "an empty folder name": (made(("lessons//tea.yaml", b"")), "leads out of the course folder"),
    "a backslash": (made(("lessons\\tea.yaml", b"")), "a backslash"),
    "a backslash upwards": (made(("..\\..\\tea.yaml", b"")), "a backslash"),
    "a drive": (made(("C:/lessons/tea.yaml", b"")), "a drive"),
    "a drive without a slash": (made(("C:tea.yaml", b"")), "a drive"),
    "a link": (made((entry("lessons/tea.yaml", mode=stat.S_IFLNK | 0o777), b"/etc/passwd")), "a link or"),
    "a device": (made((entry("lessons/tea.yaml", mode=stat.S_IFCHR | 0o666), b"")), "a link or a device"),
    "a pipe": (made((entry("lessons/tea.yaml", mode=stat.S_IFIFO | 0o666), b"")), "a link or a device"),
    "a password": (patched(ONE, 8, 2, 1), "with a password"),
    "a strong password": (patched(ONE, 8, 2, 0x41), "with a password"),
    "another method": (made(("lessons/tea.yaml", b"id: tea"), how=zipfile.ZIP_LZMA), "ordinary zip"),
    "an unknown method": (patched(ONE, 10, 2, 99), "ordinary zip"),
    "folders too deep": (made(("a/b/lessons/tea.yaml", b"")), "too deep"),
    "a folder in lessons": (made(("lessons/more/tea.yaml", b"")), "too deep"),
    "a program": (made(("lessons/tea.py", b"")), "does not belong"),
    "a page": (made(("lessons/tea.html", b"")), "does not belong"),
    "an upper-case ending": (made(("lessons/tea.YAML", b"")), "does not belong"),
    "a file beside the folders": (made(("lessons/tea.yaml", b""), ("setup.yaml", b"")), "does not belong"),
    "another folder": (made(("lessons/tea.yaml", b""), ("ui/tea.yaml", b"")), "does not belong"),
    "a hidden file": (made(("lessons/.tea.yaml", b"")), "does not belong"),
    "a name that Windows keeps": (made(("lessons/con.yaml", b"")), "Windows cannot keep"),
    "a name that Windows keeps, in capitals": (made(("bank/AUX.yaml", b"")), "Windows cannot keep"),
    "a name that Windows keeps, before a dot": (made(("bank/nul.a.yaml", b"")), "Windows cannot keep"),
    "a name with a superscript that Windows keeps": (made(("lessons/COM¹.yaml", b"")), "Windows cannot keep"),
    "a name whose last blank Windows drops": (made(("lessons/tea .yaml", b"")), "Windows cannot keep"),
    "a name whose last dot Windows drops": (made(("lessons/tea..yaml", b"")), "Windows cannot keep"),
    "no course": (made(("lessons/", b"")), "no course in this zip"),
    "nothing in it": (made(), "no course in this zip"),
    "two of a name": (made(("lessons/tea.yaml", b"1"), ("lessons/tea.yaml", b"2")), "more than once"),
    "two of a name but for case": (made(("bank/Tea.yaml", b"1"), ("bank/tea.yaml", b"2")), "more than once"),
    "two of a name but for spelling": (
        made(("bank/caf\u00e9.yaml", b"1"), ("bank/cafe\u0301.yaml", b"2")),
        "more than once|does not belong",
    ),
    "a line break in a name": (made(("lessons/tea\n.yaml", b"")), "cannot be seen"),
    "an escape in a name": (made(("lessons/\x1b[2J.yaml", b"")), "cannot be seen"),
    "a turned name": (made(("lessons/\u202elmay.yaml", b"")), "cannot be seen"),
    "too many files": (made(*((f"bank/b{i}.yaml", b"") for i in range(MAX_FILES + 1))), "more in this zip"),
    "a file that is too large": (made(("lessons/tea.yaml", b"#" * (MAX_BYTES + 1))), "too large"),
    "files too large together": (
        made(*((f"bank/b{i}.yaml", b"#" * MAX_BYTES) for i in range(MAX_TOTAL // MAX_BYTES + 1))),
        "more in this zip",
    ),
    "a bomb": (bomb, "too large"),
    "a bomb that lies": (lying_bomb, "not a whole zip"),
    "a wrong checksum": (patched(ONE, 16, 4, 12345), "not a whole zip"),
    "a damaged text": (PLAIN.replace(b"id: tea", b"id: ten"), "not a whole zip"),
    "a size that is not": (patched(ONE, 24, 4, 900_000), "not a whole zip"),
    "a place outside the file": (patched(ONE, 42, 4, 2**31), "not a whole zip"),
    "another name inside": (PLAIN.replace(b"lessons/t", b"lessons/s", 1), "not a whole zip"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "words"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_zip_is_refused_with_a_sentence_and_at_once(
    data: bytes | Callable[[], bytes], words: str
) -> None:
    data = data() if callable(data) else data
    with pytest.raises(ReaderError, match=words) as told:
        within(25, partial(unpack, data))

    assert all(told.value.text[language].isprintable() for language in LANGUAGES)


def test_a_text_that_is_no_utf_8_is_told_with_its_place() -> None:
    with pytest.raises(ProblemsFoundError) as told:
        unpack(made(("bank/tea.yaml", "a\n茶".encode("gbk"))))

    (problem,) = told.value.problems
    assert (problem.file, problem.line, problem.column) == ("bank/tea.yaml", 2, 1)


def test_a_million_entries_are_not_even_listed() -> None:
    one = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    table = (one + b"x") * 100_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(table), 0, 0)
    with pytest.raises(ReaderError, match="more in this zip"):
        within(12, partial(unpack, table + end))


def test_what_was_packed_is_unpacked_letter_by_letter() -> None:
    assert unpack(pack(GOOD)) == GOOD


def test_equal_texts_give_equal_bytes_in_whatever_order_they_come() -> None:
    assert pack(GOOD) == pack(dict(reversed(GOOD.items())))


def test_what_could_not_be_unpacked_is_not_packed() -> None:
    with pytest.raises(ReaderError, match="does not belong"):
        pack({"lessons/.tea.yaml": ""})


def test_a_folder_that_was_packed_by_hand_is_read_with_the_litter_left_out() -> None:
    data = made(
        ("my course/", b""),
        ("my course/lessons/", b""),
        ("my course/lessons/tea.yaml", b"id: tea"),
        ("my course/bank/.DS_Store", b"\x00"),
        ("__MACOSX/my course/lessons/._tea.yaml", b"\x00"),
        ("my course/desktop.ini", b"\x00"),
    )

    assert unpack(data) == {"lessons/tea.yaml": "id: tea"}


NAMES = st.builds("{}/x{}.yaml".format, st.sampled_from(["lessons", "bank"]), st.text("abc_-019", max_size=9))
TEXTS = st.dictionaries(
    NAMES,
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff"), max_size=200),
    min_size=1,
    max_size=6,
)
PIECES = ("..", "/", "\\", "lessons/", "bank/", "a", ".yaml", "C:", "\0", "茶", " ", ".", "\n")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_texts_come_back_as_they_were(texts: dict[str, str]) -> None:
    assert unpack(pack(texts)) == texts


def answered(data: bytes) -> None:
    """Unpacked or refused with a sentence: anything else is a fault."""
    texts: Files = {}
    with suppress(ReaderError, ProblemsFoundError):
        texts = within(25, partial(unpack, data))

    assert all(name.partition("/")[0] in PARTS and ".." not in name for name in texts)
    assert all(name.count("/") == 1 and "\\" not in name for name in texts)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_zip_damaged_anywhere_is_answered_calmly(data: st.DataObject) -> None:
    whole = bytearray(
        pack(GOOD) if data.draw(st.booleans()) else made(*((k, v.encode()) for k, v in GOOD.items()))
    )
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    answered(bytes(whole[: data.draw(st.sampled_from([len(whole), len(whole) - 1, len(whole) // 2]))]))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.integers(0, 0xFFFF)),
        max_size=4,
    )
)
def test_any_names_and_kinds_of_file_are_answered_calmly(entries: list[tuple[str, int]]) -> None:
    answered(made(*((entry(name or "a", mode=mode), b"id: a") for name, mode in entries)))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_answered_calmly(data: bytes) -> None:
    answered(data)
    answered(data + pack(GOOD))


def test_names_as_the_explorer_of_a_chinese_windows_writes_them_are_read() -> None:
    data = made(("lessons/gbk.yaml", b"id: tea")).replace(b"gbk", "茶a".encode("gb18030"))

    assert list(unpack(data)) == ["lessons/茶a.yaml"]
