"""Making a release: version, changelog, commit and tag together, or nothing at all."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseware.problem import ReaderError
from tests.programs import program
from tools.release import CHANGELOG, PROJECT, main, parts, release, with_section, with_version

LAB = Path(__file__).resolve().parents[1]
DAY = date(2026, 12, 1)
WRITTEN = '[project]\nname = "lab"\nversion = "0.1.0"\ndependencies = ["other==9"]\n'
TOLD = (
    "# Changelog\n\n## [Unreleased]\n\n### Added\n- A step of its own.\n\n## [0.1.0] - 2026-01-01\n- All.\n"
)
SETTINGS = {
    "user.name": "A",
    "user.email": "a@example.com",
    "commit.gpgSign": "false",
    "tag.gpgSign": "false",
    "core.hooksPath": "hooks",
    "core.fileMode": "false",
}
NUMBERS = st.integers(0, 10**9 - 1)


def git(root: Path, *words: str) -> str:
    """What git answers in this folder."""
    return subprocess.run(
        [program("git"), *words], cwd=root, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project under git, with everything committed."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    for name, value in SETTINGS.items():
        git(tmp_path, "config", name, value)
    write(tmp_path, WRITTEN, TOLD)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "Begin")
    return tmp_path


def write(root: Path, project: str, changelog: str) -> None:
    """Write both files of the project."""
    (root / PROJECT).write_text(project, encoding="utf-8")
    (root / CHANGELOG).write_text(changelog, encoding="utf-8")


def state(root: Path) -> tuple[str, ...]:
    """All that a release may change."""
    texts = ((root / name).read_text(encoding="utf-8") for name in (PROJECT, CHANGELOG))
    return (git(root, "rev-parse", "HEAD"), git(root, "tag"), git(root, "status", "--porcelain"), *texts)


def refused(root: Path, version: str = "0.2.0") -> str:
    """The sentence by which a release is refused, after which all is as it was."""
    before = state(root)
    with pytest.raises(ReaderError) as error:
        release(root, version, DAY)

    assert state(root) == before
    return str(error.value)


def test_a_release_writes_the_version_where_it_stands_and_gives_the_changes_a_head(root: Path) -> None:
    release(root, "0.2.0", DAY)

    assert (root / PROJECT).read_text() == WRITTEN.replace("0.1.0", "0.2.0")
    assert (root / CHANGELOG).read_text() == TOLD.replace(
        "## [Unreleased]", "## [Unreleased]\n\n## [0.2.0] - 2026-12-01"
    )


def test_a_release_is_a_commit_and_an_annotated_tag_that_tells_the_changes(root: Path) -> None:
    told = release(root, "0.2.0", DAY)

    assert git(root, "status", "--porcelain") == ""
    assert git(root, "log", "-1", "--format=%s") == "Release 0.2.0"
    assert git(root, "log", "-1", "--format=%b") != ""
    assert git(root, "cat-file", "-t", "v0.2.0") == "tag"
    assert git(root, "rev-parse", "v0.2.0^{commit}") == git(root, "rev-parse", "HEAD")
    assert "### Added\n- A step of its own." in git(root, "tag", "-l", "--format=%(contents)", "v0.2.0")
    assert told == "git push origin main v0.2.0"


def test_the_same_changes_are_not_released_twice(root: Path) -> None:
    release(root, "0.2.0", DAY)

    assert "tells nothing" in refused(root, "0.3.0")


@pytest.mark.parametrize("version", ["0.1.0", "0.0.9", "0.2", "v0.2.0", "0.2.0rc1", "00.2.0", "0.2.0\n", ""])
def test_a_version_of_another_form_or_not_later_is_refused(root: Path, version: str) -> None:
    assert version in refused(root, version)


def test_a_file_that_is_not_committed_is_named(root: Path) -> None:
    (root / "notes.txt").write_text("later")

    assert "notes.txt" in refused(root)


@pytest.mark.parametrize(
    "changelog",
    ["# Changelog\n", "## [Unreleased]\n", "## [Unreleased]\n\n### Added\n\n## [0.1.0]\n- All.\n"],
)
def test_a_changelog_that_tells_nothing_new_is_refused(root: Path, changelog: str) -> None:
    write(root, WRITTEN, changelog)
    git(root, "commit", "--quiet", "-am", "Say less")

    assert "tells nothing" in refused(root)


def test_a_version_that_is_stated_twice_is_refused(root: Path) -> None:
    write(root, WRITTEN + WRITTEN, TOLD)
    git(root, "commit", "--quiet", "-am", "Say it twice")

    assert "2 times" in refused(root)


def test_a_tag_that_is_there_already_and_a_head_without_a_branch_are_refused(root: Path) -> None:
    git(root, "tag", "v0.2.0")

    assert "v0.2.0" in refused(root)
    git(root, "switch", "--quiet", "--detach")
    assert "branch" in refused(root, "0.3.0")


@pytest.mark.parametrize("hook", ["pre-commit", "reference-transaction"])
def test_what_git_refuses_halfway_is_taken_back(root: Path, hook: str) -> None:
    script = root / "hooks" / hook
    script.parent.mkdir()
    no_tags = 'while read -r old new name; do case "$name" in refs/tags/*) exit 1;; esac; done'
    script.write_text(f"#!/bin/sh\n{no_tags if hook == 'reference-transaction' else 'exit 1'}\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "Add a hook")
    script.chmod(0o755)

    assert "refused" in refused(root)


def test_the_command_says_what_to_push_or_in_both_languages_why_it_did_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["0.2.0", "--date", "2026-12-01"], root) == 0
    assert "v0.2.0" in capsys.readouterr().out

    assert main(["0.2.0"], root, today=DAY) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


@given(st.lists(NUMBERS, min_size=3, max_size=3), st.lists(NUMBERS, min_size=3, max_size=3))
def test_versions_are_compared_number_by_number(one: list[int], other: list[int]) -> None:
    written = [".".join(map(str, numbers)) for numbers in (one, other)]

    assert (parts(written[0]) < parts(written[1])) == (one < other)


def test_a_head_without_brackets_gives_a_head_without_brackets() -> None:
    assert with_section("## Unreleased\n- A step.\n", "1.0.0", DAY) == (
        "## Unreleased\n\n## 1.0.0 - 2026-12-01\n- A step.\n"
    )


def test_the_lab_itself_can_be_released() -> None:
    project, changelog = (LAB.joinpath(name).read_text(encoding="utf-8") for name in (PROJECT, CHANGELOG))
    with_news = changelog.replace("## [Unreleased]\n", "## [Unreleased]\n\n- A step of its own.\n", 1)

    assert 'version = "999.0.0"' in with_version(project, "999.0.0")
    assert "## [999.0.0] - 2026-12-01\n\n- A step" in with_section(with_news, "999.0.0", DAY)
