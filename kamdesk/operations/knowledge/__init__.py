"""What a rep finds out, written down: one way for every kind of it."""
