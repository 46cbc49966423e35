"""The command line of a room: what can be asked for, in which language, and how it ends."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from courseware.language import known_language, negotiate, terminal_locale
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.terminal import Parser
from courseware.text import LANGUAGES, Language, Text


def _none(_parser: argparse.ArgumentParser) -> None:
    """No arguments but the language."""


@dataclass(frozen=True)
class Command:
    """One thing that can be asked for; `run` returns 0 if all is well, 1 if something is to be mended.

    What it is handed has the language of the answer as `lang`, beside what `arguments` adds.
    """

    name: str
    what: Text
    run: Callable[[argparse.Namespace], int]
    arguments: Callable[[argparse.ArgumentParser], None] = _none
    languages: tuple[str, ...] = LANGUAGES
    """What `--lang` takes; a document may be in several."""


def answer(program: str, what: Text, commands: Sequence[Command], arguments: Sequence[str] | None) -> int:
    """Do what the command line asks; what cannot be understood or done ends with a sentence and a 2.

    Problems of files are printed to be mended and end with a 1.
    """
    asked = _parser(program, what, commands).parse_args(arguments)
    language = spoken(asked)
    try:
        code: int = asked.run(asked)
    except ProblemsFoundError as error:
        for problem in error.problems:
            print(problem.show(language))
        return 1
    except ReaderError as error:
        print(error.text[language], file=sys.stderr)
        return 2
    return code


def spoken(asked: argparse.Namespace) -> Language:
    """The language in which the person at the terminal is answered."""
    return negotiate(asked=known_language(asked.lang), accepted=terminal_locale(os.environ))


def _parser(program: str, what: Text, commands: Sequence[Command]) -> argparse.ArgumentParser:
    parser = Parser(prog=program, description=f"{what.en} {what.zh}")
    here = negotiate(accepted=terminal_locale(os.environ))
    several = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in commands:
        said = f"{command.what.en} {command.what.zh}"
        one = several.add_parser(command.name, help=said, description=said)
        one.add_argument("--lang", choices=command.languages, default=here, help="language 输出语言")
        command.arguments(one)
        one.set_defaults(run=command.run)
    return parser
