"""What a class is set: assignments in the record, sittings of exams, and what each student earned."""
