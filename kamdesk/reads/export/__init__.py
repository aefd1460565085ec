"""What leaves the book in files: whole tables with the names of what they link to, lists, cards, the line's dates."""
