"""Market: the dividing line, where the value lies, who comes, what rivals do, how ready we are."""
