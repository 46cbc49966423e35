"""What must hold for every dataset: the same bytes for ever, plausible people, files that read back."""
