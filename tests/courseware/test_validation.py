"""A file that does not fit its model is explained value by value, in both languages."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import core_schema

from courseware.advice import explain
from courseware.limits import MAX_TOLD
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.source import load, parse, validate
from courseware.text import Text


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Walk(_Strict):
    kind: Literal["walk"]
    minutes: int = Field(gt=0, le=90)
    walk: Mapping[str, float] = {}


class Talk(_Strict):
    kind: Literal["talk"]
    title: Text
    who: int | str = 1
    then: "Walk | tuple[Walk, ...] | None" = None


class Plan(_Strict):
    schema_: Literal["plan/1"] = Field(alias="schema")
    open: bool = True
    share: float = Field(0.5, ge=0, lt=1)
    names: tuple[str, ...] = Field((), max_length=2)
    code: str = Field("a", pattern="^[a-z]+$")
    parts: tuple[Annotated[Walk | Talk, Field(discriminator="kind")], ...] = Field(min_length=1)

    @field_validator("code")
    @classmethod
    def _not_taken(cls, code: str) -> str:
        if code == "taken":
            raise ReaderError(Text(en="This code is taken.", zh="这个代号已被使用。"))
        return code


WHOLE = "schema: plan/1\nparts:\n  - {kind: walk, minutes: 5}\n"


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsFoundError) as found:
        validate(parse(text, "plan.yaml"), Plan)
    return found.value.problems


def test_a_file_that_fits_is_the_model() -> None:
    plan = validate(parse(WHOLE + "names: [a, no]\nshare: 0\n", "plan.yaml"), Plan)

    assert plan.schema_ == "plan/1"
    assert plan.names == ("a", "no")


@pytest.mark.parametrize(
    ("line", "place", "field", "advice"),
    [
        ("opne: true", (4, 1), "opne", "Did you mean open?"),
        ("zzz: true", (4, 1), "zzz", "Use one of: schema, open, share, names, code, parts."),
        ("open: yes", (4, 7), "open", "Write true or false."),
        ("share: '0.5'", (4, 8), "share", "Write digits only, without quotes."),
        ("share: 1", (4, 8), "share", "Write a smaller number."),
        ("share:", (4, 7), "share", "Write a value after the colon, or delete the key."),
        ("names: a", (4, 8), "names", "Begin each entry with '- ', or write [a, b]."),
        ("names: [a, b, c]", (4, 8), "names", "Make it longer or shorter."),
        ("names: [a, 5]", (4, 12), "names.1", "Put it in quotes if it is meant as text."),
        ("code: A1", (4, 7), "code", "Use small English letters, digits and _ . - and begin with a letter."),
        ("code: taken", (4, 7), "code", "Change this value and check again."),
    ],
)
def test_each_slip_has_its_place_and_its_advice(
    line: str, place: tuple[int, int], field: str, advice: str
) -> None:
    (problem,) = problems_of(WHOLE + line + "\n")

    assert (problem.line, problem.column) == place
    assert problem.field == field
    assert problem.advice.en == advice


@pytest.mark.parametrize(
    ("part", "column", "field", "advice"),
    [
        ("{kind: wakl, minutes: 5}", 12, "parts.1.kind", "Did you mean walk?"),
        ("{minutes: 5}", 5, "parts.1", "Say of which kind it is."),
        ("{kind: walk}", 5, "parts.1.minutes", "Add a line 'minutes: …' here."),
        ("{kind: walk, minutes: 0}", 27, "parts.1.minutes", "Write a larger number."),
        ("{kind: walk, minuts: 5, minutes: 5}", 18, "parts.1.minuts", "Did you mean minutes?"),
        (
            "{kind: walk, minutes: 5, walk: {far: x}}",
            42,
            "parts.1.walk.far",
            "Write digits only, without quotes.",
        ),
        ("{kind: talk, title: {en: Hi}}", 25, "parts.1.title.zh", "Write this sentence in Chinese too."),
        ("{kind: talk, title: {zh: 好}}", 25, "parts.1.title.en", "Write this sentence in English too."),
        (
            "{kind: talk, title: {en: Hi, zh: }}",
            38,
            "parts.1.title.zh",
            "Write this sentence in Chinese too.",
        ),
        ("{kind: talk, title: Hi}", 25, "parts.1.title", 'Write {en: "Hi"}; the other language'),
        (
            "{kind: talk, title: {en: a, zh: b}, who: [1]}",
            46,
            "parts.1.who",
            "It may be a whole number or text.",
        ),
        ("{kind: talk, title: {en: a, zh: b}, then: {kind: walk}}", 47, "parts.1.then.minutes", "Add a line"),
        ("walk", 5, "parts.1", "Write 'key: value' lines, or {key: value}."),
    ],
)
def test_a_slip_inside_one_of_several_kinds_is_found_too(
    part: str, column: int, field: str, advice: str
) -> None:
    (problem,) = problems_of(f"{WHOLE}  - {part}\n")

    assert (problem.line, problem.column) == (4, column)
    assert problem.field == field
    assert problem.advice.en.startswith(advice)


def test_a_check_of_the_model_itself_speaks_both_languages() -> None:
    (problem,) = problems_of(WHOLE + "code: taken\n")

    assert problem.message == Text(en="This code is taken.", zh="这个代号已被使用。")


def test_all_problems_are_told_at_once_in_the_order_of_the_lines() -> None:
    problems = problems_of("schema: plan/2\nopen: 1\nparts: []\nextra: 1\n")

    assert [problem.line for problem in problems] == [1, 2, 3, 4]


def test_a_list_whose_entries_are_wrong_is_not_also_called_too_short() -> None:
    assert len(problems_of("schema: plan/1\nparts: [{kind: walk}]\n")) == 1


def test_a_file_that_is_no_mapping_says_what_is_expected() -> None:
    (problem,) = problems_of("- a\n- b\n")

    assert "keys and values" in problem.message.en


def test_no_sentence_shows_a_brace_that_was_meant_to_be_filled() -> None:
    """Each kind of complaint that pydantic knows has a sentence that can be shown."""
    context: dict[str, object] = {
        "gt": 1,
        "ge": 1,
        "lt": 1,
        "le": 1,
        "min_length": 1,
        "max_length": 1,
        "actual_length": 1,
    }
    context |= {"multiple_of": 2, "expected": "'a'", "discriminator": "kind", "forms": "a", "forms_zh": "一"}

    for kind in get_args(core_schema.ErrorType):
        for text in explain(kind, context, "got", "name", ("names",)):
            assert not re.search(r"\{\w*\}", text.en + text.zh)


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from(["walk", "talk", "plan/1", "x", "3", "{got}"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "schema",
                    "parts",
                    "kind",
                    "minutes",
                    "title",
                    "en",
                    "zh",
                    "who",
                    "then",
                    "walk",
                    "odd",
                    "names",
                    "code",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@settings(max_examples=300, deadline=None)
@given(values)
def test_any_values_fit_or_are_explained_at_a_place_in_the_file(value: object) -> None:
    text = str(value).replace("None", "null").replace("True", "true").replace("False", "false")
    problems: tuple[Problem, ...] = ()
    try:
        validate(parse(text, "plan.yaml"), Plan)
    except ProblemsFoundError as found:
        problems = found.problems

    assert all(problem.line == 1 and 1 <= problem.column <= len(text) for problem in problems)


def test_load_reads_and_validates(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    path.write_text(WHOLE, encoding="utf-8")

    assert len(load(path, Plan).parts) == 1


def test_of_thousands_of_mistakes_no_more_are_told_than_anybody_mends() -> None:
    text = WHOLE + "".join(f"key{number}: 1\n" for number in range(5000))
    with pytest.raises(ProblemsFoundError) as found:
        validate(parse(text, "plan.yaml"), Plan)

    assert len(found.value.problems) == MAX_TOLD
