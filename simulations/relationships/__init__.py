"""Relationships: five levels of effort for customers, and hours that do not reach for everybody."""
