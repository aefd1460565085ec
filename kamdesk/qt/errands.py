"""What the worker is sent: a read or a write, another book, the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kamdesk.qt.ticket import Ticket

if TYPE_CHECKING:
    from kamdesk.db.store import Store

Deliver = Callable[[Any], None]


@dataclass(slots=True)
class Job:
    """A read or a write, and what came of it."""

    work: Callable[[Store], Any]
    done: Deliver | None
    failed: Callable[[Exception], None] | None
    ticket: Ticket
    writes: bool = False
    bookless: bool = False
    """It is carried out without an open book too."""
    result: Any = None
    error: Exception | None = None
    superseded: bool = False
    """The same was asked for again before this one began: it is neither carried out nor delivered."""


@dataclass(frozen=True, slots=True)
class Close:
    """The end of the worker's thread."""


@dataclass(slots=True)
class Swap:
    """Another book: ``opens`` gives it, in the worker; the one before is closed first."""

    opens: Callable[[], Store]
    ticket: Ticket
    error: Exception | None = None
    store: Any = field(default=None)


def alive(deliver: Callable[..., object]) -> bool:
    """Whether the widget that waits for a result is still there."""
    receiver = getattr(deliver, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)
