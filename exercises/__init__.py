"""The questions of the course: drawing a variant for a student, marking an answer."""
