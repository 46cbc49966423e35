"""What must hold for every lesson, simulation and exercise, and for the lab as a whole."""
