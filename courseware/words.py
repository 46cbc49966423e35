"""The words of the interface: files named `words.yaml` beside what says them, each word by its name."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from courseware.language import Language
from courseware.text import Text, filled


class WordFile(Mapping[str, Text]):
    """The words of one part of the interface; a name that the file does not have is a KeyError."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @classmethod
    def beside(cls, module: str, name: str = "words.yaml") -> "WordFile":
        """The words that lie beside the module whose ``__file__`` this is."""
        return cls(Path(module).with_name(name))

    def __getitem__(self, name: str) -> Text:
        return read_words(self.file)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(read_words(self.file))

    def __len__(self) -> int:
        return len(read_words(self.file))

    def say(self, name: str, language: Language, **values: object) -> str:
        """The words called `name`, with ``{…}`` filled in."""
        text = self[name][language]
        return filled(text, values) if values else text

    def spoken(self, language: Language) -> dict[str, str]:
        """All of them in one language, unfilled, as they go to a script."""
        return {name: text[language] for name, text in self.items()}


@cache
def read_words(file: Path) -> Mapping[str, Text]:
    """Every word of a file by its name; the one way by which words of the interface come in."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {str(name): Text.model_validate(text) for name, text in raw.items()}
