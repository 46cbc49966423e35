"""The command line of the datasets: what there is, making files, drawing the pools."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from courseware.problem import ReaderError
from courseware.terminal import Parser, run_program, whole_number
from courseware.text import Text
from datasets.files import write
from datasets.making import catalogue, find, locale_of
from datasets.pool import FOLDER
from datasets.reference import columns_page, listing

_NO_FAKER: Final = Text(
    en="New pools are drawn with Faker, which the lab itself does not need. Install it with make prepare, on "
    r"Windows with py tools\bootstrap.py prepare, then try again.",
    zh="重新生成词库要用到 Faker，而运行实验室并不需要它。请先安装：执行 make prepare，"
    r"在 Windows 上执行 py tools\bootstrap.py prepare，然后再试。",
)


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 2 when the request cannot be met."""
    asked = _parser().parse_args(words)
    try:
        return int(asked.run(asked))
    except ReaderError as error:
        print(f"{error.text.en}\n{error.text.zh}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m datasets", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("list", help="name every dataset").set_defaults(run=_list)
    columns = commands.add_parser("columns", help="print the columns of every dataset as a page")
    columns.set_defaults(run=_columns)
    pools = commands.add_parser("pools", help="draw the pools of words again (needs Faker)")
    pools.add_argument("--out", type=Path, default=FOLDER, help="the folder to write them to")
    pools.set_defaults(run=_pools)
    _add_make(commands.add_parser("make", help="write a dataset to a .csv or .parquet file"))
    return parser


def _add_make(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help=f"one of {', '.join(catalogue())}")
    parser.add_argument("--n", type=whole_number, default=1000, help="how many customers (default 1000)")
    parser.add_argument(
        "--seed", type=whole_number, default=1, help="the same seed makes the same file (default 1)"
    )
    parser.add_argument("--locale", default="en_US", help="en_US or zh_CN (default en_US)")
    parser.add_argument("--out", type=Path, required=True, help="the file to write, .csv or .parquet")
    parser.set_defaults(run=_make)


def _list(_: argparse.Namespace) -> int:
    print(listing())
    return 0


def _columns(_: argparse.Namespace) -> int:
    print(columns_page(), end="")
    return 0


def _pools(asked: argparse.Namespace) -> int:
    try:
        from datasets.drawing import draw_pools
    except ModuleNotFoundError as error:
        if error.name != "faker":
            raise
        raise ReaderError(_NO_FAKER) from error
    for path in draw_pools(asked.out):
        print(path)
    return 0


def _make(asked: argparse.Namespace) -> int:
    started = time.perf_counter()
    written = write(
        asked.out,
        find(asked.name),
        n=asked.n,
        seed=asked.seed,
        locale=locale_of(asked.locale),
        progress=lambda done: _show_progress(done, asked.n),
    )
    seconds = time.perf_counter() - started
    print(f"\r{asked.out}: {written:,} rows in {seconds:.1f} s            ", file=sys.stderr)
    return 0


def _show_progress(done: int, of: int) -> None:
    print(f"\r{done:,} of {of:,} customers ({done / of:.0%})", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(run_program(main))
