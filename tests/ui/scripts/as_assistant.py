"""The lab as an assistant of the teacher sees it."""

from classroom import owner_here
from ui.script import run_page
from web.access.identity import Identity

run_page(lambda records: Identity(owner_here(records), "assistant", actor="Chen Jing"))
