"""The simulations from the command line, asked rightly and wrongly."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import simulations
from simulations import parameters
from simulations.__main__ import main
from simulations.model import MAX_SEED
from simulations.report import reference

ROOT = Path(__file__).parents[2]


def test_every_simulation_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--lang", "zh"]) == 0

    printed = capsys.readouterr().out
    for name, found in simulations.catalogue().items():
        assert name in printed
        assert found.words.title["zh"] in printed


def test_a_run_prints_its_parameters_and_measures_with_labels(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "satisfaction", "--set", "expectation=80", "--n", "100", "--seed", "3"]) == 0

    printed = capsys.readouterr().out
    found = simulations.find("satisfaction")
    for parameter in parameters(found.model):
        assert found.words.parameters[parameter.name].label["en"] in printed
    for words in found.words.measures.values():
        assert words.label["en"] in printed


def test_a_run_as_json_is_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "satisfaction", "--set", "expectation=80", "service=30", "--n", "100", "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    model = simulations.model_of("satisfaction").of({"expectation": 80, "service": 30, "n": 100})
    assert found["parameters"]["expectation"] == 80
    assert found["measures"] == dict(model.measures())


def test_the_largest_numbers_may_be_typed_as_they_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    seed = f"{MAX_SEED:,}"
    assert main(["run", "recovery", "--n", "1,000", "--set", f"seed={seed}", "--json"]) == 0

    asked = json.loads(capsys.readouterr().out)["parameters"]
    assert (asked["n"], asked["seed"]) == (1000, MAX_SEED)


def test_a_measure_that_nobody_can_be_asked_for_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "satisfaction", "--set", "expectation=0", "choosiness=1", "--json"]) == 0

    assert json.loads(capsys.readouterr().out)["measures"]["mean_gap"] is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["run", "satisfacton"], "Did you mean satisfaction?"),
        (["run", "satisfaction", "--set", "expectations=80"], "Did you mean expectation?"),
        (["run", "satisfaction", "--set", "expectation=130"], "from 0 to 120"),
        (["run", "satisfaction", "--set", "expectation=high"], "takes a number from 0 to 120; got 'high'"),
        (["run", "satisfaction", "--set", "expectation"], "name=value"),
        (["run", "satisfaction", "--set", "expectation=80", "expectation=70"], "expectation is set twice"),
        (["run", "satisfaction", "--set", "expectation=80", "--set", "expectation=80"], "set twice"),
        (["run", "satisfaction", "--set", "n=80", "--n", "70"], "n is set twice, to 80 and to 70"),
        (["run", "satisfaction", "--set", "seed=8", "--seed", "7", "--lang", "zh"], "seed 设了两次"),
        (["run", "satisfaction", "--n", "0"], "a whole number from 1 to 2,000,000"),
        (["run", "satisfaction", "--n", "1.5"], "a whole number from 1 to 2,000,000"),
        (["run", "satisfaction", "--n", "inf"], "a whole number"),
        (["run", "satisfaction", "--seed", "-1"], "from 0"),
        (["run", "recovery", "--set", "loss=majr"], "Did you mean major?"),
        (["run", "recovery", "--set", "loss=majr", "--lang", "zh"], "是否想写 major？"),
        (["reference", "--out", "/no/such/folder/page.md"], "cannot be written"),
    ],
)
def test_a_wrong_wish_is_told_what_is_allowed(
    asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == 2

    printed = capsys.readouterr()
    assert said in printed.err
    assert not printed.out


def test_the_door_opens_from_a_terminal_without_a_traceback() -> None:
    asked = [sys.executable, "-m", "simulations", "run", "recovry"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_reference_page_says_what_the_models_say() -> None:
    written = (ROOT / "docs" / "simulations.md").read_text(encoding="utf-8")

    assert written == reference(simulations.catalogue())
