"""Serves the bare page as well as the platform can: `python -m tests.bench.floor PORT`."""

import gc
import gzip
import socket
import sys
from pathlib import Path

import plotly
import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit import config

PACKED = gzip.compress((Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes(), 6)


def script(_request: Request) -> Response:
    """Plotly's script, packed once."""
    headers = {"content-encoding": "gzip", "cache-control": "public, immutable, max-age=31536000"}
    return Response(PACKED, media_type="text/javascript", headers=headers)


def serve(port: int) -> None:
    """Answer at this port until the process is ended."""
    for option, value in {
        "browser.gatherUsageStats": False,
        "runner.postScriptGC": False,
        "server.fileWatcherType": "none",
    }.items():
        config.set_option(option, value)
    app = st.App(
        Path(__file__).with_name("page.py"),
        routes=[Route("/plotly.js", script)],
        middleware=[Middleware(GZipMiddleware)],
    )
    ours = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    ours.bind(("127.0.0.1", port))
    gc.collect()
    gc.freeze()
    settings = uvicorn.Config(app, ws="websockets-sansio", log_level="warning", ws_per_message_deflate=False)
    uvicorn.Server(settings).run(sockets=[ours])


if __name__ == "__main__":
    serve(int(sys.argv[1]))
