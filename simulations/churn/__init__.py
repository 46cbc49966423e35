"""Churn: what a monthly rate says of a growing firm, and how long customers stay who are still there."""
