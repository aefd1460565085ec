"""What of the book is found by searching: kinds, records and their parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Table

from kamdesk.db import tables as t

Kind = Literal[
    "account", "contact", "promise", "visit", "note", "action", "order", "product", "attachment", "known"
]
KINDS: tuple[Kind, ...] = (
    "account",
    "contact",
    "promise",
    "visit",
    "note",
    "action",
    "order",
    "product",
    "attachment",
    "known",
)
"""What is found. A kind's place is part of the number of its records in the index: new kinds go to the end."""
Nature = Literal["name", "person", "tag", "text", "number"]
CHUNK = 400
SUBJECTS = (t.account, t.contact, t.note, t.visit, t.promise, t.action, t.order, t.product)
"""The tables that a file may be kept with."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a record: which field it is, and how it is searched.

    ``name`` and ``person`` are found by their sound too and come before other hits, ``tag`` by its sound, ``number``
    from its middle.
    """

    field: str
    text: str
    nature: Nature = "text"


@dataclass(frozen=True, slots=True)
class Content:
    """A record as it is searched. ``accounts`` are those it belongs to, as they are shown; ``day`` is its own day.

    ``opens``: of what was found out, the record (``kind@id``) in which it is read and changed.
    """

    kind: Kind
    record: str
    accounts: tuple[str, ...]
    day: date | None
    key: bool
    parts: tuple[Part, ...]
    opens: str = ""


TABLES: dict[Kind, Table] = {
    "account": t.account,
    "contact": t.contact,
    "promise": t.promise,
    "visit": t.visit,
    "note": t.note,
    "action": t.action,
    "order": t.order,
    "product": t.product,
    "attachment": t.attachment,
}
"""The table whose ids are the ids of a kind's records. Those of what was found out are ``table@id``."""
