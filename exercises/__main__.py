"""The exercises' door for the command line."""

import sys

from courseware.terminal import run_program
from exercises.commands import main

if __name__ == "__main__":
    sys.exit(run_program(main))
