"""The lab as the owner of a computer sees it who only learns."""

from classroom import owner_here
from ui.script import run_page
from web.access.identity import Identity

run_page(lambda records: Identity(owner_here(records), "student"))
