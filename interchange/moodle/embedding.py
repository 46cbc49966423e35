"""Several answers written into a Moodle text as embedded answers: {2:NUMERICAL:=3.5:0.1#Well done}."""

from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import Final

from courseware.text import Text
from exercises.portable.question import Portable, PortablePart, WantedLanguage
from interchange import markdown_to_html as markup
from interchange.gift.writing import decimal
from interchange.weights import weight

_FINEST: Final = 20
"""Weights are whole numbers there: shares of this many parts are told exactly."""
_ESCAPED: Final = str.maketrans({sign: f"\\{sign}" for sign in "}~#"})


def embedded(portable: Portable, wanted: WantedLanguage) -> Iterator[str]:
    """A paragraph for each answer: what stands before it, its field, and its unit."""
    for part, whole in zip(portable.parts, whole_weights(portable.parts), strict=True):
        unit = f" {markup.inline(part.unit, wanted)}" if part.unit else ""
        yield f"<p>{markup.inline(part.label, wanted)}: {field(part, whole, wanted)}{unit}</p>"


def whole_weights(parts: tuple[PortablePart, ...]) -> list[int]:
    """The weights as the smallest whole numbers of the same proportions.

    >>> whole_weights((PortablePart(Text(en="a", zh="a"), 0.5), PortablePart(Text(en="b", zh="b"), 1.5)))
    [1, 3]
    """
    shares = [max(Fraction(1, _FINEST), Fraction(part.weight).limit_denominator(_FINEST)) for part in parts]
    factor = lcm(*(share.denominator for share in shares))
    least = min(share * factor for share in shares)
    whole = [int(share * factor) for share in shares]
    return [one // int(least) for one in whole] if all(one % int(least) == 0 for one in whole) else whole


def field(part: PortablePart, whole: int, wanted: WantedLanguage) -> str:
    """An answer in Moodle's notation, with what each earns and what is said of it."""
    if part.numbers:
        kind = "NUMERICAL"
        answers = [
            (f"{decimal(one.value)}:{decimal(one.tolerance)}", one.share, one.why) for one in part.numbers
        ]
    else:
        kind = "MULTICHOICE"
        answers = [(_plain(one.text, wanted), one.share, one.why) for one in part.options]
    said = (f"{_share(share)}{words}{_why(why, wanted)}" for words, share, why in answers)
    return f"{{{whole}:{kind}:{'~'.join(said)}}}"


def _share(share: float) -> str:
    return "=" if share >= 1 else f"%{weight(share)}%"


def _why(why: Text | None, wanted: WantedLanguage) -> str:
    return f"#{_plain(why, wanted)}" if why else ""


def _plain(text: Text, wanted: WantedLanguage) -> str:
    return markup.plain(text, wanted).translate(_ESCAPED)
