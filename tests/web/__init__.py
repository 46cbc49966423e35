"""The web front: who gets in, under which name, how much of it at once."""
