"""A writer's helpers: what may be written where, forms, parts to insert, new files, and the command line."""
