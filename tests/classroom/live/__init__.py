"""Claims about the live class: who sits where, what is asked, and that every vote counts once."""
