"""What the record holds of a person: said, exported, deleted."""
