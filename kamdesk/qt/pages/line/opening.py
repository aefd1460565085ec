"""A stop opened: its card beside it, and what is asked for from there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.line.stop_card import StopCard

if TYPE_CHECKING:
    from kamdesk.qt.pages.line.page import LinePage
    from kamdesk.reads.slots import StopPast


class Opening(QObject):
    def __init__(self, desk: Desk, page: LinePage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    @cached_property
    def card(self) -> StopCard:
        card, page = StopCard(self._desk, self._page), self._page
        card.asked.connect(self._asked)
        card.slot_asked.connect(lambda slot_id, monday: page.going.show_slot(slot_id, monday, "select"))
        return card

    def retranslate(self) -> None:
        if "card" in vars(self):
            self.card.retranslate()

    def open_stop(self, key: str) -> None:
        page = self._page
        stop, rest = page.stop(key), page.looks.resting(key)
        if stop is not None:
            self.card.show_stop(stop)
            account = stop.account.id
        elif rest is not None:
            self.card.show_resting(rest.account, rest.slot, rest.start, rest.minutes)
            account = rest.account.id
        else:
            return
        page.select(key)
        self._desk.runner.read(jobs.stop_past, done=self._show, account_id=account, today=self._desk.today())

    def _show(self, past: StopPast) -> None:
        page, key = self._page, self._page.chosen()
        slot = page.flow.slot_of(key)
        self.card.show_slots(past.slots, slot.id if slot else "", self._desk.today())
        self.card.show_history(past.events)
        self.card.open_at(page.looks.anchor(key, page))
        (self.card.report if self.card.report.isEnabled() else self.card.first_deed()).setFocus()

    def _asked(self, what: str) -> None:
        page, key = self._page, self._page.chosen()
        stop, rest = page.stop(key), page.looks.resting(key)
        account = stop.account if stop else rest.account if rest else None
        if account is None:
            return
        if what == "account":
            page.account_asked.emit(account.id)
        elif what in ("report", "missed") and stop is not None:
            page.report_asked.emit(stop, what == "missed")
        elif what == "move":
            page.flow.move_chosen()
        elif what == "wish":
            page.wish_asked.emit()
        elif what == "end":
            page.flow.end_chosen()
        elif what == "add":
            page.placing.put_on_line(account.id)
