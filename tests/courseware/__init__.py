"""What the ground floor promises: YAML with positions, texts, expressions, chance."""
