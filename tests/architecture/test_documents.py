"""The pages for whoever builds on the lab: what they name is there, and each decision says what is needed."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml

from simulations.__main__ import main as simulations
from tests.architecture.sources import ROOT, modules, read, rooms, tracked

DECISIONS: Final = Path("docs/decisions")
TO_BE_MADE: Final = Path("docs/contributing")
"""Pages on files that are yet to be made; the folders that they go into are there."""
PARTS: Final = ("Decided", "Why so", "Also considered", "What follows", "Think again")
LONGEST: Final = 450
"""Words of a decision: half a page, or a little more with a table."""
_LINK: Final = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE: Final = re.compile(r"`([^`\n]+)`")
_BOTH: Final = re.compile(r"[a-z].* / .*[\u4e00-\u9fff]")
_PATH: Final = re.compile(r"(?:[\w.-]+/)+(?:[\w.-]+\.[a-z]+)?")
_HEAD: Final = re.compile(r"^#+ (.+)$", re.MULTILINE)


def pages() -> list[Path]:
    """The Markdown that people read to work on the lab; templates of issues have no links."""
    kinds = [path for path in tracked() if path.suffix == ".md"]
    return [path for path in kinds if len(path.parts) == 1 or path.parts[0] in {"docs", "deploy"}]


def decisions() -> list[Path]:
    """The pages of decisions, without their index."""
    return [path for path in pages() if path.parent == DECISIONS and path.name != "README.md"]


def anchor(head: str) -> str:
    """What a link calls a head."""
    return re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-")


def heads(page: Path) -> set[str]:
    """What may stand behind # in a link to this page."""
    return {anchor(head) for head in _HEAD.findall(page.read_text(encoding="utf-8"))}


def broken_links(page: Path) -> Iterator[str]:
    """Links to files or heads of the lab that are not there."""
    for target in _LINK.findall(_FENCE.sub("", read(page))):
        if re.match(r"[a-z]+:", target) or target.startswith(("media/", "<")):
            continue
        name, _, head = target.partition("#")
        place = (ROOT / page.parent / name) if name else ROOT / page
        if not place.exists() or (head and head not in heads(place)):
            yield f"{page}: {target}"


def missing_paths(page: Path) -> Iterator[str]:
    """Files and folders/ between backticks that should lie in the lab or in its tests, and do not."""
    folders = {path.parts[0] for path in tracked() if len(path.parts) > 1}
    for code in _CODE.findall(_FENCE.sub("", read(page))):
        is_path = _PATH.fullmatch(code) and code.partition("/")[0] in folders
        place = Path(code).parent if page.parent == TO_BE_MADE else Path(code)
        if is_path and not any((folder / place).exists() for folder in (ROOT, ROOT / "tests")):
            yield f"{page}: {code}"


def targets() -> set[str]:
    """What make can be asked for."""
    return set(re.findall(r"^([a-z]+):", read(Path("Makefile")), re.MULTILINE))


def unknown_targets(page: Path) -> Iterator[str]:
    """What make is asked for in code and cannot do."""
    code = [*_CODE.findall(_FENCE.sub("", read(page))), *_FENCE.findall(read(page))]
    for said in re.findall(r"^\s*(?:[A-Z_]+=\S+ )?make ([a-z]+)", "\n".join(code), re.MULTILINE):
        if said not in targets():
            yield f"{page}: make {said}"


def test_links_between_pages_lead_somewhere() -> None:
    assert [link for page in pages() for link in broken_links(page)] == []


def test_files_that_pages_name_are_there() -> None:
    assert [path for page in pages() for path in missing_paths(page)] == []


def test_pages_ask_make_for_what_it_can_do() -> None:
    assert [target for page in pages() for target in unknown_targets(page)] == []


@pytest.mark.parametrize("page", decisions(), ids=lambda page: page.stem)
def test_a_decision_says_on_half_a_page_what_why_and_when_to_think_again(page: Path) -> None:
    text = read(page)
    found = re.findall(r"^\*\*([A-Z][a-z ]+)[.,]", text, re.MULTILINE)

    assert [part for part in found if part in PARTS] == list(PARTS)
    assert len(text.split()) <= LONGEST


def test_the_index_lists_each_decision_once_by_its_head() -> None:
    listed = re.findall(r"^- \[(.*)\]\((.*)\)$", read(DECISIONS / "README.md"), re.MULTILINE)

    assert sorted(listed) == sorted((_HEAD.findall(read(page))[0], page.name) for page in decisions())


def test_the_lab_says_how_it_is_cited_and_states_its_version_nowhere_but_once() -> None:
    cited = yaml.safe_load(read(Path("CITATION.cff")))

    assert cited["cff-version"] == "1.2.0"
    assert all(cited[key] for key in ("message", "title", "authors", "type"))
    assert f"{cited['license']} License" in read(Path("LICENSE"))
    assert "version" not in cited


def test_whoever_writes_an_issue_is_asked_in_both_languages() -> None:
    templates = [
        path for path in tracked() if path.parent == Path(".github/ISSUE_TEMPLATE") and path.suffix == ".md"
    ]
    heads = [yaml.safe_load(read(path).split("---")[1]) for path in templates]

    assert len(templates) >= 3
    assert all(_BOTH.search(head[key]) for head in heads for key in ("name", "about"))
    assert [
        path
        for path in templates
        for line in re.findall(r"\*\*(.+?)\*\*", read(path))
        if not _BOTH.search(line)
    ] == []


def commands(page: Path) -> list[str]:
    """What a page tells its readers to type, a line each."""
    return [line for block in _FENCE.findall(read(page)) for line in block.splitlines()[1:-1] if line]


def is_known(command: str) -> bool:
    """Whether a command is make's, or made of a program and files that are there."""
    known = False
    match shlex.split(command):
        case ["make", target, *_]:
            known = target in targets()
        case [".venv/bin/pytest", *names]:
            paths = [name for name in names if "/" in name]
            known = bool(paths) and all((ROOT / path).exists() for path in paths)
        case [".venv/bin/python", "-m", "simulations", *asked]:
            known = simulations(asked) == 0
        case [".venv/bin/python", *asked]:
            known = f"$(IN)python {shlex.join(asked)}".removesuffix(" --thorough") in read(Path("Makefile"))
        case ["git", "grep", *_, word]:
            code = [path for path in modules() if path.parts[0] in rooms()]
            known = any(word in read(path) for path in code)
        case ["pre-commit", "install", *asked]:
            known = set(asked[1::2]) == stages()
    return known


def stages() -> set[str]:
    """The moments at which hooks are asked for."""
    hooks = yaml.safe_load(read(Path(".pre-commit-config.yaml")))
    own = {
        stage
        for repository in hooks["repos"]
        for hook in repository["hooks"]
        for stage in hook.get("stages", ())
    }
    return own | set(hooks["default_stages"])


def test_every_command_for_those_who_work_on_the_lab_does_something() -> None:
    asked = commands(Path("CONTRIBUTING.md"))

    assert len(asked) > 10
    assert [command for command in asked if not is_known(command)] == []
