"""Writing what follows from the models: the schemas for editors and the reference page."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from authoring.reference.lesson_page import PAGE, reference
from authoring.reference.lesson_schema import schemas
from courseware.commands import Command
from courseware.source import shown_path
from courseware.text import Language, Text


def _schema(asked: argparse.Namespace) -> int:
    return _keep(schemas(), only_check=asked.check, language=asked.lang)


def _reference(asked: argparse.Namespace) -> int:
    return _keep({PAGE: reference()}, only_check=asked.check, language=asked.lang)


def _keep(texts: Mapping[Path, str], *, only_check: bool, language: Language) -> int:
    """Write the files that differ; only name them, and return 1, if nothing may be written."""
    stale = {path: text for path, text in texts.items() if _differs(path, text)}
    for path, text in stale.items():
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        print((_STALE if only_check else _WRITTEN).fill({"path": shown_path(path)})[language])
    return 1 if stale and only_check else 0


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text


def _only_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="compare, write nothing 只比较，不写入")


_STALE: Final = Text(
    en="{path} is not what the models say: run this command without --check.",
    zh="{path} 与模型不一致：请不带 --check 再运行一次。",
)
_WRITTEN: Final = Text(en="Written: {path}", zh="已写入：{path}")

WRITING: Final = (
    Command(
        "schema",
        Text(en="Write the JSON Schemas for editors.", zh="生成供编辑器使用的 JSON Schema。"),
        _schema,
        _only_check,
    ),
    Command("reference", Text(en="Write the reference page.", zh="生成参考文档。"), _reference, _only_check),
)
