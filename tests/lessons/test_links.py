"""Words of a lesson lead to the glossary."""

from hypothesis import given
from hypothesis import strategies as st

from courseware.source import parse, validate
from lessons import Glossary, Lesson, link_words, linked_terms, terms_in
from tests.course.small_course import GLOSSARY, LESSON


def linked(text: str) -> str:
    return link_words(text, lambda term: f"/t/{term}", lambda term: term.upper())


def test_a_bare_link_shows_the_glossarys_own_word() -> None:
    assert linked("See [[gap]].") == "See [GAP](/t/gap)."


def test_a_link_may_show_other_words() -> None:
    assert linked("见[[gap|差距]]。") == "见[差距](/t/gap)。"


def test_code_is_left_alone() -> None:
    assert linked("`[[gap]]` and ``[[gap]] ` ``") == "`[[gap]]` and ``[[gap]] ` ``"
    assert linked_terms("`[[gap]]`") == ()


def test_each_term_is_named_once_in_the_order_of_the_text() -> None:
    assert linked_terms("[[b]] [[a|x]] [[b|y]]") == ("b", "a")


def test_a_lesson_names_the_terms_of_all_its_texts() -> None:
    assert terms_in(validate(parse(LESSON, "gap.yaml"), Lesson)) == ("gap",)


@given(st.text(alphabet="[]|`a \n", max_size=40))
def test_a_text_without_a_whole_link_stays_as_it_is(text: str) -> None:
    if not linked_terms(text):
        assert linked(text) == text


def test_a_term_is_found_by_any_of_its_words_in_any_language() -> None:
    glossary = validate(parse(GLOSSARY, "glossary.yaml"), Glossary)

    for query in ("GAP", "差距", "满意度", "satisfaction", "value minus"):
        assert "gap" in [term.id for term in glossary.search(query)]


def test_the_term_itself_is_found_before_those_that_mention_it() -> None:
    glossary = validate(parse(GLOSSARY, "glossary.yaml"), Glossary)

    assert [term.id for term in glossary.search("expectation")] == ["expectation", "gap"]
    assert glossary.search("nothing like it") == ()
