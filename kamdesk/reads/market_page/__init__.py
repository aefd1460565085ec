"""The page of the market: who is a key account, where the value lies, who comes, what rivals do, how ready we are."""
