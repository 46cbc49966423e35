"""Lifetime value: what customers have brought, what they will still bring, and what they could bring."""
