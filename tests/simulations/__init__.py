"""What must hold for every simulation of the course."""
