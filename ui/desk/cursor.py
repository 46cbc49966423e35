"""Which step of a lesson, question of a bank or word of the glossary the cursor stands in."""

import re

_DASH = re.compile(r"^( *)- ")


def part_at(text: str, key: str, line: int) -> int | None:
    """The place (from 0) in the list under a top-level `key` of what stands at `line` (from 1).

    It only looks at how lines begin, so that it answers while the text is broken, too. None before the list.

    >>> text = "id: a\\nsteps:\\n  - kind: read\\n    use:\\n      - x\\nbroken: x\\n  - kind: ask"
    >>> [part_at(text, "steps", line) for line in (1, 3, 5, 7)]
    [None, 0, 0, 1]
    """
    found, indent, is_inside = -1, None, False
    for said in text.split("\n")[:line]:
        dash = _DASH.match(said)
        if is_inside and dash:
            indent = len(dash[1]) if indent is None else indent
            found += len(dash[1]) == indent
        is_inside = is_inside or said.startswith(f"{key}:")
    return found if found >= 0 else None
