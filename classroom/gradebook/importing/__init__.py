"""Marks and attendance from files: read by row, shown before anything is kept, each row with its reason."""
