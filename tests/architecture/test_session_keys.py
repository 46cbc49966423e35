"""What the session keeps is asked for by keys that have a type, and by nothing else."""

from tests.architecture.sources import modules, read

BY_KEY = "ui/session.py"


def test_only_the_keys_look_into_the_session() -> None:
    rooms = {"ui", "web"}
    looking = {str(path) for path in modules() if path.parts[0] in rooms and "session_state" in read(path)}

    assert looking == {BY_KEY}
