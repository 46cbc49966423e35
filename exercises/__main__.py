"""The command line of the exercises."""

import sys

from authoring.commands.exercises import main
from courseware.terminal import run_program

if __name__ == "__main__":
    sys.exit(run_program(main))
