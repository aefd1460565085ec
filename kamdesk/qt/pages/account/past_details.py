"""Beside the timeline: the chosen event in full, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.amounts import products
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.details import Details, Found
from kamdesk.qt.pages.account.telling import event_entry
from kamdesk.qt.widgets.details import Deed, Fact

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.timeline import Event

OPENS = {
    "visit": "open_visits",
    "missed": "open_visits",
    "promise": "open_promises",
    "note": "edit_note",
    "order": "show_trade",
    "line": "show_line",
    "person": "show_people",
    "file": "open_file",
    "account": "edit_account",
}
SECTIONS = {"visit": "visits", "missed": "visits", "promise": "promises", "note": "notes", "person": "people"}


class PastDetails(QObject):
    """``ask`` is told what is to be done and to which row."""

    def __init__(self, desk: Desk, ask: Callable[[str, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, ask
        self._rows = Details(desk, ask, self)

    def opens(self, event: Event) -> str:
        """What Enter does."""
        return OPENS.get(event.kind, "")

    def of(self, event: Event, whole: AccountWhole, today: date) -> Found:
        section = SECTIONS.get(event.kind)
        if section is not None and event.code not in ("support", "influence", "began", "left"):
            found = self._rows.of(section, event.key, whole.view, today)
            if found is not None:
                return found
        return self._plain(event, whole, today)

    def _plain(self, event: Event, whole: AccountWhole, today: date) -> Found:
        """What has no details of its own is said in full."""
        entry = event_entry(event, today, self._desk.speech)
        said = [
            Fact("", self._desk.speech.full_day(event.day), "text2"),
            Fact("", entry.quiet),
            Fact("", entry.detail),
        ]
        if event.kind == "order":
            lines = whole.sheet.products.get(event.key, [])
            said[2] = Fact(self.tr("Products"), products(lines, self._desk.speech) or entry.detail)
        if event.kind == "action" and event.code == "open":
            deeds = [self._deed(self.tr("Done"), "check", "finish_action", event.key)]
        else:
            words = {
                "order": self.tr("All orders"),
                "line": self.tr("Fixed visits"),
                "person": self.tr("Show the person"),
                "file": self.tr("Open"),
                "account": self.tr("Edit the account"),
            }
            deed = OPENS.get(event.kind, "")
            word = words.get(event.kind, "")
            deeds = [self._deed(word, "arrow-right", deed, event.key)] if word else []
        return entry.title, said, deeds

    def _deed(self, text: str, icon: str, name: str, key: str) -> Deed:
        return Deed(text, icon, lambda: self._ask(name, key))
