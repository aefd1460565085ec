"""What the end of a week looks at: what is missing, what waits, what went out and came in, what two books wrote."""
