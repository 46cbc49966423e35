"""How the lab is built: sizes, directions, and what may lie where."""
