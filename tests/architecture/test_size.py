"""Small enough to read: no module and no function holds a second thing."""

from statistics import median

from tests.architecture.sources import functions, modules, read


def test_most_modules_fit_on_a_page_or_two() -> None:
    lengths = [len(read(path).splitlines()) for path in modules()]

    assert median(lengths) <= 100


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = {str(path) for path in modules() if len(read(path).splitlines()) > 400}

    assert not long


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = {name: lines for path in modules() for name, lines in functions(path) if lines > 50}

    assert not long


def test_most_functions_fit_in_fifteen_lines() -> None:
    lengths = [lines for path in modules() for _, lines in functions(path)]

    assert sum(length <= 15 for length in lengths) > 0.6 * len(lengths)
