"""The way from a browser to the pages: server, front, who is asking, plain routes, assets; no page."""
