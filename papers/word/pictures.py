"""Puts pictures of the course into a document, none wider than its cell nor higher than a third of a page."""

from io import BytesIO
from typing import Final

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.shape import InlineShape
from docx.shared import Length, Mm
from docx.text.run import Run

from course.media import MediaFile

HIGHEST: Final = Mm(80)
_UNREADABLE: Final = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    ZeroDivisionError,  # a resolution of nothing
)


def add_picture(run: Run, file: MediaFile, alt: str, widest: Length, highest: Length = HIGHEST) -> bool:
    """Whether the picture could be put into the run, its words beside it for who cannot see it."""
    try:
        shape = _placed(run, file.data())
    except OSError:  # it has gone meanwhile
        return False
    smaller = min(1.0, widest / shape.width, highest / shape.height)
    shape.width, shape.height = Length(round(shape.width * smaller)), Length(round(shape.height * smaller))
    properties = shape._inline.docPr
    properties.set("descr", alt)
    properties.set("title", "")
    return True


def _placed(run: Run, data: bytes) -> InlineShape:
    """The picture at its own size; what Word does not know, such as WebP, as PNG."""
    try:
        return run.add_picture(BytesIO(data))
    except _UNREADABLE:
        from PIL import Image  # few pictures need it

        plain = BytesIO()
        with Image.open(BytesIO(data)) as picture:
            picture.convert("RGBA").save(plain, "PNG")
        return run.add_picture(plain)
