"""The JSON Schema of banks, written from the same models that read them, for completion in editors."""

import json
from pathlib import Path
from typing import Final

from exercises.bank_file import bank_model

SCHEMA: Final = Path(__file__).resolve().parents[1] / "docs" / "schema" / "bank.json"


def schema_text() -> str:
    """The schema as it is to stand in its file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= bank_model().model_json_schema(by_alias=True)
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def write_schema() -> None:
    """Write the file anew."""
    SCHEMA.parent.mkdir(parents=True, exist_ok=True)
    SCHEMA.write_text(schema_text(), encoding="utf-8")


def is_current() -> bool:
    """Whether the file says what the models say."""
    return SCHEMA.is_file() and SCHEMA.read_text(encoding="utf-8") == schema_text()
