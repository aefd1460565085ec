"""The book: an SQLite file with its tables, its change log and its copies."""
