"""Whatever bytes lie in a file, reading it ends soon and in plain words."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courseware.limits import MAX_BYTES, MAX_DEPTH
from courseware.problem import ProblemsFoundError
from courseware.source import decode, parse, read_source
from tests.hostile.timing import within

BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "\n".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
DEEP_BY_ALIAS = f"a: &a {'[' * 30}{']' * 30}\nb: &b {'[' * 30}*a{']' * 30}\n"
SIGNS = "a中：[]{}\"'>|?#%,@\n\t\x00\x85\ufeff\u2028\ud800"
WORDS = ("- ", ": ", "  ", "&a ", "*a", "!x ", "---", "...", "<<", "1e999", "9" * 50)
PIECES = st.sampled_from([*SIGNS, *WORDS])


def places_of(text: str) -> list[tuple[int, int]]:
    """Where problems were found; the place of the whole if there are none."""
    try:
        return [parse(text, "f").place([])]
    except ProblemsFoundError as found:
        return [(problem.line, problem.column) for problem in found.problems]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB, "more than"),
        (DEEP_BY_ALIAS, "levels deep"),
        ("[" * 100_000, "levels deep"),
        ("- " * 100_000, "levels deep"),
        ("{a: " * 100_000, "levels deep"),
        ("a: &a [*a]", "inside the thing"),
        ("a: &a {b: *a}", "inside the thing"),
        ("a: !!python/object/apply:os.system [ls]", "!!python/object/apply:os.system"),
        ("a: !!binary aGk=", "tag"),
        ("a: !own 1", "tag"),
        ("a: " + "9" * 5000, "too long"),
        ("a: 1e999", "too long"),
        ("? [a]\n: 1", "key"),
        ("a: \x00", "U+0000"),
        ("a: \x1b[31m", "U+001B"),
        ("a: one\u2028two", "U+2028"),
    ],
)
def test_hostile_text_is_refused_calmly(text: str, words: str) -> None:
    with pytest.raises(ProblemsFoundError) as found:
        within(25, partial(parse, text, "f"))

    assert words in found.value.problems[0].message.en


def test_modest_aliases_are_read() -> None:
    assert parse("a: &a {x: 1}\nb: *a\n", "f").value == {"a": {"x": 1}, "b": {"x": 1}}


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))

    with pytest.raises(ProblemsFoundError, match="bytes"):
        read_source(path)


def test_lists_may_lie_as_deep_as_the_limit_says() -> None:
    found, depth = parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "f").value, 1
    while isinstance(found, list) and found:
        found, depth = found[0], depth + 1

    assert depth == MAX_DEPTH


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_with_a_place(data: bytes) -> None:
    try:
        places = places_of(decode(data, "f"))
    except ProblemsFoundError as found:
        places = [(problem.line, problem.column) for problem in found.problems]

    assert places
    assert min(places) >= (1, 1)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_of_yaml_signs_is_read_or_refused_with_a_place(text: str) -> None:
    places = places_of(text)

    assert places
    assert min(places) >= (1, 1)
