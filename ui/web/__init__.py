"""The web front: what is checked, limited and queued before a request reaches the pages."""

from ui.web.front import web_middleware

__all__ = ["web_middleware"]
