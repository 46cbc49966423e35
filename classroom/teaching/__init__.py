"""Class hours: presentations, how long steps took, class lists, and chance among students."""
