"""Says what a key of a file is for, in both languages: editors show it, reference pages print it."""

from typing import Any

from pydantic import Field

from courseware.text import Text


def about(en: str, zh: str) -> Any:
    """What a key is for, as the description of its field: one line a language."""
    return Field(description=f"{en}\n{zh}")


def told(description: str) -> Text | None:
    """The description that `about` wrote, language by language; None if it is another one.

    >>> told("What for.\\n用途。")["zh"]
    '用途。'
    """
    en, line_break, zh = description.partition("\n")
    return Text(en=en, zh=zh) if line_break and en.strip() and zh.strip() and "\n" not in zh else None
