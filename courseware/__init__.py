"""The ground floor: text in two languages, YAML with positions, safe expressions, seeds."""
