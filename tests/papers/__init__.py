"""Claims about what is printed."""
