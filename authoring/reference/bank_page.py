"""The reference page of banks, written from the models that read them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from courseware.key_table import key_table

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "bank-files.md"
_OPENING: Final = """\
# Banks of questions · 题库文件

*This page is written by `python -m exercises schema` from the models that read the files. Change it there.*
*本页由 `python -m exercises schema` 根据读取文件的模型生成，请勿直接修改。*

A bank is one YAML file in `exercises/bank/`, or in the folder `bank/` of a course of your own. Begin with the
example of a kind of question: **New questions** on the desk, or `python -m exercises new KIND NAME`.
[Every kind](examples.md) is shown there with its picture. Stems, options, reasons, hints and explanations may
show pictures, sounds and videos, as [lessons](lesson-files.md) do: `![what it shows](media/queue.png)`.

题库是 `exercises/bank/` 中的一个 YAML 文件，自己的课程则放在 `bank/` 文件夹里。请从某种题型的样例开始：
在备课台点“新建题库”，或运行 `python -m exercises new 题型 名称`。[每种题型](examples.md)都配了图。
题干、选项、理由、提示和解析都可以放图片、声音和视频，写法与[课文](lesson-files.md)相同：
`![说明文字](media/queue.png)`。"""


def reference(schema: Mapping[str, Any]) -> str:
    """The whole page as Markdown, from the JSON Schema of banks: bank, kinds, parts."""
    parts = {name: part for name, part in schema["$defs"].items() if "properties" in part and name != "Text"}
    kinds = {name: part for name, part in parts.items() if _type(part)}
    rest = {name: part for name, part in parts.items() if name not in kinds}
    sections = [_section("A bank · 题库", schema)]
    sections += [_section(f"`type: {_type(part)}`", part) for part in kinds.values()]
    sections += [_section(name, part) for name, part in rest.items()]
    return "\n\n".join([_OPENING, *("\n".join(lines) for lines in sections)]) + "\n"


def _section(heading: str, part: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {heading}"
    yield ""
    if about := str(part.get("description", "")).partition("\n")[0]:
        yield about
        yield ""
    yield from key_table(part, lambda name: name)


def _type(part: Mapping[str, Any]) -> str:
    """The kind of question that a part of the schema tells of; empty if it tells of none."""
    return str(part["properties"].get("type", {}).get("const", ""))
