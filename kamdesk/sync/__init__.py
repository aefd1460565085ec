"""Books that meet by file: versions of rows, their merge, the week package."""
