"""Starts the lab: ``python -m ui --port 8501``."""

import sys

from web.server import main


def _preload() -> None:
    from ui.preload import preload  # takes seconds, so only once the port is ours

    preload()


sys.exit(main(sys.argv[1:], _preload))
