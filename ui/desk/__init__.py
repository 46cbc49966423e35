"""The teacher's desk: write a lesson, see it, check it, keep it; for those only who hold its key."""
