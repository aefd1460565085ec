"""The cycle of the line as one picture: a small week a row, to see and to shift which week a slot falls in."""
