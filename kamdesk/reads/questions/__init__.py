"""The questions answered: views of accounts and of the book read in bulk, sentences in either language."""
