"""The week package as a file: keys and cards, the lines in it, writing and reading."""
