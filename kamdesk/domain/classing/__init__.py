"""Who is a key account, and what that means: the rule with its figures, the map, the service, the time."""
