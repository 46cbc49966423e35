"""The exercises' door for the command line."""

import sys
from io import TextIOWrapper

from exercises.commands import main

if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main())
