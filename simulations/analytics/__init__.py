"""The analytical system: what past purchases tell of customers, and what they cannot tell."""
