"""What the session keeps is asked for by keys that have a type, and by nothing else."""

import re

from tests.architecture.sources import modules, read

BY_KEY = "ui/session.py"
COMPONENTS = "ui/components"


def test_only_the_keys_look_into_the_session() -> None:
    rooms = {"ui", "web"}
    looking = {str(path) for path in modules() if path.parts[0] in rooms and "session_state" in read(path)}

    assert looking == {BY_KEY}


def test_what_a_component_tells_is_read_by_the_one_function_that_bears_a_page_that_was_left() -> None:
    here = [path for path in modules() if path.is_relative_to(COMPONENTS)]
    reading = {str(path) for path in here if re.search(r"\bSessionKey\[(Any|object)\]", read(path))}
    listening = {str(path) for path in here if re.search(r"on_\w+_change=", read(path))}

    assert len(listening) > 5
    assert not reading
