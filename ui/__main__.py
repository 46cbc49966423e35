"""Starts the lab: ``python -m ui --port 8501``."""

import sys

from ui.server import main

sys.exit(main(sys.argv[1:]))
