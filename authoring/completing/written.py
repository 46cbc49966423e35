"""What already stands in a text, broken or not: the words by their paths, and the keys of each mapping."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from authoring.outline import OutlinePath, Token, outline_of


@dataclass(frozen=True)
class WrittenKeys:
    """The words at each path, and the keys that stand in each mapping."""

    words: Mapping[OutlinePath, str]
    keys: Mapping[OutlinePath, Sequence[str]]

    def word(self, *path: str | int) -> str | None:
        """What stands at a path; None if nothing does."""
        return self.words.get(path)

    def items(self, *path: str | int) -> list[OutlinePath]:
        """The paths of the items of a list."""
        places = {found[: len(path) + 1] for found in (*self.words, *self.keys) if found[: len(path)] == path}
        return sorted(found for found in places if isinstance(found[-1], int) and len(found) > len(path))


def written_in(text: str) -> WrittenKeys:
    """What stands in a text."""
    words: dict[OutlinePath, str] = {}
    keys: dict[OutlinePath, list[str]] = {}
    lines = text.removeprefix("\ufeff").split("\n")
    for line, outline in zip(lines, outline_of(lines), strict=True):
        for token in outline.tokens:
            if token.role == "key" and token.is_written:
                keys.setdefault(token.path[:-1], []).append(str(token.path[-1]))
            elif token.role == "value" and token.quote not in {"|", ">"} and (word := _word(line, token)):
                words[token.path] = word
    return WrittenKeys(words, keys)


def _word(line: str, token: Token) -> str:
    word = line[token.start : token.end].strip()
    return word[1:-1] if token.quote and word.endswith(token.quote) else word
