"""Files: they read back as they were made, come whole or not at all, and refusals are plain sentences."""

import csv
import os
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import datasets
from courseware.problem import ReaderError
from courseware.table import Table
from datasets.files import write
from datasets.making import CHUNK

NAMES = sorted(datasets.catalogue())
MANY = CHUNK + 200


def written(path: Path, name: str, n: int = 150) -> Table:
    write(path, datasets.find(name), n=n, seed=9, locale="zh_CN")
    return datasets.make(name, n=n, seed=9, locale="zh_CN")


def from_csv(path: Path, like: Table) -> dict[str, np.ndarray]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([row[name] for row in rows]).astype(column.dtype) for name, column in like.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_csv_file_reads_back_the_same(tmp_path: Path, name: str) -> None:
    table = written(tmp_path / "x.csv", name)

    back = from_csv(tmp_path / "x.csv", table)
    assert all(back[column].tolist() == values.tolist() for column, values in table.items())


@pytest.mark.parametrize("name", NAMES)
def test_a_parquet_file_reads_back_the_same_in_plain_types(tmp_path: Path, name: str) -> None:
    table = written(tmp_path / "x.parquet", name)

    back = pq.read_table(tmp_path / "x.parquet")
    assert back.column_names == list(table)
    assert {str(kind) for kind in back.schema.types} <= {"int64", "double", "string", "date32[day]"}
    assert all(back[column].to_pylist() == values.tolist() for column, values in table.items())


def test_excel_sees_from_the_first_bytes_that_the_csv_is_unicode(tmp_path: Path) -> None:
    written(tmp_path / "x.csv", "customers", n=1)

    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_the_file_has_the_same_bytes_for_any_chunk_size(tmp_path: Path, suffix: str) -> None:
    for size in (MANY, 7_777):
        write(
            tmp_path / f"{size}{suffix}",
            datasets.find("customers"),
            n=MANY,
            seed=3,
            locale="zh_CN",
            size=size,
        )

    one, other = ((tmp_path / f"{size}{suffix}").read_bytes() for size in (MANY, 7_777))
    assert one == other


def test_progress_is_told_until_all_is_done(tmp_path: Path) -> None:
    told: list[int] = []
    write(
        tmp_path / "x.parquet",
        datasets.find("customers"),
        n=MANY,
        seed=1,
        locale="en_US",
        progress=told.append,
    )

    assert told == [CHUNK, MANY]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("old")

    def fail(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, datasets.find("customers"), n=10, seed=1, locale="en_US", progress=fail)

    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["x.csv"]


@pytest.mark.parametrize("place", ["nowhere/x.csv", "folder.csv", "file/x.parquet"])
def test_a_place_that_cannot_be_written_is_refused_in_both_languages(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "file").write_text("")

    with pytest.raises(ReaderError, match="cannot be written") as refusal:
        write(tmp_path / place, datasets.find("customers"), n=1, seed=1, locale="en_US")

    assert "无法写入" in refusal.value.text.zh


def test_an_unknown_ending_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"\.csv or \.parquet, not to x\.xlsx"):
        write(tmp_path / "x.xlsx", datasets.find("customers"), n=1, seed=1, locale="en_US")

    assert not os.listdir(tmp_path)
