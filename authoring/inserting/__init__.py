"""Ready-made parts that are put into a file where the cursor stands, to be overwritten."""
