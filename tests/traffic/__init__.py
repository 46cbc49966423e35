"""What travels between the lab and a student elsewhere: every frame and every body, read letter by letter."""
