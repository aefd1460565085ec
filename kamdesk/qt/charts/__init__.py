"""Figures drawn: each a widget over frozen rows, walked with the arrow keys."""
