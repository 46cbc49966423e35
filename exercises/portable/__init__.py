"""A question as paper or a platform can hold it: drawn, with its answers and its data in plain values."""
