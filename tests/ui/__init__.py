"""The pages as they are read, in both languages, without a browser."""
