"""Questions on their way out of the lab and back in."""
