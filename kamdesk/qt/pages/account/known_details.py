"""All of one row that was found out: its fields, what it rests on, what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.recording.grounds import ground_text
from kamdesk.qt.recording.words import all_of, entry_of
from kamdesk.qt.widgets.details import Deed, Fact

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.known import Ground

PARTS = {"benefit": "benefit_valuation", "risk": "advice", "suggested_order": "suggested_line"}
"""What is recorded of a single row of the kind, and stands below it."""


class KnownDetails(QObject):
    """``ask`` is told what is to be done and to what (``kind@id``)."""

    def __init__(self, desk: Desk, ask: Callable[[str, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, ask

    def of(self, key: str, whole: AccountWhole) -> tuple[str, list[Fact], list[Deed]] | None:
        """Title, facts and deeds of a row; None where it is not there (any more)."""
        known = whole.known
        row = known.row(key)
        if row is None:
            return None
        facts = [Fact(name, text) for name, text in all_of(self._desk, row, known.names)]
        facts.insert(0, Fact("", self._desk.speech.text(f"record.one.{row.kind}"), "text2"))
        if where := known.elsewhere.get(key):
            facts.insert(1, Fact(self.tr("Recorded at"), where))
        grounds = known.grounds.get(key, ())
        if grounds:
            said = "\n".join(f"· {ground_text(self._desk, ground)}" for ground in grounds)
            facts.append(Fact(self.tr("What it rests on"), said))
        deeds = [self._deed(self.tr("Amend"), "pencil", "amend", f"{row.kind}@{key}")]
        if part := PARTS.get(row.kind):
            text = {
                "benefit_valuation": self.tr("Their view"),
                "advice": self.tr("Advice given"),
                "suggested_line": self.tr("A product"),
            }[part]
            deeds.append(self._deed(text, "plus", "record_part", f"{part}@{key}"))
        if row.kind == "handover":
            deeds.append(
                self._deed(self.tr("What the next one must know"), "file-text", "handover_sheet", key)
            )
        deeds += [self._open(ground) for ground in grounds if ground.link is not None]
        deeds.append(self._deed(self.tr("Take back"), "trash-2", "take_back", f"{row.kind}@{key}"))
        return entry_of(self._desk, row, known.names).title, facts, deeds

    def _open(self, ground: Ground) -> Deed:
        """What it rests on is a click away."""
        names = {
            "visit": self.tr("The visit"),
            "note": self.tr("The note"),
            "attachment": self.tr("The file"),
        }
        icons = {"visit": "map-pin", "note": "message-square", "attachment": "paperclip"}
        deed = {"visit": "show_history", "note": "show_history", "attachment": "open_file"}[ground.table]
        return self._deed(names[ground.table], icons[ground.table], deed, ground.link or "")

    def _deed(self, text: str, icon: str, name: str, key: str) -> Deed:
        return Deed(text, icon, lambda: self._ask(name, key))
