"""The lessons of the course: reading, checking, saving and exporting them."""
