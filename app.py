"""Starts the lab: the pages of ui/main.py, and the plain routes and headers beside them."""

from pathlib import Path

import streamlit as st

from ui.preload import lifespan
from web.front import web_middleware
from web.routes import middleware, routes

app = st.App(
    Path(__file__).with_name("ui") / "main.py",
    routes=routes(),
    middleware=middleware(web_middleware()),
    lifespan=lifespan,
)
