"""The window: the only room, with the composition root, that knows PySide6."""

from kamdesk.qt.overrides import guard_overrides

guard_overrides()
