"""The gradebook for others: the sheet of the academic office, files for Moodle and Canvas."""
