"""The search index: what is found by which words, kept true in every write."""
