"""What the lessons say: whether it is true, complete and written for both kinds of reader."""
