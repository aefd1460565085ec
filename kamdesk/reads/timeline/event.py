"""An event of an account's past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kamdesk.reads.known import KnownRow


class Kind(StrEnum):
    """What an event is about, in the order of the filters."""

    VISIT = "visit"
    MISSED = "missed"
    PROMISE = "promise"
    NOTE = "note"
    KNOWN = "known"
    ACTION = "action"
    ORDER = "order"
    LINE = "line"
    PERSON = "person"
    FILE = "file"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Event:
    """``key`` is the id of the row that opens, ``code`` what happened to it (a visit's outcome, ``made``, a field's
    name …), ``minute`` the minute of the day where it is known.

    ``title`` and ``detail`` are words of the rep's; ``who`` names people; ``old`` and ``new`` are a field's values.
    Of what was found out ``known`` is the row, ``parts`` the lines that are a part of what it says; its key is
    ``kind@id``.
    """

    kind: Kind
    key: str
    day: date
    code: str = ""
    minute: int | None = None
    title: str = ""
    detail: str = ""
    who: str = ""
    old: str | None = None
    new: str | None = None
    known: KnownRow | None = None
    parts: tuple[KnownRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Newest first; ``more``: there are older events than were asked for. ``names``: what known rows link to, by id."""

    events: tuple[Event, ...]
    more: bool
    names: Mapping[str, str] = field(default_factory=dict)
