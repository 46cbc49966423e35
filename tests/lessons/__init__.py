"""What holds for every lesson, and for the files that teachers write."""
