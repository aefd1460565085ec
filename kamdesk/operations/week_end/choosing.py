"""A conflict as a person meets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kamdesk.sync.merge import Json


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values: what, what stood there before, when by the writer's clock, by whom on which device.

    For a row taken back the value is the moment, None for who keeps it.
    """

    value: Json
    before: Json
    at: datetime | None
    user: str | None
    rep: str | None
    device: str | None


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A field with several values, in the order in which they are numbered from 1; ``shown`` is the number shown now.

    ``edits`` are, for a row taken back, the fields that were written by who did not know of that; ``what`` is what the
    row is called. ``again``: it was settled here, and the choice was undone. ``ring`` are, for an account that would
    stand below itself, those above it, up to the one that stands below it.
    """

    id: str
    table: str
    row: str
    field: str
    choices: tuple[Choice, ...]
    shown: int
    edits: tuple[str, ...] = ()
    what: str = ""
    again: bool = False
    ring: tuple[str, ...] = ()
