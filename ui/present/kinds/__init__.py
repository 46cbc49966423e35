"""How each kind of slide looks: one module a kind, found by its name."""
