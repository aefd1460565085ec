"""The 45 questions: each a pure function from what is known to an answer, and one row of a table."""
