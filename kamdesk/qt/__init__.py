"""The window: the only room, with the composition root, that knows PySide6."""
