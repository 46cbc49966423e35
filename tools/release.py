"""Makes a release, as `make release VERSION=0.2.0`: version, changelog, commit and tag; it pushes nothing."""

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from courseware.problem import ReaderError
from courseware.terminal import Parser, run_program
from courseware.text import Text

PROJECT: Final = "pyproject.toml"
CHANGELOG: Final = "CHANGELOG.md"
_VERSION: Final = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})")
_STATED: Final = re.compile(r'^version = "([^"]*)"$', re.MULTILINE)
_HEAD: Final = re.compile(r"^## (\[?)Unreleased(\]?)$", re.MULTILINE)
_NEXT_HEAD: Final = re.compile(r"^## ", re.MULTILINE)


def parts(version: str) -> tuple[int, ...]:
    """The three numbers of a version; a ReaderError if it has another form.

    >>> parts("0.10.2") > parts("0.9.11")
    True
    """
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ReaderError(_NO_VERSION.fill({"version": version}))
    return tuple(int(number) for number in found.groups())


def with_version(project: str, version: str) -> str:
    """pyproject.toml with another version; a ReaderError unless it is a later one."""
    stated = _STATED.findall(project)
    if len(stated) != 1:
        raise ReaderError(_NOT_STATED.fill({"count": len(stated)}))
    if parts(version) <= parts(stated[0]):
        raise ReaderError(_NOT_LATER.fill({"version": version, "now": stated[0]}))
    return _STATED.sub(f'version = "{version}"', project)


def section(changelog: str) -> str:
    """What has changed since the last release; a ReaderError if nothing is told."""
    head = _HEAD.search(changelog)
    told = _NEXT_HEAD.split(changelog[head.end() :], maxsplit=1)[0].strip() if head else ""
    if not any(line.startswith("- ") for line in told.splitlines()):
        raise ReaderError(_NOTHING_NEW)
    return told


def with_section(changelog: str, version: str, day: date) -> str:
    """The changelog in which what was unreleased is a version's, under a new and empty head.

    >>> print(with_section("## [Unreleased]\\n\\n### Added\\n- A step.\\n", "0.2.0", date(2026, 12, 1)))
    ## [Unreleased]
    <BLANKLINE>
    ## [0.2.0] - 2026-12-01
    <BLANKLINE>
    ### Added
    - A step.
    <BLANKLINE>
    """
    section(changelog)
    return _HEAD.sub(rf"\g<0>\n\n## \g<1>{version}\g<2> - {day.isoformat()}", changelog, count=1)


def release(root: Path, version: str, day: date) -> str:
    """Commit and tag the version, or change nothing; returns the command that publishes it."""
    tag = f"v{version}"
    _check_tree(root, tag)
    texts = {name: (root / name).read_text(encoding="utf-8") for name in (PROJECT, CHANGELOG)}
    told = section(texts[CHANGELOG])
    new = {
        PROJECT: with_version(texts[PROJECT], version),
        CHANGELOG: with_section(texts[CHANGELOG], version, day),
    }
    start = _git(root, "rev-parse", "HEAD")
    try:
        for name, text in new.items():
            (root / name).write_text(text, encoding="utf-8", newline="\n")
        _git(root, "commit", "--quiet", "-m", f"Release {version}", "-m", _BODY, "--", *new)
        _git(root, "tag", "--annotate", "--cleanup=whitespace", "-m", f"{version}\n\n{told}", tag)
    except (OSError, ReaderError):
        _git(root, "reset", "--quiet", "--hard", start)  # the tree was clean, so that nobody's work is lost
        raise
    return f"git push origin {_git(root, 'branch', '--show-current')} {tag}"


def _check_tree(root: Path, tag: str) -> None:
    """A ReaderError unless a branch is checked out, everything is committed and the tag is new."""
    if not _git(root, "branch", "--show-current"):
        raise ReaderError(_NO_BRANCH)
    changed = _git(root, "status", "--porcelain")
    if changed:
        raise ReaderError(_DIRTY.fill({"files": changed}))
    if _git(root, "tag", "--list", tag):
        raise ReaderError(_TAGGED.fill({"tag": tag}))


def _git(root: Path, *words: str) -> str:
    """What git answers; a ReaderError with its own words if it refuses."""
    program = shutil.which("git")
    if program is None:
        raise ReaderError(_NO_GIT)
    try:
        done = subprocess.run([program, *words], cwd=root, capture_output=True, encoding="utf-8", check=True)
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout).strip()
        raise ReaderError(_REFUSED.fill({"said": said})) from error
    return done.stdout.strip()


def main(words: Sequence[str] | None = None, root: Path = Path(), today: date | None = None) -> int:
    """Make one release and say how it is published; 2 if it cannot be made."""
    parser = Parser(prog="python -m tools.release", description=__doc__)
    parser.add_argument("version", help="three numbers, later than the version now: 0.2.0")
    parser.add_argument("--date", type=_day, default=today or date.today(), help="the day (default: today)")
    asked = parser.parse_args(words)
    try:
        print(release(root, asked.version, asked.date))
    except ReaderError as error:
        print(f"{error.text.en}\n{error.text.zh}", file=sys.stderr)
        return 2
    return 0


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{written} is no day such as 2026-12-01") from error


_BODY: Final = "What has changed for those who use the lab or build on it stands in CHANGELOG.md."
_NO_VERSION: Final = Text(
    en="A version is three numbers, for example 0.2.0; {version} is none.",
    zh="版本号由三个数字组成，例如 0.2.0；{version} 不是版本号。",
)
_NOT_STATED: Final = Text(
    en='pyproject.toml should state the version once, as version = "0.1.0"; it does so {count} times.',
    zh='pyproject.toml 应当只写一次版本号，形如 version = "0.1.0"；现在写了 {count} 次。',
)
_NOT_LATER: Final = Text(
    en="{version} is not later than {now}, the version now. Choose a later one.",
    zh="{version} 不高于当前版本 {now}，请换一个更高的版本号。",
)
_NOTHING_NEW: Final = Text(
    en="CHANGELOG.md tells nothing under Unreleased. Write there what has changed, and commit it.",
    zh="CHANGELOG.md 的 Unreleased 下面没有内容。请先写明有哪些改动并提交。",
)
_NO_BRANCH: Final = Text(
    en="No branch is checked out. Go to the branch to be released: git switch main.",
    zh="当前不在任何分支上。请先切换到要发布的分支：git switch main。",
)
_DIRTY: Final = Text(
    en="These files are changed and not committed. Commit them or put them away, then try again:\n{files}",
    zh="以下文件有改动但尚未提交，请先提交或移走再试：\n{files}",
)
_TAGGED: Final = Text(
    en="The tag {tag} is there already. Choose a later version.",
    zh="标签 {tag} 已经存在，请换一个更高的版本号。",
)
_NO_GIT: Final = Text(
    en="A release is a commit and a tag of git, which is not installed here. Install git, then try again.",
    zh="发布要用 git 提交并打标签，而这台电脑没有安装 git。请先安装 git 再试。",
)
_REFUSED: Final = Text(
    en="git refused, and nothing was changed: {said}",
    zh="git 未能执行，没有改动任何文件：{said}",
)

if __name__ == "__main__":
    sys.exit(run_program(main))
