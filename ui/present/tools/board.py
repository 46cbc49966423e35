"""A plain board: words typed on the screen, as large as they fit, kept with the lesson."""

from classroom import keep_tool_note, tool_note
from classroom.plain import passage
from ui.components.board import board
from ui.present.tools.overlay import Overlay


def show(overlay: Overlay) -> None:
    """Draws the board as it was left."""
    kept = tool_note(overlay.visit.store, "board", overlay.lesson.id)

    def written(words: str) -> None:
        keep_tool_note(overlay.visit.store, "board", passage(words), overlay.lesson.id)
        overlay.touch()

    board(str(kept or ""), key="tool-board", language=overlay.language, on_written=written)
