"""The command line of the simulations: list them, run one, write the reference page."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from courseware.language import negotiate, terminal_locale
from courseware.output import write_output
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.terminal import Parser, run_program
from courseware.text import LANGUAGES, Text
from simulations import catalogue, find
from simulations.report import listing, reference, run_json, run_text

REFERENCE: Final = Path("docs/simulations.md")


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line asks; returns 2, with a sentence, if it asks for what is not there."""
    asked = _parser().parse_args(arguments)
    try:
        print(_answer(asked))
    except ReaderError as error:
        print(error.text[asked.lang], file=sys.stderr)
        return 2
    except ProblemsFoundError as error:
        print("\n".join(problem.show(asked.lang) for problem in error.problems), file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m simulations", description="Run the simulations of the course.")
    language = Parser(add_help=False)
    spoken = negotiate(accepted=terminal_locale(os.environ))
    language.add_argument("--lang", choices=LANGUAGES, default=spoken, help="the language of the labels")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", parents=[language], help="name every simulation")
    run = commands.add_parser("run", parents=[language], help="run one and print its measures")
    run.add_argument("name", help="a name from the list")
    run.add_argument(
        "--set", nargs="+", action="extend", default=[], metavar="KEY=VALUE", help="set parameters"
    )
    run.add_argument("--n", help="the number of customers")
    run.add_argument("--seed", help="the number that decides all chance")
    run.add_argument("--json", action="store_true", help="print JSON instead of text")
    page = commands.add_parser("reference", parents=[language], help="write the reference page")
    page.add_argument("--out", type=Path, default=REFERENCE, help=f"where to (default {REFERENCE})")
    return parser


def _answer(asked: argparse.Namespace) -> str:
    if asked.command == "list":
        return listing(catalogue(), asked.lang)
    if asked.command == "reference":
        return _write(asked.out)
    simulation = find(asked.name)
    model = simulation.model.of(_values(asked))
    return run_json(simulation, model) if asked.json else run_text(simulation, model, asked.lang)


def _values(asked: argparse.Namespace) -> dict[str, object]:
    values: dict[str, object] = {}
    for setting in asked.set:
        name, equals, value = setting.partition("=")
        if not equals:
            raise ReaderError(
                Text(
                    en=f"--set takes name=value, such as expectation=80; got {setting!r}.",
                    zh=f"--set 的写法是 名称=数值，例如 expectation=80；现在是 {setting!r}。",
                )
            )
        _put(values, name, value)
    for name in ("n", "seed"):
        if (value := getattr(asked, name)) is not None:
            _put(values, name, value)
    return values


def _put(values: dict[str, object], name: str, value: object) -> None:
    """Add a value; a ReaderError if there is one already, for one of the two would be lost."""
    if name in values:
        raise ReaderError(
            Text(
                en=f"{name} is set twice, to {values[name]} and to {value}. Set it once.",
                zh=f"{name} 设了两次：{values[name]} 和 {value}。请只设一次。",
            )
        )
    values[name] = value


def _write(out: Path) -> str:
    write_output(out, reference(catalogue()).encode())
    return str(out)


if __name__ == "__main__":
    sys.exit(run_program(main))
