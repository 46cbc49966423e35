"""Complaints: who speaks, who stays, and why a table of the two is not an experiment."""
