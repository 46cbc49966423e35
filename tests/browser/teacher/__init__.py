"""The desk in a browser, as a teacher who writes a lesson meets it."""
