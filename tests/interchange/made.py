"""Made-up questions of every kind for the tests of export and import, and the whole bank frozen once."""

from functools import cache

from hypothesis import strategies as st

from course import all_exercises
from courseware.text import Text
from exercises.portable.question import FALSE, TRUE
from interchange import Loss, Portable, PortableNumber, PortableOption, PortablePair, freeze

SECRET = b"a secret for tests of carrying"


@cache
def whole_bank() -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    """One version of every item that each format can hold, and what stays behind."""
    portables, losses = with_several_answers()
    return tuple(one for one in portables if one.kind != "cloze"), losses


@cache
def with_several_answers() -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    """The same with the items that ask for several answers, which Moodle XML alone can hold."""
    return freeze(all_exercises().values(), variants=1, secret=SECRET)


def both(words: str) -> Text:
    """The same words on both sides."""
    return Text(en=words, zh=words)


def question(kind: str = "single", **parts: object) -> Portable:
    """A question about little, with whatever the test is about."""
    given: dict[str, object] = {
        "id": "made.up",
        "category": ("made",),
        "name": both("made.up"),
        "stem": Text(en="Which one is it?", zh="是哪一个？"),
        "kind": kind,
        "explain": Text(en="Because it is.", zh="因为就是。"),
        **parts,
    }
    return Portable(**given)  # type: ignore[arg-type]


SINGLE = question(
    options=(
        PortableOption(Text(en="Alpha", zh="甲"), 1.0),
        PortableOption(Text(en="Beta", zh="乙"), 0.0, Text(en="Too late.", zh="太晚。")),
        PortableOption(Text(en="Gamma", zh="丙"), 0.0, Text(en="Too early.", zh="太早。")),
    )
)
SEVERAL = question(
    "several",
    id="made.several",
    options=tuple(PortableOption(both(name), 1 / 2 if name in "AB" else -1 / 3) for name in "ABCDE"),
)
NUMBER = question(
    "number",
    id="made.number",
    numbers=(
        PortableNumber(12.3456, 0.005, 1.0),
        PortableNumber(-12.3456, 0.005, 0.3, Text(en="The other way round.", zh="方向反了。")),
    ),
    unit=Text(en="points", zh="分"),
)
MATCH = question(
    "match",
    id="made.match",
    pairs=tuple(
        PortablePair(both(row), both(choice), Text(en=f"{row} it is.", zh=f"{row} 就是。"))
        for row, choice in (("one", "odd"), ("two", "even"), ("three", "odd"))
    ),
    distractors=(both("neither"),),
)
ORDER = question("order", id="made.order", order=tuple(map(both, ("first", "second", "third", "fourth"))))
TRUTH = question(
    "truth",
    id="made.truth",
    options=(
        PortableOption(TRUE, 0.0, Text(en="Not so.", zh="并非如此。")),
        PortableOption(FALSE, 1.0, Text(en="Indeed.", zh="正是。")),
    ),
    is_shuffled=False,
)
EVERY_KIND = (SINGLE, SEVERAL, TRUTH, NUMBER, MATCH, ORDER)

_LINE = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="‖\u2028\u2029\x85"
    ),
    min_size=1,
    max_size=30,
).map(lambda line: " ".join(line.split()))
LINES = _LINE.filter(bool)
"""One line of anything that people may type, blanks in single file."""
