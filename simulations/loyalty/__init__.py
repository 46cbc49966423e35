"""Loyalty has two sides, what customers feel and what they do, and each method moves only one of them."""
