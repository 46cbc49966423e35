"""How thorough the tests in a browser are: of what is alike a sample, or all of it."""

import os


def is_thorough() -> bool:
    """Whether everything is looked at: ``LAB_EVERYTHING=1`` answers every question and walks every slide."""
    return os.environ.get("LAB_EVERYTHING", "") not in ("", "0")
