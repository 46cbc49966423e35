"""What those who write questions of this kind are told and offered."""

from pathlib import Path
from typing import Final

from courseware.asked import Asked
from courseware.words import WordFile
from exercises.help import WritersHelp

_WORDS: Final = WordFile.beside(__file__)

HELP: Final = WritersHelp(
    title=_WORDS["fill_in_a_table"],
    offer=_WORDS["table_cells_marked"],
    example=Path(__file__).with_name("example.yaml"),
    form=(
        Asked(("corner",), _WORDS["corner"]),
        Asked(("columns", "*"), _WORDS["column_n"]),
        Asked(("rows", "*", "text"), _WORDS["row_n"]),
    ),
    parts={},
)
