"""Forms beside a text for the commonest changes."""
