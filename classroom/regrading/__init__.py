"""Marking the answers to a corrected question again: who gains, who loses, and then the change itself."""
