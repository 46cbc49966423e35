"""The command line of the lessons."""

import sys

from authoring.commands.lessons import run
from courseware.terminal import run_program

if __name__ == "__main__":
    sys.exit(run_program(run))
