"""Serves the page of parts with the lab's own routes and headers; ``--port`` says where."""

import sys
from pathlib import Path

import streamlit as st
import uvicorn

from ui.routes import middleware, routes
from ui.server import listen

app = st.App(Path(__file__).with_name("page.py"), routes=routes(), middleware=middleware())
uvicorn.Server(uvicorn.Config(app, ws="websockets-sansio", log_level="warning")).run(
    sockets=[listen("127.0.0.1", int(sys.argv[2]))]
)
