"""Who is a key account: the book's accounts with their sales, the rule, the service that they get."""
