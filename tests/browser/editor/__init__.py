"""A page with the editor alone, for tests of how it behaves in a browser."""

from hashlib import sha256

BUSY = 0.1
"""After how many seconds the page runs again by itself when it is asked to be busy."""

EVIL = '<img src=x onerror="window.harmed=true">'
"""What a text, a message and a suggestion hold to see whether it is ever taken for markup."""

LESSON = """\
# A lesson to try the editor on
schema: lesson/1
title: {en: "Satisfaction", zh: "客户满意度"}
minutes: 90
steps:
  - kind: read
    id: first-day
    text:
      en: |
        Promise only what the people at the door can keep.
        One of them is odd.
      zh: 只承诺一线同事在客户门口兑现得了的事。诚信不是吃亏，而是划算，这句话很长，窄屏上要换行。
  - kind: bad
"""


def digest(text: str) -> str:
    """A short name for a text."""
    return sha256(text.encode()).hexdigest()[:12]
