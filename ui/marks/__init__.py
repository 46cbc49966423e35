"""The pages about marks: the teacher's gradebook, and how each student's own mark comes about."""
