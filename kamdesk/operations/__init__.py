"""Writes to the book: keyword-only functions, one transaction each, that return what they changed."""
