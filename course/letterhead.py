"""Who teaches the course, as cover, end and papers show it: the school's name and its logo."""

from dataclasses import dataclass

from course.media import MediaFile, Reference, media_store
from courseware.text import Text
from lessons.plan import Course


@dataclass(frozen=True)
class Letterhead:
    """The school that teaches the course, with its logo if there is one that can be shown."""

    name: Text
    logo: MediaFile | None = None


def letterhead(course: Course) -> Letterhead | None:
    """What stands at the head of a paper and on the cover; None where the course names no school."""
    school = course.school
    if school is None:
        return None
    name = Reference("", "", school.logo or "").name
    file = media_store().find(name) if name is not None else None
    return Letterhead(school.name, file if file is not None and file.kind == "picture" else None)
