"""New files of the course, begun from an example that has all the parts."""
