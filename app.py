"""Starts the lab: the pages of ui/main.py, and the plain routes and headers beside them."""

from pathlib import Path

import streamlit as st

from ui.preload import lifespan
from ui.routes import middleware, routes
from ui.web import web_middleware

app = st.App(
    Path(__file__).with_name("ui") / "main.py",
    routes=routes(),
    middleware=middleware(web_middleware()),
    lifespan=lifespan,
)
