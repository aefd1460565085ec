"""What Qt calls in our classes may fail without ending the program.

Under Python 3.11 PySide6 6.11.3 dies where a Python override of a virtual function (``paintEvent``, ``eventFilter``, a
model's ``data`` …) raises: it takes apart the error that is under way as if it were one of a newer Python.
``tests/qt/test_overrides.py`` shows it in a process of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6 import QtCore

QUIET_FOR = 2.0
"""Seconds in which one fault, raised at every paint perhaps, is told once."""


def guard_overrides(root: type[Any] = QtCore.QObject) -> None:
    """From now on each override in a class made under Qt's ``root`` is guarded: it tells its fault and answers as Qt
    would."""
    if "__init_subclass__" not in vars(root):
        root.__init_subclass__ = classmethod(_guarded)  # type: ignore[assignment]


def _guarded(cls: type[Any], **options: Any) -> None:
    for name, function in list(vars(cls).items()):
        if isinstance(function, FunctionType) and not name.startswith("__") and _is_of_qt(cls, name):
            setattr(cls, name, _guard(cls, name, function))


def _is_of_qt(cls: type[Any], name: str) -> bool:
    return any(base.__module__.startswith("PySide6.") and name in vars(base) for base in cls.__mro__[1:])


def _guard(cls: type[Any], name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    told = -QUIET_FOR

    @wraps(function)
    def guarded(self: Any, *arguments: Any, **named: Any) -> Any:
        nonlocal told
        try:
            return function(self, *arguments, **named)
        except Exception:
            if (now := time.monotonic()) - told >= QUIET_FOR:
                told = now
                sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
            return _as_qt(cls, name, self, arguments, named)

    return guarded


def _as_qt(cls: type[Any], name: str, this: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """What the class above answers; of a function that it leaves to others, what means nothing."""
    try:
        return getattr(super(cls, this), name)(*arguments, **named)
    except Exception:
        return {
            "rowCount": 0,
            "columnCount": 0,
            "index": QtCore.QModelIndex(),
            "parent": QtCore.QModelIndex(),
            "flags": QtCore.Qt.ItemFlag.NoItemFlags,
        }.get(name)
