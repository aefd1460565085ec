"""The visit report: the blanks of the week plan, one to one, filled in with the keyboard alone."""
