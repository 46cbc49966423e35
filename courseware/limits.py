"""How big and how deep a file that a teacher wrote may be."""

from typing import Final

MAX_BYTES: Final = 1_000_000
"""A lesson of ninety minutes in two languages takes about a tenth of this."""

MAX_DEPTH: Final = 32
"""Levels of lists and mappings inside each other; a lesson needs about eight."""

MAX_NODES: Final = 50_000
"""Keys, values and lists after every alias has been written out."""

MAX_TOLD: Final = 200
"""Complaints about one file that are looked into; whoever has mended these is told the next ones."""

MAX_DIGITS: Final = 40
"""Characters of one number; a longer one is a slip of the finger."""
