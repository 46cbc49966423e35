"""How questions are drawn, marked, checked and kept; and what must hold for every item of every bank."""
