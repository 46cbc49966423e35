"""Retention: how long customers stay, and what another year of them is worth."""
