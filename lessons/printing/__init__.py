"""Lessons on paper: the teaching plan, the handout, the worksheet and its answer key."""
