"""What a window tells when a key was pressed: kept, and done, before the run that draws it."""

from dataclasses import replace

from ui.components.stage import told_here
from ui.present.actions import perform_in_turn, read_actions
from ui.present.merging import merged, touched
from ui.present.screen import Screen, screen_of
from ui.present.state import Presentation, State, read_told
from ui.present.sync import put_back
from ui.present.tools.overlay import Overlay, follow


def hear(screen: Screen, state: State, presentation: Presentation) -> None:
    """Keeps what is new in what the browser tells, and does what it asks for. A callback's work.

    `state` is how the presentation stood when the window was drawn.
    """
    told = told_here()
    put_back(told.get("heard"))
    before, said = presentation.state(), read_told(told.get("state"), state)
    after = merged(before, said)
    follow(overlay_at(screen, presentation), before, after)
    presentation.keep(said)

    def screen_at(slide: str) -> Screen:
        return screen_of(screen.visit, screen.lesson, replace(after, slide=slide), screen.hall)

    perform_in_turn(screen_at, read_actions(told.get("actions")))


def overlay_at(screen: Screen, presentation: Presentation) -> Overlay:
    """Where a class tool is drawn in this window."""
    return Overlay(
        screen.visit,
        screen.lesson,
        screen.display_language,
        lambda: presentation.keep(touched(presentation.state())),
        presentation.presenter,
    )
