"""Queries: each takes the open book and gives frozen rows for one screen, one paper or one command."""
