"""What must hold for the gradebook."""
