"""What may lie where, and how a module introduces itself."""

import ast
from pathlib import Path

from tests.architecture.sources import ROOT, modules, read, rooms, tracked, tree

ALLOWED = {
    "app.py",
    "conftest.py",
    "lessons",
    "simulations",
    "datasets",
    "exercises",
    "tests",
    "pyproject.toml",
    "README.md",
    "README.zh.md",
    "ui",
    "classroom",
    "courseware",
    "course",
    "interchange",
    "papers",
    "authoring",
    "web",
    "deploy",
    "docs",
    "requirements",
    "tools",
    "Makefile",
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "Containerfile",
    "LICENSE",
    "SECURITY.md",
    "package.json",
    "package-lock.json",
    "eslint.config.js",
    "tsconfig.json",
}
USUAL = {
    ".ci",
    ".devcontainer",
    ".dockerignore",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".npmrc",
    ".pre-commit-config.yaml",
    ".streamlit",
}


def test_the_top_folder_holds_the_rooms_and_nothing_else() -> None:
    found = {path.parts[0] for path in tracked(new=False)}

    assert found <= ALLOWED | USUAL


def test_every_module_opens_with_a_sentence_that_says_what_it_holds() -> None:
    silent = {str(path) for path in modules() if not ast.get_docstring(tree(path))}

    assert not silent


def test_every_room_is_under_the_contracts() -> None:
    packages = {path.parts[0] for path in modules() if len(path.parts) == 2 and path.name == "__init__.py"}

    assert packages - {"tests"} == rooms()


def test_every_folder_of_code_is_a_package_so_that_the_contracts_see_it() -> None:
    folders = {path.parent for path in modules() if path.parts[0] in rooms()}
    scripts = {Path("classroom/records/migrations"), Path("classroom/records/migrations/versions")}

    assert {folder for folder in folders if not (ROOT / folder / "__init__.py").exists()} <= scripts


def test_no_file_names_the_host_of_a_package_registry() -> None:
    hosts = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "debian" + ".org")
    text = {".py", ".txt", ".md", ".yaml", ".toml", ".json", ".css", ".js", ".html", ""}
    files = [path for path in tracked() if path.suffix in text]

    assert not {f"{path}: {host}" for path in files for host in hosts if host in read(path)}


def test_no_style_sheet_lets_words_wrap_that_were_not_to() -> None:
    sheets = [path for path in (ROOT / "ui").rglob("*.css") if "text-wrap:" in path.read_text("utf-8")]

    assert sheets == []  # the short form undoes `white-space: nowrap`; text-wrap-style leaves it alone
