"""A page for tests alone, served with the lab's own routes and headers."""

import sys
from pathlib import Path

import streamlit as st
import uvicorn

from web.routes import middleware, routes
from web.server import listen


def serve(page: Path) -> None:
    """Serves the page until the process is ended; ``--port`` says where."""
    app = st.App(page, routes=routes(), middleware=middleware())
    uvicorn.Server(uvicorn.Config(app, ws="websockets-sansio", log_level="warning")).run(
        sockets=[listen("127.0.0.1", int(sys.argv[2]))]
    )
