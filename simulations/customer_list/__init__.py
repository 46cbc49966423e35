"""A customer list: what a list of names is worth to its buyer, by how old it is and who on it came back."""
