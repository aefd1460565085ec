"""Goals with what came of them, the gap taken apart, and what is to be done on a day."""
