"""The command line and the refusals: what was asked, what there is, and nobody meets a traceback."""

import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import datasets
from courseware.problem import ReaderError
from datasets.__main__ import main
from datasets.drawing import draw_pools
from datasets.making import MAX_SEED, MOST
from datasets.pool import FOLDER
from datasets.reference import columns_page

ROOT = Path(__file__).parents[2]


def test_make_writes_the_file_and_tells_how_far_it_is_on_the_error_stream(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "customers.parquet"
    status = main(
        ["make", "customers", "--n", "1200", "--seed", "7", "--locale", "zh_CN", "--out", str(path)]
    )

    out, err = capsys.readouterr()
    assert status == 0
    assert not out
    assert "1,200 of 1,200 customers (100%)" in err
    table = datasets.make("customers", n=1200, seed=7, locale="zh_CN")
    assert pq.read_table(path)["name"].to_pylist() == table["name"].tolist()


def test_the_door_opens_from_a_terminal() -> None:
    command = [sys.executable, "-m", "datasets", "list"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)

    assert all(name in done.stdout for name in datasets.catalogue())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["make", "custmers"], "Did you mean customers?"),
        (["make", "customers", "--locale", "zh_TW"], "Did you mean zh_CN?"),
        (["make", "customers", "--n", "0"], "from 1 to"),
        (["make", "customers", "--n", str(MOST + 1)], "do not exist"),
        (["make", "customers", "--seed", "-1"], "The seed must be"),
    ],
)
def test_a_wrong_request_is_answered_in_a_sentence(
    words: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main([*words, "--out", str(tmp_path / "x.csv")])

    assert status == 2
    assert says in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_an_unknown_dataset_is_refused_in_both_languages() -> None:
    with pytest.raises(ReaderError, match="Known: customers, orders") as refusal:
        datasets.make("ordrs", n=1, seed=1)

    assert "是否想写 orders？" in refusal.value.text.zh


def test_the_largest_seed_and_the_last_customer_exist() -> None:
    table = datasets.make("customers", n=1, seed=MAX_SEED, start=MOST - 1)

    assert table["number"].tolist() == [f"C-{MOST}"]


def test_the_page_of_columns_is_the_one_the_code_writes() -> None:
    assert (ROOT / "docs" / "datasets.md").read_text(encoding="utf-8") == columns_page()


def test_every_column_is_told_in_both_languages_with_its_own_words() -> None:
    for dataset in datasets.catalogue().values():
        for column in dataset.columns:
            texts = [column.title, column.meaning, *column.choices.values()]
            assert all(any("\u4e00" <= letter <= "\u9fff" for letter in text.zh) for text in texts)
            assert not any("\u4e00" <= letter <= "\u9fff" for text in texts for letter in text.en)


def test_readers_see_titles_and_words_instead_of_names_and_codes() -> None:
    table = datasets.make("customers", n=40, seed=3, locale="zh_CN")

    shown = datasets.readable("customers", table, "zh")
    assert set(shown["性别"].tolist()) == {"女", "男"}
    title = datasets.find("customers").column("expected").head("zh")
    assert shown[title].tolist() == table["expected"].tolist()


@pytest.mark.slow
def test_the_kept_script_draws_all_pools_and_the_same_ones_each_time(tmp_path: Path) -> None:
    once, again = draw_pools(tmp_path / "once"), draw_pools(tmp_path / "again")

    kept = {path.relative_to(FOLDER) for path in FOLDER.rglob("*.tsv")}
    assert {path.relative_to(tmp_path / "once") for path in once} == kept
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_who_would_draw_pools_without_faker_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "datasets.drawing")
    monkeypatch.setitem(sys.modules, "faker", None)
    status = main(["pools", "--out", str(tmp_path)])

    said = capsys.readouterr().err
    assert status == 2
    assert said.count("make prepare") == 2
    assert [*tmp_path.iterdir()] == []
