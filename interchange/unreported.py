"""What a file says and neither the question nor its report says again: found by looking for its letters."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import islice
from typing import Final
from unicodedata import normalize

from courseware.text import LANGUAGES, Text
from exercises.portable.question import Portable

_TAG: Final = re.compile(r"<[^<>]{0,400}>")
_MARK: Final = re.compile(r"\\text\{|[*_`~\\$^{}]|\]\([^()\s]{0,300}\)")
_TOKEN: Final = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+")
_MOST: Final = 1000
"""So many pieces of one question are looked for; no question that comes in has a tenth of them."""
_MOST_TOLD: Final = 20
_LONGEST: Final = 60


def unsaid(pieces: Iterable[str], portable: Portable, notes: Sequence[Text]) -> list[Text]:
    """A note on the pieces of a file whose words are in neither; pieces without letters say nothing."""
    kept = [side for text in _kept(portable) for side in (text.en, text.zh)]
    plain = [_MARK.sub(between, one) for one in kept for between in ("", " ")]
    letters = "\n".join(map(_letters, plain))
    tokens = {token for one in plain for token in _tokens(one)}
    told = "\n".join(_letters(note[language]) for note in notes for language in LANGUAGES)
    looked_at = dict.fromkeys(" ".join(piece.split()) for piece in islice(pieces, _MOST))
    lost = [
        one
        for one in looked_at
        if not (_is_said(one, letters, tokens) or _letters(_begin(_TAG.sub("", one)).rstrip("…")) in told)
    ]
    if not lost:
        return []
    shown = [_begin(_TAG.sub("", unescape(one))) for one in lost[:_MOST_TOLD]]
    more = ["…"] * (len(lost) > _MOST_TOLD)
    return [_LOST.fill({"en": "”, “".join([*shown, *more]), "zh": "”“".join([*shown, *more])})]


def _kept(portable: Portable) -> list[Text]:
    """Every text of a question, and what stands above it in the bank."""
    above = [portable.id, *portable.category]
    return [*portable.texts(), portable.name, *(Text(en=one, zh=one) for one in above if one.strip())]


def _is_said(piece: str, letters: str, tokens: set[str]) -> bool:
    words = unescape(piece)
    return _letters(_TAG.sub("", words)) in letters or any(
        tokens.issuperset(_tokens(_TAG.sub(between, words))) for between in ("", " ")
    )


def _letters(words: str) -> str:
    return "".join(_tokens(words))


def _tokens(words: str) -> list[str]:
    return _TOKEN.findall(normalize("NFKC", words).casefold())


def _begin(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


_LOST: Final = Text(en="Left behind of its text: “{en}”.", zh="以下文字没有带入：“{zh}”。")
