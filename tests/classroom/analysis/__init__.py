"""What the answers of a class say: the figures, and what of the record they are worked out of."""
