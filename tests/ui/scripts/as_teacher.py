"""The lab as a teacher sees it."""

from classroom import owner_here
from ui.script import run_page
from web.access.identity import Identity

run_page(lambda records: Identity(owner_here(records), "instructor"))
