"""Somebody writes a file in another editor: the browser asks, and the desk shows it within a second."""

from course import files
from ui.components.watch import watch
from web.addresses import STAMP


def watch_files(stamp: files.CourseStamp) -> None:
    """Runs the page again once a file is another than at this `stamp`. Takes no room."""
    watch(STAMP, files.fingerprint(stamp), key="desk-watch")
