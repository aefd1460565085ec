"""The window: the only room, with the composition root, that knows PySide6."""

from kamdesk.qt.overrides import guard_overrides
from kamdesk.qt.plain_import import import_plainly

import_plainly()
guard_overrides()
