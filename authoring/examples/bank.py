"""A new bank from the example of a kind of question."""

from pathlib import Path
from typing import Final

from authoring.reference.bank_schema import SCHEMA
from course.folders import bank_layers
from courseware.example import beside_schema, check_name, filled
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.kinds import catalogue


def example(kind: str) -> Path:
    """The file of a kind's example; a RuntimeError if there is none, since every kind must have one."""
    known = catalogue().get(kind)
    if known is None or not known.help.example.is_file():
        raise RuntimeError(f"exercises/kinds/{kind}/ holds no example.yaml")
    return known.help.example


def new_bank(kind: str, name: str) -> str:
    """The text of a new bank of this name; a ReaderError if the name cannot be had."""
    check_name(name)
    if bank_layers().path(f"{name}.yaml").exists():
        raise ReaderError(_THERE.fill({"name": name}))
    text = filled(example(kind).read_text(encoding="utf-8"), {"id": name})
    text = text.replace("- id: example.", f"- id: {name}.")
    return beside_schema(text, SCHEMA, bank_layers().target(f"{name}.yaml").parent)


_THERE: Final = Text(
    en="There is a bank {name} already. Choose another name: python -m exercises new KIND NAME.",
    zh="已有名为 {name} 的题库。请换个名称：python -m exercises new 题型 名称。",
)
