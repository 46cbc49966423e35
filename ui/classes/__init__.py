"""The page of classes: entry codes, lists, who waits, who teaches."""
