"""The page of goals: what is to be reached, how far it is, where a gap comes from, what is done about it."""
