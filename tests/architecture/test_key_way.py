"""The way from a key to the slide is the one that the documentation tells, and no longer."""

import inspect
import re
from collections.abc import Callable
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Final, get_args

from lessons import SlideKind
from tests.architecture.sources import read

MOST: Final = 10
TOLD: Final = read(Path("docs/architecture.md")).partition("**A key is pressed.**")[2].partition("\n## ")[0]
HOPS: Final = re.findall(r"^\d+\. `([^`]+)`", TOLD, re.M)
ACROSS: Final = {("tell", "hear"), ("keep_move", "present")}
"""Where nobody calls: a message goes to the server, which starts a run."""
SCRIPTS: Final = Path("ui/components")


def of_script(hop: str) -> str:
    """The text of a function of a script."""
    file, _, name = hop.partition(": ")
    found = re.search(rf"^(?:export )?const {name} = .*?^\}};", read(SCRIPTS / file), re.M | re.S)
    assert found is not None, hop
    return found[0]


def of_module(hop: str) -> Callable[..., object]:
    """A function of a module, or a method of one of its classes."""
    names = hop.split(".")
    split = next((n for n, name in enumerate(names) if name[0].isupper()), len(names) - 1)
    found = import_module(".".join(names[:split]))
    for name in names[split:]:
        found = getattr(found, name)
    assert callable(found), hop
    return found


def text_of(hop: str) -> str:
    """The text of what stands at a hop; of several modules that are called alike, of them all."""
    if ".js: " in hop:
        return of_script(hop)
    hops = [hop.replace("*", kind) for kind in get_args(SlideKind)] if "*" in hop else [hop]
    return "\n".join(inspect.getsource(of_module(one)) for one in hops)


def test_a_key_comes_to_the_slide_in_at_most_ten_hops() -> None:
    assert 1 < len(HOPS) <= MOST


def test_every_hop_is_a_function_that_calls_the_next() -> None:
    texts = {hop: text_of(hop) for hop in HOPS}

    for hop, following in pairwise(HOPS):
        name, next_name = (re.split(r"[.:\s]+", one)[-1] for one in (hop, following))
        assert (name, next_name) in ACROSS or re.search(rf"\b{next_name}\b", texts[hop]), (hop, following)


def test_a_message_of_the_scripts_is_heard_by_the_hop_that_follows() -> None:
    from ui.components.stage import stage
    from ui.present.page import present, show_window

    assert "send('told'" in of_script("stage/stage.js: tell")
    assert "on_told_change=on_told" in inspect.getsource(stage)
    assert "partial(hear," in inspect.getsource(show_window)
    assert "presentation.state()" in inspect.getsource(present)
