"""A teacher at a terminal: check, list, show and schema."""

from pathlib import Path

import pytest

from authoring.commands.exercises import main
from authoring.reference.bank_schema import SCHEMA, schema_text
from tests.exercises.banks import ONE, ORDER, write_bank


def test_a_sound_bank_is_said_to_be_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(write_bank(tmp_path, ONE, ORDER))]) == 0
    assert capsys.readouterr().out == "2 items, 400 draws: nothing to mend.\n"


def test_a_flaw_is_printed_with_its_place_and_only_an_error_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_bank(tmp_path, ONE.replace("Which of these is it?", "Is it alpha?"))

    assert main(["check", str(file), "--lang", "zh"]) == 0
    assert f"{file}:8:11: warning: items.0.stem: 题干中" in capsys.readouterr().out

    file = write_bank(tmp_path, ONE.replace('why: {en: "Beta is late.", zh: "乙太晚。"}', "right: true"))

    assert main(["check", str(file)]) == 1
    assert f"{file}:10:7: error: items.0.options: There must be" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nothing.yaml")]) == 1
    assert "nothing.yaml:1:1: error:" in capsys.readouterr().out


def test_every_item_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "sat.mean-gap" in capsys.readouterr().out


@pytest.mark.parametrize(("language", "sentence"), [("en", "a try earns 100%"), ("zh", "得分比例 100%")])
def test_an_item_is_shown_as_a_student_sees_it(
    language: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "sat.mean-gap", "--student", "7", "--lang", language]) == 0
    shown = capsys.readouterr().out

    assert sentence in shown
    assert "120" in shown
    assert "{{" not in shown
    assert main(["show", "sat.mean-gap", "--student", "7", "--lang", language, "--answer"]) == 0
    assert len(capsys.readouterr().out) > len(shown)


def test_a_misspelt_item_brings_the_right_one_to_mind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "sat.meangap"]) == 2
    assert "Did you mean sat.mean-gap?" in capsys.readouterr().err


def test_the_schema_that_editors_use_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()
    assert main(["schema", "--check"]) == 0
