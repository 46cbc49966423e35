"""Questions drawn at random for round trips: every kind, with all that people may type in their texts."""

from hypothesis import strategies as st

from courseware.text import Text
from exercises.portable.question import FALSE, TRUE
from interchange import Portable, PortableNumber, PortableOption, PortablePair
from interchange.markdown_to_html import html_of, plain_of
from interchange.weights import ALLOWED
from tests.interchange.made import LINES

_NO_MARKS = str.maketrans("", "", "*_`\\")
TYPED = LINES.filter(lambda line: sum(line.count(mark) for mark in "*_`") <= 1 and "\ufeff" not in line)
"""Anything typed on a line, short of marks that would make emphasis by chance."""
PARAGRAPHS = TYPED.filter(lambda line: html_of(line).startswith("<p>") and bool(plain_of(line)))
"""The same, short of lone marks such as # or -, which make a title or a list of nothing."""
PIECES = st.one_of(
    PARAGRAPHS,
    TYPED.map(lambda line: f"b **{line.translate(_NO_MARKS)}** e"),
    st.sampled_from(
        ["a **b** c", "*a*", "`x<y`", "$x_1 < 2$", "5 * 3 = 15", "a\\*b", "(a) {b} [c]", "a = b ~ c # d: e"]
    ),
    st.sampled_from(
        ["期望 − 所得", "**期望值**越高", "“惊喜”的客户（差距 > 5）", "70 %", "R&D &amp; <b>", "C:\\new"]
    ),
)
PASSAGES = st.one_of(
    PIECES,
    st.lists(PIECES, min_size=2, max_size=3).map("\n\n".join),
    st.lists(TYPED, min_size=2, max_size=3).map(lambda lines: "\n".join(f"- it is {line}" for line in lines)),
    st.just("| a | b |\n| --- | --- |\n| 1 | x\\|y |"),
)


def says_something(text: Text) -> bool:
    """Whether something is left when the marks are taken away."""
    return bool(plain_of(text.en)) and bool(plain_of(text.zh))


def texts(words: st.SearchStrategy[str] = PIECES) -> st.SearchStrategy[Text]:
    """Texts in both languages."""
    return st.builds(Text, en=words, zh=words).filter(says_something)


def distinct(count: int, most: int, *, prefix: str = "") -> st.SearchStrategy[list[Text]]:
    """Texts that can be told from each other in each language."""
    words = st.lists(
        PIECES.map(lambda piece: prefix + piece).filter(plain_of),
        min_size=2 * count,
        max_size=2 * most,
        unique_by=lambda piece: plain_of(piece).casefold(),
    )
    return words.map(lambda all_: [Text(en=en, zh=zh) for en, zh in zip(all_[::2], all_[1::2], strict=False)])


WHYS = st.one_of(st.none(), texts(PASSAGES))
NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 6))


@st.composite
def options(draw: st.DrawFn, kind: str) -> tuple[PortableOption, ...]:
    """The options of a choice, with the shares that the lab gives them."""
    shown = draw(distinct(2, 5))
    right = 1 if kind == "single" else draw(st.integers(1, len(shown) - 1))
    wrong = 0.0 if kind == "single" else -1 / (len(shown) - right)
    shares = [1 / right] * right + [wrong] * (len(shown) - right)
    return tuple(
        PortableOption(text, share, draw(WHYS))
        for text, share in draw(st.permutations([*zip(shown, shares, strict=True)]))
    )


@st.composite
def numbers(draw: st.DrawFn) -> tuple[PortableNumber, ...]:
    """A right number and slips that do not overlap it."""
    value, width = draw(NUMBERS), draw(st.floats(0, 100).map(lambda one: round(one, 4)))
    far = st.integers(1, 10**6).map(lambda step: value + step * 1000.5)
    shares = st.sampled_from([one for one in ALLOWED if 0 <= one < 100])
    slips = draw(st.lists(st.tuples(far, shares, texts()), max_size=3, unique_by=lambda one: one[0]))
    near = [PortableNumber(float(one), width, share / 100, why) for one, share, why in slips]
    return (PortableNumber(value, width, 1.0), *near)


@st.composite
def answers(draw: st.DrawFn) -> dict[str, object]:
    """What is right, for a kind drawn by lot."""
    kind = draw(st.sampled_from(["single", "several", "truth", "number", "match", "order"]))
    match kind:
        case "number":
            unit = draw(st.sampled_from([None, Text(en="points", zh="分"), Text(en="km", zh="公里")]))
            return {"kind": kind, "numbers": draw(numbers()), "unit": unit}
        case "truth":
            is_true = draw(st.booleans())
            shares = zip((TRUE, FALSE), (float(is_true), float(not is_true)), strict=True)
            options_ = tuple(PortableOption(text, share, draw(WHYS)) for text, share in shares)
            return {"kind": kind, "options": options_}
        case "match":
            rows, choices = draw(distinct(2, 5)), draw(distinct(2, 4, prefix="c "))
            pairs = tuple(PortablePair(row, choices[place % 2]) for place, row in enumerate(rows))
            return {"kind": kind, "pairs": pairs, "distractors": tuple(choices[2:])}
        case "order":
            return {"kind": kind, "order": tuple(draw(distinct(3, 6)))}
        case _:
            return {"kind": kind, "options": draw(options(kind))}


@st.composite
def portables(draw: st.DrawFn) -> Portable:
    """A question that every side could hold."""
    stem = draw(texts(PASSAGES))
    word = st.from_regex(r"[a-z]{2,8}( [a-z]{2,8})?", fullmatch=True)
    hints = draw(st.lists(texts(), max_size=2))
    asked = draw(answers())
    return Portable(
        id=draw(st.from_regex(r"[a-z]{2,6}\.[a-z]{2,6}", fullmatch=True)),
        category=tuple(draw(st.lists(word.filter(lambda one: one != "top"), max_size=2))),
        name=draw(texts(TYPED)),
        stem=Text(en=f"Which? {stem.en}", zh=f"哪个？{stem.zh}"),
        explain=draw(WHYS),
        hints=tuple((hint, 0.1) for hint in hints),
        difficulty=draw(st.integers(1, 3)),
        curriculum=tuple(draw(st.lists(st.integers(1, 40), min_size=1, max_size=3, unique=True))),
        tags=tuple(draw(st.lists(word, max_size=2, unique=True))),
        penalty=draw(st.sampled_from([0.0, 0.1, 0.25, 0.5, 1.0])),
        is_shuffled=draw(st.booleans()) and asked["kind"] != "truth",
        **asked,  # type: ignore[arg-type]
    )
