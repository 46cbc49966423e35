"""Customers and what they did, made from seeds: the data of the course."""
