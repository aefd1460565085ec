"""Beside the timeline: the chosen event in full, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.amounts import products
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.details import Details, Found
from kamdesk.qt.pages.account.known_details import KnownDetails
from kamdesk.qt.pages.account.telling import event_entry
from kamdesk.qt.recording.words import all_of, entry_of
from kamdesk.qt.widgets.details import Deed, Fact

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.known import KnownRow
    from kamdesk.reads.timeline import Event

OPENS = {
    "visit": "open_visits",
    "missed": "open_visits",
    "promise": "open_promises",
    "note": "edit_note",
    "known": "amend",
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
        self._rows, self._known = Details(desk, ask, self), KnownDetails(desk, ask, self)
        self.names: Mapping[str, str] = {}
        """What the rows that were found out link to."""

    def opens(self, event: Event) -> str:
        """What Enter does."""
        return "show_questions" if _is_check(event) else OPENS.get(event.kind, "")

    def key(self, event: Event) -> str:
        """What that is done to."""
        return event.known.get("question") if event.known is not None and _is_check(event) else event.key

    def of(self, event: Event, whole: AccountWhole, today: date) -> Found:
        if event.known is not None:
            return self._known.of(event.known.id, whole) or self._found_out(event, event.known)
        section = SECTIONS.get(event.kind)
        if section is not None and event.code not in ("support", "influence", "began", "left"):
            found = self._rows.of(section, event.key, whole.view, today)
            if found is not None:
                return found
        return self._plain(event, whole, today)

    def _found_out(self, event: Event, row: KnownRow) -> Found:
        """A row that stands in no section of what was found out."""
        speech = self._desk.speech
        facts = [Fact(name, text) for name, text in all_of(self._desk, row, self.names)]
        facts.insert(0, Fact("", speech.text(f"record.one.{row.kind}"), "text2"))
        word = self.tr("Show the question") if _is_check(event) else self.tr("Amend")
        deed = self._deed(word, "arrow-right", self.opens(event), self.key(event))
        return entry_of(self._desk, row, self.names).title, facts, [deed]

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


def _is_check(event: Event) -> bool:
    return event.known is not None and event.known.kind == "checked"
