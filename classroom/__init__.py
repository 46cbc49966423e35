"""People and what they did: students, attempts, progress, marks."""
