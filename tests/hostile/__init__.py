"""Text from outside that means harm, and the claim that nobody pays more for it than for its length."""
