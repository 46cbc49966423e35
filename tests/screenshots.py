"""Pictures of the lab in every size, language and light: `make shots`, or this module and some addresses."""

import argparse
import re
import tempfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import get_args

from playwright.sync_api import Page, sync_playwright

from tests.architecture.sources import ROOT
from tests.browser.chromium import launch
from tests.browser.contexts import LOCALES, SIZES, Contexts, Scheme, Screen
from tests.browser.server import lab_in
from tests.browser.visitor import Visitor, settled

USUAL = ("/", "/satisfaction", "/lab", "/glossary")
MAIN = '[data-testid="stMain"]'


def whole(page: Page) -> None:
    """Make the window as high as the page, since Streamlit scrolls inside of it."""
    width = page.viewport_size["width"] if page.viewport_size else SIZES["laptop"][0]
    height = page.evaluate(f"""() => (document.querySelector('{MAIN}') ?? document.body).scrollHeight""")
    page.set_viewport_size({"width": width, "height": min(max(int(height), 600), 8000)})
    settled(page)


def shots(visitor: Visitor, paths: Sequence[str], folder: Path, *, high: bool) -> Iterator[Path]:
    """One picture for each address, size, language and light; each file as it is made."""
    folder.mkdir(parents=True, exist_ok=True)
    combinations: product[tuple[str, Screen, str, Scheme]] = product(paths, SIZES, LOCALES, get_args(Scheme))
    for path, screen, language, scheme in combinations:
        page = visitor.open(path, screen=screen, language=language, scheme=scheme)
        if high:
            whole(page)
        name = re.sub(r"\W+", "-", path).strip("-") or "home"
        file = folder / f"{name}-{SIZES[screen][0]}-{language}-{scheme}.png"
        page.screenshot(path=file)
        visitor.leave()
        yield file


def main() -> None:
    """Take the pictures and name each file; then tell what went wrong on the pages."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("paths", nargs="*", default=USUAL, help="addresses within the lab")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "shots")
    parser.add_argument("--window", action="store_true", help="only what fits in the window")
    chosen = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        lab_in(Path(folder)) as lab,
        sync_playwright() as playwright,
    ):
        visitor = Visitor(Contexts(launch(playwright)), lab.address)
        for file in shots(visitor, chosen.paths, chosen.out, high=not chosen.window):
            print(file)
        print(*sorted(set(visitor.errors)), sep="\n")


if __name__ == "__main__":
    main()
