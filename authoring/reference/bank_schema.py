"""The JSON Schema of banks for editors and the page for readers, both written from the models."""

import json
from pathlib import Path
from typing import Any, Final

from authoring.reference.bank_page import PAGE, reference
from exercises.bank_file import bank_model

SCHEMA: Final = Path(__file__).resolve().parents[2] / "docs" / "schema" / "bank.json"


def schema_text() -> str:
    """The schema as it is to stand in its file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | _schema()
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def write_schema() -> None:
    """Write both files anew."""
    for path, text in _texts().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def is_current() -> bool:
    """Whether both files say what the models say."""
    return all(path.is_file() and path.read_text(encoding="utf-8") == text for path, text in _texts().items())


def _schema() -> dict[str, Any]:
    return bank_model().model_json_schema(by_alias=True)


def _texts() -> dict[Path, str]:
    return {SCHEMA: schema_text(), PAGE: reference(_schema())}
