"""Claims about a writer's helpers."""
