"""What the session keeps is asked for by keys that have a type, and by nothing else."""

from tests.architecture.sources import modules, read

BY_KEY = "ui/session.py"
STILL_BY_NAME = {
    "ui/controls.py",
    "ui/exploration.py",
    "ui/fields/controls.py",
    "ui/fields/slot.py",
    "ui/panel.py",
    "ui/present/actions.py",
    "ui/present/done.py",
    "ui/present/fields/controls.py",
    "ui/present/sync.py",
    "ui/present/record.py",
    "ui/present/speaker.py",
    "ui/question.py",
}
"""Modules that look names up themselves; each is taken out once it asks by keys, none comes in."""


def test_only_the_keys_look_into_the_session() -> None:
    rooms = {"ui", "web"}
    looking = {str(path) for path in modules() if path.parts[0] in rooms and "session_state" in read(path)}

    assert looking - {BY_KEY} == STILL_BY_NAME
