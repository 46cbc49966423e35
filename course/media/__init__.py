"""Pictures, sounds and short videos that a text shows: which files may, where they lie, who names them."""

from course.media.flaws import flaws_in, flaws_of
from course.media.saving import keep_media, suggest_name
from course.media.store import MediaFile, MediaStore, layers, media_store
from courseware.media.formats import FOLDER, MediaKind, check_media, check_name
from courseware.media.references import (
    Reference,
    references_in,
    replace_references,
    shown_once,
    without_brackets,
)

__all__ = [
    "FOLDER",
    "MediaFile",
    "MediaKind",
    "MediaStore",
    "Reference",
    "check_media",
    "check_name",
    "flaws_in",
    "flaws_of",
    "keep_media",
    "layers",
    "media_store",
    "references_in",
    "replace_references",
    "shown_once",
    "suggest_name",
    "without_brackets",
]
