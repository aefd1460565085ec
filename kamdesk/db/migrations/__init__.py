"""How the book's tables came to be, step by step; run on a copy of the book by `kamdesk.db.migrating`."""
