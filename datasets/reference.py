"""The page that tells of every dataset and column, written from what the code knows."""

from collections.abc import Iterator

from courseware.language import conventions
from courseware.text import LANGUAGES, Language, Text
from datasets.column import KINDS, Column, Dataset
from datasets.making import catalogue

_HEADS = Text(en="| column | title | kind | what it tells |", zh="| 列名 | 名称 | 类型 | 含义 |")
_LESSON = Text(en="lesson", zh="课")


def listing() -> str:
    """One line a dataset: its name and its story."""
    width = max(map(len, catalogue()))
    return "\n".join(
        f"{name:{width}}  {dataset.story.en}\n{'':{width}}  {dataset.story.zh}"
        for name, dataset in catalogue().items()
    )


def columns_page() -> str:
    """Every dataset's columns as Markdown, in English and in Chinese."""
    lines = [
        "# The datasets and their columns / 数据集与字段",
        "",
        "`python -m datasets columns > docs/datasets.md` writes this page; change the columns, not the page.",
        "",
    ]
    for language in LANGUAGES:
        for dataset in catalogue().values():
            lines += [*_table(dataset, language), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(dataset: Dataset, language: Language) -> Iterator[str]:
    yield f"## {dataset.title[language]} `{dataset.name}`"
    yield ""
    yield dataset.story[language]
    yield ""
    taught = any(column.lesson for column in dataset.columns)
    yield _HEADS[language] + (f" {_LESSON[language]} |" if taught else "")
    yield "|---|---|---|---|" + ("---|" if taught else "")
    for column in dataset.columns:
        yield _row(column, language) + (_lesson(column) if taught else "")


def _row(column: Column, language: Language) -> str:
    meaning = column.meaning[language]
    said = conventions(language)
    if column.choices:
        listed = said.semicolon.join(f"`{code}` {text[language]}" for code, text in column.choices.items())
        meaning = f"{meaning}{said.blank}{listed}{said.full_stop}"
    kind = KINDS[column.kind][language]
    if column.unit:
        kind = said.aside.format(what=kind, aside=column.unit[language])
    return f"| `{column.name}` | {column.title[language]} | {kind} | {meaning} |"


def _lesson(column: Column) -> str:
    return f" `{column.lesson}` |" if column.lesson else "  |"
