"""The class record itself: where it lies, its tables, how it is opened, checked and written."""
