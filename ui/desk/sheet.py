"""A file that is open on the desk: the text it began from, what stands in the editor, how saving went."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from classroom import (
    Conflict,
    Refused,
    Saved,
    Why,
    digest_of,
    drop_unsaved,
    keep_revision,
    keep_unsaved,
    note_file,
    save_file,
    unsaved,
)
from course import files
from course.files import CourseStamp, FileEntry
from ui.components.editor import EditorState, held
from ui.desk.verdict import verdict
from ui.session import SessionKey, SessionKeys
from ui.visit import Visit

Note = Literal["opened", "draft", "saved", "refused", "outside", "put"]


@dataclass(frozen=True)
class OpenFile:
    """One open file. `begun` is the text that the editor began from, with line feeds only; `base` its
    digest as it lies on the disk, None for a file that is not there.

    `text` is what the desk last put into the editor, as the `version`-th. `theirs` is what somebody
    else has written meanwhile, if `is_contested`.
    """

    entry: FileEntry
    author: str
    base: str | None
    begun: str
    newline: str
    text: str
    version: int = 0
    stamp: CourseStamp = ()
    note: Note = "opened"
    at: datetime | None = None
    is_contested: bool = False
    theirs: str | None = None
    jump: tuple[int, int, int] | None = None

    @property
    def key(self) -> str:
        """The name of its editor."""
        return f"desk-editor-{self.entry.name}"

    @property
    def text_version(self) -> str:
        """Which text the editor was given: by number and by what it says.

        A tab that comes back to another session counts from the start again; what it was given long ago
        must not be held for what was typed into the text of today.
        """
        return f"{self.version}-{digest_of(self.text)[:12]}"

    def live(self) -> EditorState:
        """What stands in the editor now, without halves of characters, which nothing can keep."""
        state = held(self.key, self.text, self.text_version)
        return replace(state, text=state.text.encode(errors="replace").decode().replace("\0", "?"))

    def is_changed(self, text: str) -> bool:
        """Whether `text` is still to be saved."""
        return text != self.begun or self.base is None

    def written(self, text: str) -> str:
        """`text` with the line ends that the file has."""
        return text.replace("\n", self.newline)


def with_line_feeds(text: str) -> str:
    """The text with line feeds only, as an editor holds it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


_SHEETS: Final = SessionKey[dict[str, OpenFile]]("desk-sheets", {})
_KEPT: Final = SessionKeys[str | None]("desk-kept:{}", None)
"""The unsaved text of each file as it was kept last."""


def open_sheet(visit: Visit, entry: FileEntry, author: str) -> OpenFile:
    """The sheet of this session, or a new one: with what its author left unsaved, else with the file's text.

    Raises ProblemsFoundError if the file is no text.
    """
    kept = _sheets().get(entry.name)
    if kept is not None and kept.author == author:
        return put(replace(kept, entry=entry))
    return put(_opened(visit, entry, author))


def close(name: str) -> None:
    """Takes the sheet of a file that can no longer be read out of this session; its unsaved text is kept."""
    _sheets().pop(name, None)
    _KEPT(name).pop()


def put(sheet: OpenFile) -> OpenFile:
    """Keeps the sheet for the next run of this session."""
    _sheets()[sheet.entry.name] = sheet
    return sheet


def sheet_of(name: str) -> OpenFile:
    """The sheet of a file that is open in this session, as it is now; for callbacks."""
    return _sheets()[name]


def sheet_if_open(name: str) -> OpenFile | None:
    """The same, or None for a file that is not open."""
    return _sheets().get(name)


def show(sheet: OpenFile, text: str, note: Note = "put") -> OpenFile:
    """The sheet with `text` in its editor, where it can be undone."""
    return put(_shown(sheet, text, note))


def _shown(sheet: OpenFile, text: str, note: Note) -> OpenFile:
    return replace(sheet, text=text, version=sheet.version + 1, note=note)


def jump_to(name: str, line: int, column: int) -> OpenFile:
    """The sheet of a file, its cursor told to go there."""
    sheet = sheet_of(name)
    number = sheet.jump[2] + 1 if sheet.jump else 1
    return put(replace(sheet, jump=(line, column, number)))


def _sheets() -> dict[str, OpenFile]:
    """The open files of this session by their names.

    Where the session is asked for anything a run may end, because the page has something newer to tell.
    Whoever writes to the disk takes this first and asks nothing more until it is noted here.
    """
    return _SHEETS.begin({})


def _opened(visit: Visit, entry: FileEntry, author: str) -> OpenFile:
    stamp = files.stamp_of(entry.file)
    there = note_file(visit.store, entry.file)
    begun = with_line_feeds(there or "")
    sheet = OpenFile(entry, author, _digest(there), begun, _newline(there), begun, stamp=stamp)
    left = unsaved(visit.store, entry.name, author)
    if left is None or with_line_feeds(left.text) == begun:
        return sheet
    is_contested = left.base != sheet.base
    return replace(
        sheet,
        base=left.base,
        text=with_line_feeds(left.text),
        note="draft",
        at=left.at,
        is_contested=is_contested,
        theirs=there if is_contested else None,
    )


def watch(visit: Visit, sheet: OpenFile, text: str) -> OpenFile:
    """The sheet after a look at its file: a change from outside is shown, or set beside unsaved text."""
    stamp = files.stamp_of(sheet.entry.file)
    if stamp == sheet.stamp:
        return sheet
    there = note_file(visit.store, sheet.entry.file)
    sheet = replace(sheet, stamp=stamp)
    if _digest(there) == sheet.base or (there is not None and with_line_feeds(there) == text):
        return put(_begun(sheet, there) if there is not None else sheet)
    if there is None or sheet.is_changed(text):
        return put(replace(sheet, is_contested=True, theirs=there))
    return show(_begun(sheet, there), with_line_feeds(there), "outside")


def keep_draft(visit: Visit, sheet: OpenFile, text: str) -> None:
    """Keeps what is not saved, so that a reload or a lost connection costs nothing."""
    kept = _KEPT(sheet.entry.name)
    wanted = text if sheet.is_changed(text) else None
    if wanted == kept.get():
        return
    if wanted is None:
        drop_unsaved(visit.store, sheet.entry.name, sheet.author)
    else:
        keep_unsaved(visit.store, sheet.entry.name, sheet.author, sheet.written(wanted), base=sheet.base)
    kept.set(wanted)


def save(visit: Visit, sheet: OpenFile, text: str, *, why: Why = "saved") -> OpenFile:
    """Saves `text`, or says on the sheet what stands against it.

    With ``why="replaced"`` it takes the place of what somebody else has written, if that is all they wrote.
    """
    sheets = _sheets()
    after = sheets[sheet.entry.name] = _saved(visit, sheet, text, why)
    return after


def _saved(visit: Visit, sheet: OpenFile, text: str, why: Why) -> OpenFile:
    """The sheet after `text` was written to the file, or was not; asks the session nothing."""
    words = sheet.written(text)
    outcome = save_file(
        visit.store,
        sheet.entry.file,
        words,
        base=_digest(sheet.theirs) if why == "replaced" else sheet.base,
        author=sheet.author,
        check=lambda given: verdict(sheet.entry, with_line_feeds(given)).problems,
        why=why,
    )
    match outcome:
        case Saved():
            files.look()
            saved = _begun(replace(sheet, stamp=files.stamp_of(sheet.entry.file)), words)
            return replace(saved, note="saved", at=outcome.revision.at)
        case Refused():
            return replace(sheet, note="refused")
        case Conflict():
            return replace(sheet, is_contested=True, theirs=outcome.theirs)


def set_aside(visit: Visit, sheet: OpenFile, text: str) -> OpenFile:
    """Goes on from their text; mine is kept in the history of the file."""
    sheets, there = _sheets(), sheet.theirs or ""
    keep_revision(visit.store, sheet.entry.name, sheet.written(text), author=sheet.author, why="aside")
    after = sheets[sheet.entry.name] = _shown(_begun(sheet, there), with_line_feeds(there), "put")
    return after


def restore(visit: Visit, sheet: OpenFile, live: str, words: str) -> OpenFile:
    """Makes an older text the file's again; what was unsaved is kept in the history.

    An older text that has errors is put into the editor instead, to be mended.
    """
    sheets = _sheets()
    if sheet.is_changed(live):
        keep_revision(visit.store, sheet.entry.name, sheet.written(live), author=sheet.author, why="aside")
    after = _saved(visit, sheet, with_line_feeds(words), "restored")
    if not after.is_contested:
        after = _shown(after, with_line_feeds(words), after.note)
    sheets[sheet.entry.name] = after
    return after


def _begun(sheet: OpenFile, there: str) -> OpenFile:
    """The sheet as one that began from this text of the file."""
    return replace(
        sheet,
        base=digest_of(there),
        begun=with_line_feeds(there),
        newline=_newline(there),
        is_contested=False,
        theirs=None,
    )


def _digest(there: str | None) -> str | None:
    return None if there is None else digest_of(there)


def _newline(there: str | None) -> str:
    return "\r\n" if there is not None and "\r\n" in there else "\n"
