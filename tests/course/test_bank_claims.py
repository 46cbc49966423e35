"""What an item claims of its key is tried in every draw."""

from course.bank_lint import findings
from course.bank_references import item_findings
from courseware.source import parse
from exercises.bank_file import understand
from tests.exercises.banks import HEAD, ONE, exercise

DRAWN = "    params: {large: {choose: [18, 24, 30]}, small: {choose: [18, 24]}}\n"


def claimed(*claims: str, require: str = "1 < 2") -> dict[tuple[str | int, ...], str]:
    """What is found in an item of three options that makes these claims."""
    lines = "".join(f'      - "{claim}"\n' for claim in claims)
    asked = ONE.replace("Which of these", "With {{large}} and {{small}}, which of these")
    asked = asked.replace("是哪一个？", "{{large}} 和 {{small}}，是哪一个？")
    item = asked.replace("    options:", f'{DRAWN}    require: "{require}"\n    claims:\n{lines}    options:')
    return {finding.loc: finding.message.en for finding in findings(exercise(item))}


def test_claims_that_hold_in_every_draw_are_let_pass() -> None:
    assert claimed("large > 0", "small > 0", "large + small > 30") == {}


def test_a_key_that_is_false_in_some_draws_is_refused() -> None:
    found = claimed("large > small", "small > 0", "large > 0")

    assert list(found) == [("claims", 0)]
    assert found["claims", 0] == "This does not hold when large = 18, small = 18."


def test_draws_that_the_item_excludes_do_not_count() -> None:
    assert claimed("large > small", "small > 0", "large > 0", require="large > small") == {}


def test_a_claim_that_is_no_comparison_is_refused() -> None:
    assert (
        claimed("large - small", "small > 0", "large > 0")["claims", 0]
        == "large - small is not a comparison."
    )


def test_claims_speak_of_every_option() -> None:
    item = ONE.replace("    options:", '    claims: ["1 < 2"]\n    options:')
    bank = understand(parse(HEAD + item, "small.yaml"))

    told = [(finding.loc, finding.message.en) for finding in item_findings(bank.items[0], {})]

    assert told == [(("claims",), "There are 1 claims for 3 options.")]
