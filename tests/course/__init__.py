"""Claims about how the files of a course are read, judged, watched and carried."""
