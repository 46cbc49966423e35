"""Guide and reference are read at the desk, in the reader's language as far as they are written in it."""

import re

import pytest

import datasets
import simulations
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from tests.ui.reader import errors, open_page, own_record
from ui.desk.manual import PAGES, search, sections

CHINESE = re.compile("[\u4e00-\u9fff]")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_sections_with_headings(language: Language) -> None:
    found = sections(language)

    assert {one.page for one in found} == set(PAGES)
    assert all(one.heading and one.body for one in found)
    prose = {one.heading: CODE.sub("", one.body) for one in found}
    assert not [name for name, body in prose.items() if "![" in body or re.search(r"\]\([a-z-]+\.md", body)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", simulations.catalogue())
def test_every_simulation_is_found_by_its_name_with_all_that_it_takes(name: str, language: Language) -> None:
    found = search(f"`{name}`", language, "simulations")[0]
    words = simulations.catalogue()[name].words

    assert words.title[language] in found.heading
    for parameter in words.parameters.values():
        assert parameter.label[language] in found.body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", datasets.catalogue())
def test_every_column_of_the_data_is_found_in_the_reader_s_language(name: str, language: Language) -> None:
    found = search(f"`{name}`", language, "data")[0]

    assert bool(CHINESE.search(found.heading)) == (language == "zh")
    for column in datasets.find(name).columns:
        assert f"| `{column.name}` | {column.title[language]} |" in found.body


def test_what_says_the_same_in_the_other_language_is_left_out() -> None:
    for language, other in (("en", "zh"), ("zh", "en")):
        found = search("`satisfaction`", language, "simulations")[0].body  # type: ignore[arg-type]
        words = simulations.catalogue()["satisfaction"].words
        assert words.summary[language] in found  # type: ignore[index]
        assert words.summary[other] not in found  # type: ignore[index]
        fields = search("minutes", language, "lesson")[0].body  # type: ignore[arg-type]
        assert ("| what for |" in fields, "用途" in fields) == (language == "en", language == "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_found_wherever_it_stands_and_headings_come_first(language: Language) -> None:
    found = search("predict", language)

    assert {"lesson", "examples"} <= {one.page for one in found}
    assert search("no such word anywhere", language) == ()
    assert len(search("", language)) == len(sections(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_a_page_of_the_desk(language: Language, tmp_path_factory: pytest.TempPathFactory) -> None:
    with own_record(tmp_path_factory.mktemp("record")):
        page = open_page("desk", language, "teacher", do="help")
        page.text_input(key="desk-help-words").set_value("recovery").run()

    assert errors(page) == []
    assert any(say("help_simulations", language) in one.label for one in page.expander)
