"""Uplift: whom a call keeps, whom it drives away, and how a firm can find out."""
