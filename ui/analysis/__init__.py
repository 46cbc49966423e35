"""What the answers of a class say, for teachers: plots first, tables beside, a card for each question."""
