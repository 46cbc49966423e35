"""Tables from every kind of file in which schools keep them, read as they look and never worked out."""
