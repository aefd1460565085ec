"""Python's own import, which PySide takes the place of."""

from __future__ import annotations

import builtins
import importlib


def import_plainly() -> None:
    """Python's own import again. That of PySide reads the source of every module that is imported after it, to see
    whether it asks for another spelling of Qt's names (``from __feature__ import …``): nothing here does, and it took
    a fifth of all the time of importing.
    """
    if builtins.__import__.__name__ == "__feature_import__":
        builtins.__import__ = importlib.__import__
