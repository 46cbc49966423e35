"""The exercises' door for the command line."""

import sys

from authoring.commands.exercises import main
from courseware.terminal import run_program

if __name__ == "__main__":
    sys.exit(run_program(main))
