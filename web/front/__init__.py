"""The web front: what is checked, limited and queued before a request reaches the pages."""

from web.front.chain import web_middleware

__all__ = ["web_middleware"]
