"""Goals: year, quarter, month and week against what is there, where a gap comes from, what is done about it."""
