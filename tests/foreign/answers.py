"""Answers to a portable question in the terms of QTI, and what the lab would give for each."""

from collections.abc import Iterator
from itertools import combinations
from math import nan

from interchange import Portable

Answer = str | list[str]


def answers(portable: Portable) -> Iterator[tuple[Answer, float]]:
    """Right, wrong and half-right answers, each with its score."""
    match portable.kind:
        case "single" | "truth":
            yield from ((f"A{n}", option.share) for n, option in enumerate(portable.options, 1))
        case "several":
            yield from _ticked(portable)
        case "number":
            yield from _typed(portable)
        case "match":
            yield from _joined(portable)
        case "order":
            yield from _placed(portable)
        case "blank":
            yield from _written(portable)
        case "text":  # a teacher marks it
            return


def _ticked(portable: Portable) -> Iterator[tuple[Answer, float]]:
    shares = {f"A{n}": option.share for n, option in enumerate(portable.options, 1)}
    right = [name for name, share in shares.items() if share > 0]
    for ticked in (right, right[:1], list(shares), [*right[1:], *(shares.keys() - {*right})]):
        yield ticked, max(0.0, sum(shares[name] for name in ticked))


def _typed(portable: Portable) -> Iterator[tuple[Answer, float]]:
    for number in portable.numbers:
        for far in (0.0, 0.9, -0.9, 1.0, 1.1, -1.1, nan):
            value = round(number.value + far * number.tolerance, 9) if far == far else number.value * 7 + 1e6  # noqa: PLR0124
            hit = next((one for one in portable.numbers if _takes(value, one.value, one.tolerance)), None)
            yield repr(value), hit.share if hit else 0.0


def _takes(value: float, right: float, tolerance: float) -> bool:
    return abs(value - right) <= tolerance + 1e-12 * max(1.0, abs(right))


def _joined(portable: Portable) -> Iterator[tuple[Answer, float]]:
    choices = list(dict.fromkeys([*(pair.choice for pair in portable.pairs), *portable.distractors]))
    right = [choices.index(pair.choice) for pair in portable.pairs]
    for given in (right, [0] * len(right), [(place + 1) % len(choices) for place in right]):
        hits = sum(one == other for one, other in zip(given, right, strict=True))
        yield [f"A{row} C{place + 1}" for row, place in enumerate(given, 1)], hits / len(right)


def _written(portable: Portable) -> Iterator[tuple[Answer, float]]:
    for one in portable.gaps[0].wordings:
        yield one.words, one.share
    yield "something else", 0.0


def _placed(portable: Portable) -> Iterator[tuple[Answer, float]]:
    names = list(range(1, len(portable.order) + 1))
    for order in (names, names[::-1], [names[1], names[0], *names[2:]], [*names[1:], names[0]]):
        pairs = list(combinations(order, 2))
        wrong = sum(first > second for first, second in pairs)
        yield [f"A{name}" for name in order], max(0.0, 1 - 2 * wrong / len(pairs))
