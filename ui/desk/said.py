"""What parts of the desk tell each other: what is to be said, and what is open beside a text."""

from typing import Final

from courseware.text import Text
from ui.session import SessionKey, SessionKeys

SAID: Final = SessionKey[Text | None]("desk-said", None)
"""What went wrong, told above the text or the list of files."""
TOLD: Final = SessionKey[Text | None]("desk-told", None)
"""What has become of a file that was open, told above the list of files."""
PANE: Final = SessionKeys("desk-pane-{}", "")
"""What stands beside the text of each file."""
REVISION: Final = SessionKeys[int | None]("desk-revision-{}", None)
"""The revision of each file that is looked at."""
