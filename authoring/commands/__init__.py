"""What the command lines of lessons and exercises can do."""
