"""Note 记录 and attachments: what is kept beside the fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.domain.row import Row

LARGEST = 20_000_000
"""Bytes of the largest file that is kept in a book: more would make every copy of it slow."""


@dataclass(kw_only=True, eq=False)
class Note(Row):
    """Words about an account, perhaps about one of its people, on the day they are about."""

    account_id: str
    text: str
    noted_on: date
    contact_id: str | None = None
    visit_id: str | None = None


@dataclass(kw_only=True, eq=False)
class Attachment(Row):
    """A file kept with a row: ``subject`` names the table, ``sha256`` the content, which is stored once."""

    subject: str
    subject_id: str
    name: str
    media_type: str | None = None
    sha256: str
    rank: int = 0
