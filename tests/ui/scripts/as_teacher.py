"""The lab as a teacher sees it."""

from classroom import owner_here
from ui.access.identity import Identity
from ui.script import run_page

run_page(lambda records: Identity(owner_here(records), "teacher"))
