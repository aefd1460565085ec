"""Notes put right and taken back; they are written with `kamdesk.operations.promises.add_note`."""

from __future__ import annotations

from datetime import date, datetime

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.note import Note
from kamdesk.operations.fields import assign, check_links, require


def change_note(
    store: Store, *, note_id: str, text: str, noted_on: date, now: datetime, contact_id: str | None = None
) -> Changes:
    """Other words, another day or another person. Raises RuleError where no words are left."""
    with store.write("note.change", now=now) as tx:
        note = tx.get(Note, note_id)
        assign(note, {"text": require(text, "text"), "noted_on": noted_on, "contact_id": contact_id})
        check_links(tx, note)
    return tx.changes()


def take_back_note(store: Store, *, note_id: str, now: datetime) -> Changes:
    """The note is gone from every list; undo brings it back."""
    with store.write("note.remove", now=now) as tx:
        tx.take_back(tx.get(Note, note_id))
    return tx.changes()
