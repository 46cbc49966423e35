"""A page with the parts of the lab alone, for tests of how they behave in a browser."""

MOMENTS = 6
"""How many moments the chart of the page has."""
