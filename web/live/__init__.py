"""The live class on its way to phones and windows: who is told what, and how often."""
