"""Problems are told in the order in which a teacher meets them in the file."""

from courseware.problem import Problem
from courseware.text import Text

ADVICE = Text(en="Mend it.", zh="请修改。")


def problem(line: int, column: int, words: str) -> Problem:
    return Problem("a.yaml", line, column, "stem", Text(en=words, zh="有问题。"), ADVICE)


def test_a_page_tells_the_place_and_then_only_the_readers_words() -> None:
    one = problem(2, 9, "This is wrong.")

    assert one.tell("en") == "a.yaml:2:9: This is wrong. Mend it."
    assert one.tell("zh") == "a.yaml:2:9: 有问题。请修改。"


def test_problems_stand_in_the_order_of_the_file_even_where_two_share_a_place() -> None:
    first, second, third = problem(2, 9, "a"), problem(10, 1, "a"), problem(10, 1, "b")

    assert sorted({third, second, first}) == [first, second, third]
