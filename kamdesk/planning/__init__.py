"""The fixed line as a problem of planning: its form, the search for a plan, and the checker that trusts neither."""
