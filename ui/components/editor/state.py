"""What an editor holds: the text, the place of the cursor, and whether its reader has just pressed Ctrl-S."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from ui.session import SessionKeys, told_by

FROM_BROWSER = "now"
"""Under which name the browser reports; `editor` listens to it as ``on_now_change``."""


@dataclass(frozen=True)
class EditorState:
    """The text in the editor as it was last reported; `line` and `column` of the cursor count from 1.

    They always lie within the text, at most behind its last character.

    `text` has line feeds only, whatever was pasted. `revision` grows with each report, so that whoever
    was slow can tell that something newer has come. `saved_with_keys` is true in the one run that
    Ctrl-S has started; the text is then the one at the moment the keys were pressed.
    """

    text: str
    line: int = 1
    column: int = 1
    revision: int = 0
    saved_with_keys: bool = False


def held(key: str, text: str, text_version: str | int = 0) -> EditorState:
    """What the editor with this key holds in this run, asked before it is drawn.

    So a page can look for problems and suggestions first and hand them to `editor` in the same run.
    As long as nothing was typed into this version of the text it is `text` itself.
    """
    said = _said(key)
    _look(key, str(text_version), _count(said, "revision"))
    is_this = said.get("version") == str(text_version)
    shown = str(said.get("text")) if is_this else one_kind_of_line_end(text)
    return EditorState(shown, *_place(said, shown), revision=_count(said, "revision"))


def made_from(key: str) -> int:
    """Which report was the last one known when the server made the version that is now shown."""
    return _looks(key).made_from


@dataclass(frozen=True)
class _Looks:
    version: str
    made_from: int
    latest: int


_LOOKS: Final = SessionKeys("{}-looks", _Looks("", 0, 0))
_SEEN: Final = SessionKeys[int | None]("{}-saves-seen", None)
"""How often Ctrl-S was pressed so far."""
_PRESSED: Final = SessionKeys("{}-save-pressed", False)
"""Whether Ctrl-S has started this run."""


def _looks(key: str) -> _Looks:
    return _LOOKS(key).get()


def _look(key: str, version: str, revision: int) -> None:
    """Remembers that somebody has seen this report, so that what a new version is made from is known."""
    before = _looks(key)
    source = before.made_from if before.version == version else before.latest
    _LOOKS(key).set(_Looks(version, source, revision))


def one_kind_of_line_end(text: str) -> str:
    """The text with line feeds only, as the browser keeps it.

    >>> one_kind_of_line_end("a\\r\\nb\\rc\\n")
    'a\\nb\\nc\\n'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def notice(key: str) -> bool:
    """Takes note of a report before the run it starts, as a callback does; whether Ctrl-S was pressed."""
    said = _said(key)
    _look(key, _looks(key).version, _count(said, "revision"))
    saves = _count(said, "saves")
    # What a browser says that comes back after the server was started anew is old.
    pressed = saves > (saves if (seen := _SEEN(key).get()) is None else seen)
    _SEEN(key).set(saves)
    if pressed:
        _PRESSED(key).set(True)
    return pressed


def saves_seen(key: str) -> int:
    """How often Ctrl-S was pressed so far, as the server counts; from now on one more is one more."""
    return _SEEN(key).begin(0) or 0


def take_saving(key: str, state: EditorState) -> EditorState:
    """The state, marked if Ctrl-S has started this run; the next run knows nothing of it any more."""
    return replace(state, saved_with_keys=_PRESSED(key).pop())


def _said(key: str) -> Mapping[str, Any]:
    said = told_by(key, FROM_BROWSER)
    return said if isinstance(said, Mapping) and isinstance(said.get("text"), str) else {}


def _place(said: Mapping[str, Any], text: str) -> tuple[int, int]:
    """Where the cursor is, within the text: another version may be shorter than the last one."""
    lines = text.split("\n")
    line = min(max(1, _count(said, "line")), len(lines))
    return line, min(max(1, _count(said, "column")), len(lines[line - 1]) + 1)


def _count(said: Mapping[str, Any], name: str) -> int:
    """A number that the browser sent, which is not to be trusted."""
    value = said.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
