"""One account: its head, and a section each for people, promises, visits, notes and fixed visits."""
