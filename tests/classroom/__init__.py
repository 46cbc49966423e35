"""What must hold for the class record."""
