"""What stands in a week package, line by line: JSON arrays whose first element says what they are.

Made so that a newer minor version may append elements to a line, and lines of a kind that this one passes over.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

MAJOR, MINOR = 1, 4
to_json = msgspec.json.Encoder().encode
from_json = msgspec.json.Decoder().decode
Count = int
Scalar = None | bool | int | float | str


class Header(msgspec.Struct, kw_only=True):
    """The first line, an object. ``tables`` names each table once with the fields that the sender knows of it;
    ``origins`` the replicas that the rows' dots are of, ``devices`` whose they are; ``scope`` the accounts that the
    receiver looks after, None: all of them. ``left`` are rows, by table and id, that the receiver has had and that hang
    on none of these any more.
    """

    kamdesk: str
    format: tuple[int, int]
    schema: int
    program: str
    key: str
    rep: str
    device: str
    role: str
    recipient: str
    replica: str
    since: int
    upto: int
    acks: dict[str, int]
    spared: str | None
    made_at: str
    week: str | None
    closed: bool
    origins: list[str]
    devices: list[tuple[str, str] | None]
    tables: list[tuple[str, list[str]]]
    scope: list[str] | None = None
    left: list[tuple[str, str]] = []


class StampLine(msgspec.Struct, array_like=True, tag="s", gc=False):
    """About a write: origin (by its place in the header), counter, hybrid clock, user."""

    origin: int
    counter: int
    clock: int
    user: str | None


class RowLine(msgspec.Struct, array_like=True, tag="r", gc=False):
    """A row: table (by its place), id, vector (origin, counter, …), the write of most fields, values in the header's
    order with trailing nulls left off, fields written by others, fields of which the table in the header says nothing.
    """

    table: int
    row: str
    vector: tuple[int, ...]
    base: tuple[int, int]
    values: tuple[Scalar, ...]
    exceptions: dict[str, list[tuple[int, int, Any, Any]]] | None = None
    extra: dict[str, Any] | None = None


class FileLine(msgspec.Struct, array_like=True, tag="f"):
    """The content of an attachment, by its SHA-256."""

    sha256: str
    content: bytes


class CapsuleLine(msgspec.Struct, array_like=True, tag="k"):
    """What a replica's rep alone may read, sealed to the rep's own keys: ``number`` grows with each that it makes."""

    replica: str
    number: int
    content: bytes


class CapsuleBody(msgspec.Struct, kw_only=True):
    """What is in a capsule, as in a package: the writes that its rows are of, and the rows."""

    replica: str
    number: int
    origins: list[str]
    tables: list[tuple[str, list[str]]]
    stamps: list[StampLine]
    rows: list[RowLine]


class EntrustedLine(msgspec.Struct, array_like=True, tag="m"):
    """What the rep of a replica lets another of this name read, sealed to that one's keys alone: a manager, or where
    ``role`` is ``rep`` a colleague.
    """

    replica: str
    number: int
    rep: str
    manager: str
    content: bytes
    role: str = "manager"


class EntrustedRow(msgspec.Struct, kw_only=True):
    """One thing that is shared: the writes that are in it, and what it says; nothing where it is shared no more.

    The names are null where the account has left the book of whom it is.
    """

    id: str
    vector: dict[str, int]
    shared: bool
    account: str | None = None
    contact: str | None = None
    last_heard: date | None = None
    told: str | None = None
    until: date | None = None
    account_id: str | None = None
    contact_id: str | None = None


class EntrustedBody(msgspec.Struct, kw_only=True):
    """All that a replica knows to be shared with one manager or colleague, or to have been."""

    replica: str
    number: int
    rows: list[EntrustedRow]


class EndLine(msgspec.Struct, array_like=True, tag="end"):
    """The last line: how many rows, the SHA-256 of all that stands before it, and its signature."""

    rows: int
    sha256: str
    signature: str


Line = StampLine | RowLine | FileLine | CapsuleLine | EntrustedLine | EndLine
