"""Questions leave in every format and arrive from those that can be read; what is lost is always told."""

from pathlib import Path

import pytest

from authoring.commands.exercises import main
from authoring.commands.lessons import run
from course import all_exercises, find_exercise
from course.layers import Layers
from courseware.problem import ReaderError
from courseware.text import LANGUAGES
from interchange import WantedLanguage
from interchange.exporting import ExportResult, export_items
from interchange.formats import find_format, formats, guess_format
from interchange.importing import import_bank
from interchange.report import counted, losses_by_kind, say_rows

WANTED: tuple[WantedLanguage, ...] = (*LANGUAGES, "both")
READ = [one.id for one in formats().values() if one.read]
FEW = ("sat.parts", "sat.loop", "sat.mean-gap", "sat.average-trap", "sat.budget", "sat.raise-value")


def exported(format_id: str, language: WantedLanguage = "both", items: tuple[str, ...] = FEW) -> ExportResult:
    """A few questions of every kind in one format."""
    exercises = [find_exercise(item) for item in items]
    return export_items(
        exercises, find_format(format_id), language=language, variants=2, seed="1", name="few"
    )


@pytest.mark.parametrize("format_id", formats())
def test_every_item_of_the_lab_travels_or_is_named_with_the_reason(format_id: str) -> None:
    form = find_format(format_id)
    gone = export_items(all_exercises().values(), form, language=form.language, variants=1, seed="1")

    named = {item for lost in losses_by_kind(gone.outcome.losses) for item in lost.items}
    assert {*gone.items, *gone.stayed} == all_exercises().keys()
    assert {*gone.stayed} <= named
    assert format_id == "moodle" or {item for item in gone.items if find_exercise(item).hints} <= named
    assert all(loss.what.zh and loss.what.en for loss in gone.outcome.losses)


@pytest.mark.parametrize("language", WANTED)
@pytest.mark.parametrize("format_id", formats())
def test_questions_of_every_kind_leave_in_every_language(format_id: str, language: WantedLanguage) -> None:
    gone = exported(format_id, language)

    assert gone.stayed == ("sat.budget",)
    assert gone.questions > len(gone.items)
    assert gone.outcome.data


@pytest.mark.parametrize("format_id", formats())
def test_equal_seeds_give_equal_files_and_others_do_not(format_id: str) -> None:
    drawn, form = [find_exercise("sat.lockers")], find_format(format_id)
    files = {
        seed: export_items(drawn, form, language="zh", variants=2, seed=seed).outcome.data
        for seed in ("1", "2")
    }

    assert export_items(drawn, form, language="zh", variants=2, seed="1").outcome.data == files["1"]
    assert files["1"] != files["2"]


@pytest.mark.parametrize("format_id", READ)
def test_what_left_arrives_as_a_bank_that_can_be_used(format_id: str) -> None:
    result = import_bank(exported(format_id).outcome.data, "brought")

    assert result.form.id == format_id
    assert all(row.ok for row in result.rows if row.row)
    assert not [problem for problem in result.problems if problem.severity == "error"]


@pytest.mark.parametrize("format_id", READ)
def test_a_bank_may_bear_the_name_that_the_ids_of_another_begin_with(format_id: str) -> None:
    result = import_bank(exported(format_id).outcome.data, "sat")

    assert not [problem for problem in result.problems if problem.severity == "error"]


def test_a_format_is_seen_from_the_file() -> None:
    assert guess_format(b"PK\x03\x04 [Content_Types].xml").id == "xuexitong"
    assert guess_format(b"\xd0\xcf\x11\xe0").id == "xuexitong"
    assert guess_format("\ufeff<?xml version='1.0'?><quiz/>".encode()).id == "moodle"
    assert guess_format("::一:: 是吗？ {T}".encode()).id == "gift"


def test_what_is_said_of_a_whole_file_is_not_counted_as_a_question() -> None:
    result = import_bank(exported("qti").outcome.data, "brought")

    assert counted(result.rows) == (len(result.portables), 0)
    assert result.rows[-1].row == 0
    assert " taken, 0 not taken" in list(say_rows(result.rows, "en"))[-1]


@pytest.mark.parametrize("name", ["../x", "a/b", "", "Quiz", "quiz.yaml", "con"])
def test_a_bank_gets_no_name_that_could_lead_out_of_its_folder(name: str) -> None:
    with pytest.raises(ReaderError):
        import_bank(b"::a:: b {T}", name)


def test_versions_of_an_item_are_one_item_in_the_report() -> None:
    lost = losses_by_kind(exported("qti").outcome.losses)

    assert all("-v1" not in item for one in lost for item in one.items)
    assert [bool(one.items) for one in lost] == sorted(bool(one.items) for one in lost)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for banks of one's own."""
    folder = tmp_path / "bank"
    mine = Layers(tmp_path / "builtin", folder)
    for place in (
        "authoring.commands.exercises.interchange.bank_layers",
        "interchange.importing.bank_layers",
    ):
        monkeypatch.setattr(place, lambda: mine)
    return folder


def test_a_bank_goes_out_and_comes_in_at_the_terminal(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out.xlsx"
    asked = ["export", "xuexitong", "--item", *FEW, "--out", str(file), "--lang", "zh", "--variants", "1"]

    assert main(asked) == 0
    told = capsys.readouterr().out
    assert "sat.budget" in told
    assert str(file) in told

    assert main(["import", str(file), "--into", "quiz", "--lang", "zh"]) == 0
    assert "第 2 行" in capsys.readouterr().out
    assert "id: quiz" in (own / "quiz.yaml").read_text(encoding="utf-8")


def test_nothing_is_written_over_unless_that_is_asked_for(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "few.gift"
    file.write_text("::a:: b {T}", encoding="utf-8")
    own.mkdir()
    (own / "quiz.yaml").write_text("mine", encoding="utf-8")
    export, bring = (
        ["export", "gift", "--item", "sat.parts", "--out", str(file)],
        ["import", str(file), "--into", "quiz"],
    )

    assert main(export) == main(bring) == 2
    assert "--replace" in capsys.readouterr().err
    assert (own / "quiz.yaml").read_text(encoding="utf-8") == "mine"

    assert main([*export, "--replace"]) == main([*bring, "--replace"]) == 0
    assert "id: quiz" in (own / "quiz.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("own")
def test_a_file_with_nothing_to_take_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "passage.gift"
    file.write_text("::a:: Read this.", encoding="utf-8")

    assert main(["import", str(file), "--into", "quiz"]) == 2
    assert "nothing was written" in capsys.readouterr().err
    assert not (tmp_path / "bank").exists()


@pytest.mark.parametrize(
    "asked",
    [
        ["export", "gift", "--item", "sat.none", "--out", "x"],
        ["export", "gift", "--bank", "none", "--out", "x"],
        ["export", "gift", "--item", "sat.parts", "--out", "x", "--variants", "0"],
        ["export", "gift", "--item", "sat.parts", "--out", "no/such/folder/x"],
        ["import", "no-such-file", "--into", "quiz"],
        ["import", "no-such-file", "--into", "../quiz"],
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    asked: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(asked) == 2
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_lesson_takes_its_own_questions_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lesson.zip"

    assert run(["export", "satisfaction", "qti", "--out", str(file), "--variants", "1"]) == 0
    assert "items travel" in capsys.readouterr().out
    assert file.stat().st_size > 10_000
    assert run(["export", "nothing", "qti", "--out", str(file)]) == 2
