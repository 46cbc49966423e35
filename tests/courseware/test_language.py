"""Which language a reader is answered in, whatever asks, and what code may know of a language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseware.language import (
    DEFAULT_LANGUAGE,
    DISPLAY_LANGUAGES,
    LANGUAGES,
    Language,
    accepted_languages,
    conventions,
    negotiate,
    terminal_locale,
)

KNOWN = st.sampled_from(LANGUAGES)
FOREIGN = st.sampled_from([None, "", "fr", "both-ways", "zhuang", "e", "C", "*", 7, ["zh"]])
HEADERS = st.text(alphabet="zhenqfrCNGB-_;=,.01 *\x00\xff", max_size=60)


@given(asked=KNOWN, remembered=KNOWN, accepted=KNOWN)
def test_what_is_asked_goes_before_what_is_remembered_and_that_before_what_is_accepted(
    asked: Language, remembered: Language, accepted: Language
) -> None:
    assert negotiate(asked=asked, remembered=remembered, accepted=accepted) == asked
    assert negotiate(remembered=remembered, accepted=accepted) == remembered
    assert negotiate(accepted=accepted) == accepted


@given(odd=FOREIGN, other=FOREIGN, accepted=KNOWN)
def test_a_wish_that_is_none_of_our_languages_is_passed_over(
    odd: object, other: object, accepted: Language
) -> None:
    assert negotiate(asked=odd, remembered=other, accepted=accepted) == accepted
    assert negotiate(asked=odd, remembered=other) == DEFAULT_LANGUAGE


@given(only=KNOWN, asked=KNOWN, remembered=KNOWN, header=HEADERS)
def test_a_course_of_one_language_answers_in_that(
    only: Language, asked: Language, remembered: Language, header: str
) -> None:
    assert negotiate(asked=asked, remembered=remembered, accepted=header, offered=(only,)) == only


@given(header=HEADERS)
def test_any_header_at_all_gives_each_language_at_most_once(header: str) -> None:
    found = accepted_languages(header)

    assert len(found) == len(set(found))
    assert set(found) <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", ("zh", "en")),
        ("en-GB, en;q=0.9, zh;q=0.9", ("en", "zh")),
        ("fr, de;q=0.9, zh-Hant-TW;q=0.1", ("zh",)),
        ("en;q=0.1, zh;q=0.2", ("zh", "en")),
        ("zh;q=0, en;q=0.001", ("en",)),
        ("EN ; Q=1", ("en",)),
        ("zh;q=2, en;q=-1", ()),
        ("*", ()),
        ("both", ()),
        ("", ()),
        (",;,;q=1", ()),
        ("zhenzhen", ()),
        ("zh" * 9000, ()),
        ("\xff", ()),
        ("zh_CN.UTF-8", ("zh",)),
        ("zh_SG@pinyin", ("zh",)),
        ("C.UTF-8", ()),
    ],
)
def test_a_header_is_read_by_how_welcome_each_language_is(header: str, languages: tuple[Language]) -> None:
    assert accepted_languages(header) == languages


def test_what_can_be_said_only_once_beside_both_languages_is_said_in_the_first() -> None:
    assert negotiate(asked="both", remembered="en") == "zh"


@pytest.mark.parametrize(
    ("variables", "locale"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN.UTF-8"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "C"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh_CN.UTF-8"),
        ({"LC_MESSAGES": "zh_SG", "LANG": "de_DE"}, "zh_SG"),
        ({}, ""),
    ],
)
def test_a_terminal_says_its_locale_by_the_usual_variables(variables: dict[str, str], locale: str) -> None:
    assert terminal_locale(variables) == locale


def test_every_language_has_conventions_of_its_own() -> None:
    assert len({conventions(language) for language in LANGUAGES}) == len(LANGUAGES)
    assert (*LANGUAGES, "both") == DISPLAY_LANGUAGES
