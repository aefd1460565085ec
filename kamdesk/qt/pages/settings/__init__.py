"""Settings: of the book and of this computer."""
