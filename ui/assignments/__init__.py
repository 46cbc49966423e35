"""Pages of assignments: exams and own work for students, what a class is set for teachers."""
