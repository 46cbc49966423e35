"""The ground floor: text in two languages, YAML with positions, safe expressions, seeds."""

import sys

from courseware.interruption import end_in_one_line

if sys.argv[:1] == [
    "-m"
]:  # so Python says while it loads what `python -m` names, before that can catch anything
    end_in_one_line()
