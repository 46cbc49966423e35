"""A slide that is read."""

from ui.present.screen import Screen
from ui.present.tongue import fitted, tell


def show(screen: Screen) -> None:
    """Draws the passage."""
    with fitted(f"text-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.tongue, f"text-{screen.key}")
