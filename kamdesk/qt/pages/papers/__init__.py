"""Papers: chosen, seen as they will be printed, printed or saved."""
