"""Satisfaction is perceived value less expectation, and expectations learn from what was received."""
