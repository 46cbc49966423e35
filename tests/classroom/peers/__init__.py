"""What must hold for peer review."""
