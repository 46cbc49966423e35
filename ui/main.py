"""The script that Streamlit runs for every reader."""

from ui.script import run_page
from ui.visit import identity_here

run_page(identity_here)
