"""How much room the worksheet leaves for what students write."""

from typing import Final

ANSWER: Final = 4
"""Lines for an answer in one's own words."""
REASON: Final = 2
"""Lines for the reason of a choice."""
