"""Claims about how the files of a course are read, judged, watched, exported and imported."""
