"""What the details beside a section's list hold: title, facts, deeds of the chosen entry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account import entries, facts
from kamdesk.qt.widgets.details import Deed, Fact

if TYPE_CHECKING:
    from kamdesk.qt.jobs import AccountView

Found = tuple[str, list[Fact], list[Deed]]


class Details(QObject):
    """``ask`` is told what is to be done (``open_people``, ``keep_promise`` …) and to which row."""

    def __init__(self, desk: Desk, ask: Callable[[str, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, ask

    def of(self, section: str, key: str, view: AccountView, today: date) -> Found | None:
        """The entry ``key`` of a section; None where it is not there (any more)."""
        made = {
            "people": self._person,
            "promises": self._promise,
            "visits": self._visit,
            "notes": self._note,
            "line": self._slot,
        }
        return made[section](key, view, today)

    def _deed(self, text: str, icon: str, name: str, key: str, *, primary: bool = False) -> Deed:
        return Deed(text, icon, lambda: self._ask(name, key), primary)

    def _person(self, key: str, view: AccountView, today: date) -> Found | None:
        person = next((row for row in view.page.people if row.id == key), None)
        if person is None:
            return None
        said = facts.person_facts(person, view.page.people, today, self._desk.speech)
        return person.name, said, [self._deed(self.tr("Edit"), "pencil", "open_people", key)]

    def _promise(self, key: str, view: AccountView, today: date) -> Found | None:
        promise = next((row for row in view.history.promises if row.id == key), None)
        if promise is None:
            return None
        if promise.state == "open":
            deeds = [
                self._deed(self.tr("Kept"), "check", "keep_promise", key, primary=True),
                self._deed(self.tr("Not kept…"), "x", "break_promise", key),
            ]
        else:
            deeds = [self._deed(self.tr("Open again"), "undo-2", "reopen_promise", key)]
        deeds.append(self._deed(self.tr("Edit"), "pencil", "edit_promise", key))
        deeds.append(self._deed(self.tr("Attach files…"), "paperclip", "attach_promise", key))
        return promise.what, facts.promise_facts(promise, today, self._desk.speech), deeds

    def _visit(self, key: str, view: AccountView, today: date) -> Found | None:
        visit = next((row for row in view.history.visits if row.id == key), None)
        if visit is None:
            return None
        day = self._desk.speech.full_day(visit.visited_on or visit.planned_date)
        deeds = []
        if visit.planned_date <= today and visit.state in ("planned", "done", "missed"):
            word = self.tr("Amend the report") if visit.state == "done" else self.tr("Write the report")
            deeds.append(self._deed(word, "pencil", "open_visits", key))
        if visit.report_id is not None:
            deeds.append(self._deed(self.tr("Attach files…"), "paperclip", "attach_report", visit.report_id))
        return day, facts.visit_facts(visit, view.history, self._desk.speech), deeds

    def _note(self, key: str, view: AccountView, today: date) -> Found | None:
        note = next((row for row in view.history.notes if row.id == key), None)
        if note is None:
            return None
        deeds = [
            self._deed(self.tr("Edit"), "pencil", "edit_note", key),
            self._deed(self.tr("Take back"), "trash-2", "take_back_note", key),
        ]
        return self.tr("Note"), facts.note_facts(note, self._desk.speech), deeds

    def _slot(self, key: str, view: AccountView, today: date) -> Found | None:
        slot = next((row for row in view.page.slots if row.id == key), None)
        if slot is None:
            return None
        speech = self._desk.speech
        said = [
            Fact(self.tr("Rhythm"), speech.rhythm(slot.every_weeks)),
            Fact(self.tr("Next on"), speech.full_day(slot.next_due)),
            Fact(self.tr("Since"), speech.full_day(slot.valid_from)),
            Fact(self.tr("Told to the customer"), self.tr("yes") if slot.promised else self.tr("no")),
        ]
        deeds = [
            self._deed(self.tr("Show in the week"), "route", "open_line", key),
            self._deed(self.tr("Move…"), "calendar-clock", "move_slot", key),
            self._deed(self.tr("End the fixed visit…"), "x", "end_slot", key),
        ]
        return entries.slot_entry(slot, today, speech).title, said, deeds
