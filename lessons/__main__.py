"""The lessons' door for the command line."""

import sys

from courseware.terminal import run_program
from lessons.commands import run

if __name__ == "__main__":
    sys.exit(run_program(run))
