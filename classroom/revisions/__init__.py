"""What the files of the course have said over time, and how a new text is saved."""
