"""Diversion: goods that a discount in one region sells, and that are used in another."""
