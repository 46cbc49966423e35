"""A new link that lets one teacher's browser in, once: ``python -m ui.link --port 8501``."""

import argparse
import sys
from collections.abc import Sequence

from classroom import make_link
from courseware.problem import ReaderError
from courseware.terminal import run_program
from web.greeting import link_of
from web.own_address import in_network
from web.records import records_here
from web.server import PORT, terminal_language


def main(arguments: Sequence[str]) -> int:
    """Prints the link; 1 and a sentence if the record cannot be opened."""
    parser = argparse.ArgumentParser(prog="python -m ui.link", description=main.__doc__)
    parser.add_argument("--port", type=int, default=PORT, help=f"where the lab answers (default {PORT})")
    parser.add_argument("--host", default=in_network() or "localhost", help="the lab's name or number")
    asked = parser.parse_args(arguments)
    try:
        print(link_of(f"http://{asked.host}:{asked.port}", make_link(records_here())))
    except ReaderError as error:
        print(error.text[terminal_language()], file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(run_program(lambda: main(sys.argv[1:])))
