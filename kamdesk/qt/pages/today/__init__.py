"""Today: the next stop, the day's line, what is due."""
