"""What scripts find by a class of Streamlit's is a key that Python gives, named in one module."""

import re
from pathlib import Path
from typing import Final

from tests.architecture.sources import read, tracked

SELECTORS: Final = Path("ui/components/selectors.js")
KEYED: Final = re.compile(r"keyed\('([a-z-]+)'\)|st-key-([a-z][a-z-]*[a-z])(?=-?[^a-z-])")
GIVEN: Final = re.compile(r"""key=f?"([a-z-]+)""")
FITTED: Final = re.compile(r"""fitted\(f?"([a-z-]+)""")
"""A part that is fitted has a key that begins with `fit-`, see ui/present/display_language.py."""


def named_by_scripts() -> set[str]:
    """The keys that scripts look for."""
    return {(one or other).strip("-") for one, other in KEYED.findall(read(SELECTORS))}


def given_by_python() -> set[str]:
    """The keys of containers and widgets, or what they begin with."""
    texts = [read(path) for path in tracked() if path.suffix == ".py" and path.parts[0] == "ui"]
    keys = {key for text in texts for key in GIVEN.findall(text)}
    return keys | {f"fit-{key}" for text in texts for key in FITTED.findall(text)}


def test_every_key_that_a_script_looks_for_is_given_by_python() -> None:
    named, given = named_by_scripts(), given_by_python()

    assert len(named) > 10
    assert not {key for key in named if not any(f"{one}-".startswith(f"{key}-") for one in given)}


def test_no_script_but_that_module_knows_a_key_of_streamlits() -> None:
    scripts = [path for path in tracked() if path.suffix == ".js" and path.parts[0] == "ui"]

    assert SELECTORS in scripts
    assert [path for path in scripts if "st-key-" in read(path)] == [SELECTORS]
