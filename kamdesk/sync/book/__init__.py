"""Versions in the book: what the change log says becomes states of rows, states become rows and packages."""
