"""Printing a lesson: its teaching plan as a file."""

from typing import Final

from authoring.commands.lessons.paper import add_arguments, print_paper
from courseware.commands import Command, spoken
from courseware.text import LANGUAGES, Text

PRINTING: Final = (
    Command(
        "print",
        Text(en="Write the teaching plan of a lesson as a Word document.", zh="把一课的教案写成 Word 文档。"),
        lambda asked: print_paper(asked, spoken(asked)),
        add_arguments,
        (*LANGUAGES, "both"),
    ),
)
