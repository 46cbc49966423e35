"""A plain board: words typed on the screen, as large as they fit, kept until the next class."""

from pydantic import JsonValue

from classroom import keep_tool_note, tool_note
from classroom.records.sanitize import passage
from ui.components.board import board
from ui.present.tools.overlay import Overlay


def show(overlay: Overlay) -> None:
    """Draws the board as it was left."""
    run = overlay.run
    kept = tool_note(overlay.visit.store, "board", overlay.lesson.id)

    def written(words: str) -> None:
        note: JsonValue = {"run": run, "by": overlay.presenter, "words": passage(words)}
        keep_tool_note(overlay.visit.store, "board", note, overlay.lesson.id)
        overlay.touch()

    board(
        words_on_board(kept, run, overlay.presenter),
        key=f"tool-board-{run}",
        language=overlay.language,
        on_written=written,
    )


def words_on_board(kept: JsonValue, run: int, presenter: str) -> str:
    """What was written for this class; what another one left is not for the next."""
    if not isinstance(kept, dict) or (kept.get("run"), kept.get("by")) != (run, presenter):
        return ""
    return str(kept.get("words") or "")
