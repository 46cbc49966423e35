"""What can be done to an open file as a whole: copied, given another name, deleted into the bin."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from authoring.examples.lesson import is_free
from authoring.renaming import mended, placed, under
from classroom import Change, Saved, delete_file, rename_file, replace_unreadable, save_file
from course import CourseFile, bank_layers, files, lesson_layers
from course.files import FileEntry
from course.folders import parts
from course.status import CourseStatus
from courseware.example import check_name, suggested_name
from courseware.interface import both, say
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.text import Text, in_each
from ui.desk.making import ask_name, to_open
from ui.desk.said import SAID, TOLD
from ui.desk.sheet import OpenFile, close
from ui.desk.verdict import verdict
from ui.prose import literal
from ui.visit import Visit


def file_menu(visit: Visit, pages: Mapping[str, Any], sheet: OpenFile) -> None:
    """Draws the button that opens the ways; a file that the lab came with can only be copied."""
    language, entry = visit.language, sheet.entry
    if entry.kind in ("course", "glossary") and entry.origin != "replaces":
        return
    beside = st.popover(
        say("desk_file", language), icon=":material/draft:", key="desk-file", on_change="rerun"
    )
    if beside.open:
        with beside:
            _ways(visit, pages, sheet)


def _ways(visit: Visit, pages: Mapping[str, Any], sheet: OpenFile) -> None:
    language, entry = visit.language, sheet.entry
    if entry.kind in ("lesson", "bank"):
        _ask_copy(visit, sheet)
    if entry.kind == "lesson":
        st.page_link(
            pages["desk"],
            label=say("desk_adapt", language),
            icon=":material/storefront:",
            query_params={"lang": language, "do": "adapt", "lesson": entry.stem},
        )
    if entry.origin == "built_in" and lesson_layers().own is not None:
        st.caption(say("desk_file_built_in", language))
        return
    if entry.kind in ("lesson", "bank") and entry.origin != "replaces":
        _ask_rename(visit, sheet)
    st.caption(say("desk_delete_back" if entry.origin == "replaces" else "desk_delete_why", language))
    st.button(
        say("desk_delete", language),
        icon=":material/delete:",
        key="desk-delete",
        on_click=_told(partial(_delete, visit, sheet)),
    )


def _ask_copy(visit: Visit, sheet: OpenFile) -> None:
    language = visit.language
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = ask_name("copy", _free_name(sheet.entry), language, is_told=False)
        st.button(
            say("desk_copy_do", language),
            icon=":material/content_copy:",
            key="desk-copy",
            on_click=_told(partial(_copy, visit, sheet, name)),
        )


def _ask_rename(visit: Visit, sheet: OpenFile) -> None:
    language = visit.language
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = ask_name("rename", _free_name(sheet.entry), language, is_told=False)
        st.button(
            say("desk_rename_do", language),
            icon=":material/drive_file_rename_outline:",
            key="desk-rename",
            on_click=_told(partial(_rename, visit, sheet, name)),
        )
    if sheet.entry.kind == "lesson":
        st.caption(say("desk_rename_why", language))


def _free_name(entry: FileEntry) -> str:
    return suggested_name(entry.stem, entry.kind, lambda name: _is_taken(entry, name))


def _is_taken(entry: FileEntry, name: str) -> bool:
    if entry.kind == "lesson":
        return not is_free(name)
    return bank_layers().path(f"{name}.yaml").exists()


def _told(work: Callable[[], None]) -> Callable[[], None]:
    """The work of a button, which says what stands against it instead of raising it."""

    def done() -> None:
        try:
            work()
        except ReaderError as error:
            SAID.set(error.text)
        except ProblemsFoundError as error:
            first = error.problems[0]
            SAID.set(in_each(first.tell))

    return done


def _named(entry: FileEntry, name: str) -> FileEntry:
    """The file of the same kind under another name, which nothing must have yet."""
    check_name(name)
    if _is_taken(entry, name):
        raise ReaderError(_TAKEN.fill({"name": name}))
    return files.entry(entry.name.partition("/")[0], f"{name}.yaml")


def _copy(visit: Visit, sheet: OpenFile, name: str) -> None:
    """Writes the saved text of the file under another name, and opens it."""
    begun, entry, author = to_open(), sheet.entry, sheet.author
    there = _named(entry, name)
    part = entry.name.partition("/")[0]
    text = placed(under(entry.file.text() or "", part, name, is_copy=True), part)
    outcome = save_file(
        visit.store,
        there.file,
        text,
        base=None,
        author=author,
        check=lambda words: verdict(there, words).problems,
        why="copied",
    )
    if not isinstance(outcome, Saved):
        raise ReaderError(_HAS_ERRORS.fill({"file": entry.name}))
    begun.append(there.name)
    files.look()


def _rename(visit: Visit, sheet: OpenFile, name: str) -> None:
    """Gives the file another name, mends what names it, and opens it again."""
    begun, entry, author = to_open(), sheet.entry, sheet.author
    there, part = _named(entry, name), entry.name.partition("/")[0]
    before = entry.file.text() or ""
    old = Change(entry.file, before, under(before, part, name))
    others = _others(entry, name) if part == "lessons" else ()
    close(entry.name)
    rename_file(visit.store, old, there.file, others, author=author)
    begun.append(there.name)
    files.look()


def _others(entry: FileEntry, name: str) -> tuple[Change, ...]:
    """What the plan and the glossary say then."""
    beside = {one.name: one.file for one in files.entries() if one.kind in ("course", "glossary")}
    texts = {key: file.text() or "" for key, file in beside.items()}
    return tuple(
        Change(beside[key], texts[key], after) for key, after in mended(texts, entry.stem, name).items()
    )


def _delete(visit: Visit, sheet: OpenFile) -> None:
    """Takes the file away unless others would break by it; the list of files says where it is."""
    entry, author = sheet.entry, sheet.author
    if broken := _broken_without(entry):
        first = broken[0]
        names = ", ".join(sorted({one.file for one in broken}))
        raise ReaderError(_NEEDED.fill({"file": entry.name, "names": names, "first": in_each(first.tell)}))
    address, seen = st.query_params, entry.file.text() or ""
    close(entry.name)
    TOLD.set(both("desk_file_deleted").fill({"file": literal(entry.name)}))
    del address["file"]
    try:
        delete_file(visit.store, entry.file, seen=seen, author=author)
    except ReaderError:
        address["file"] = entry.name
        TOLD.pop()
        raise
    files.look()


def _broken_without(entry: FileEntry) -> list[Problem]:
    """The errors that other files would have without this one."""
    if entry.origin == "replaces":
        return []
    now = CourseStatus.of(parts())
    before, after = now.problems(), now.without(entry.name).problems()
    found = [one for name in after for one in after[name] if one not in before[name]]
    return [one for one in found if one.severity == "error"]


def bring_back(visit: Visit, file: CourseFile, words: str, author: str) -> None:
    """Puts a deleted text back in its place; a ReaderError says if something else lies there."""
    replace_unreadable(visit.store, file, words, seen=None, author=author, why="restored")
    files.look()


_TAKEN = Text(
    en="{name} is taken: there is a file or a page of this name. Choose another.",
    zh="{name} 已被占用：已有同名的文件或页面。请换个名称。",
)
_HAS_ERRORS = Text(
    en="{file} has errors, so that no copy of it can be used. Mend them first.",
    zh="{file} 中有错误，副本无法使用。请先改正。",
)
_NEEDED = Text(
    en="{file} stays, because other files need it: {names}. For example: {first}",
    zh="{file} 没有删除，因为其他文件要用到它：{names}。例如：{first}",
)
