"""The screen, tested without a browser."""
