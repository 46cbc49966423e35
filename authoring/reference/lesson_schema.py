"""The JSON Schemas that let an editor complete and explain the keys of a lesson file."""

import json
from pathlib import Path
from typing import Any, Final

from course.documents import MODELS

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
SCHEMAS: Final = DOCS / "schema"


def schemas() -> dict[Path, str]:
    """The text of each schema file, by its path."""
    return {SCHEMAS / f"{name}.json": _text(model.model_json_schema()) for name, model in MODELS.items()}


def _text(schema: dict[str, Any]) -> str:
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
