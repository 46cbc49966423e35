"""Who may know whom: what lint-imports cannot say because it looks at folders as they come."""

import re
from itertools import permutations
from pathlib import Path

import grimp
import pytest

from tests.architecture.sources import modules, read, rooms


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """The project's imports."""
    return grimp.build_graph(*sorted(rooms()), cache_dir=None)


def test_no_simulation_knows_another(graph: grimp.ImportGraph) -> None:
    folders = [name for name in graph.find_children("simulations") if graph.find_children(name)]

    assert len(folders) >= 3
    for one, other in permutations(folders, 2):
        assert not graph.direct_import_exists(importer=one, imported=other, as_packages=True)


def test_nobody_names_a_simulation_or_a_kind_of_question(graph: grimp.ImportGraph) -> None:
    folders = {name for name in graph.find_children("simulations") if graph.find_children(name)}
    kinds = graph.find_children("exercises.kinds")

    named = {
        f"{importer} names {home}"
        for home in folders | kinds
        for part in {home} | graph.find_descendants(home)
        for importer in graph.find_modules_that_directly_import(part)
        if not f"{importer}.".startswith(f"{home}.")
    }
    assert not {name for name in named if "test_" not in name}


def test_parts_of_streamlit_that_are_promised_to_nobody_are_named_in_one_folder() -> None:
    unpromised = re.compile(r"^\s*(?:from|import) (streamlit\.(?!components\b|testing\b)\w+)", re.MULTILINE)
    rooms_alone = [path for path in modules() if path.parts[0] in rooms() and "test_" not in path.name]
    found = {path.parent for path in rooms_alone if unpromised.search(read(path))}

    assert found == {Path("web/front")}  # docs/decisions/streamlit-is-pinned.md
