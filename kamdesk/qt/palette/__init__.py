"""Search over everything: the field in the top bar, what is found under it, and what comes of choosing a line."""
