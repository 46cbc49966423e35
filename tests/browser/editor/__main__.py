"""Serves the page with the editor; ``--port`` says where."""

from pathlib import Path

from tests.browser.serving import serve

serve(Path(__file__).with_name("page.py"))
