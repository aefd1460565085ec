"""What the suggested order is reckoned from, and the suggestion for an account."""
