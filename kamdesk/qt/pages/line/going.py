"""Going to a stop that another week or another look shows, and what is done with it once it is read there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.schedule import monday_of
from kamdesk.qt.pages.line.asked import Place
from kamdesk.qt.pages.line.looks import REST, WEEK

if TYPE_CHECKING:
    from kamdesk.qt.jobs import LineView
    from kamdesk.qt.pages.line.page import LinePage


class Going(QObject):
    """``select_followed`` and ``act_on_wanted`` are called once a week stands in the page."""

    def __init__(self, page: LinePage) -> None:
        super().__init__(page)
        self._page = page
        self._wanted: tuple[str, str] | None = None
        self._followed: tuple[str, int, int] | None = None

    def show_day_of(self, day: date) -> None:
        """From the cycle to the week of a day."""
        page = self._page
        page.look(WEEK)
        page.week_asked.emit(monday_of(day))
        if monday_of(day) == page.monday:
            page.grid.setFocus()

    def open_week_of(self, key: str) -> None:
        """A stop of the cycle is opened in its week."""
        stop = self._page.stop(key)
        if stop is not None:
            self.show_slot(stop.slot.id if stop.slot else key, monday_of(stop.date), "show")

    def show_slot(self, slot_id: str, monday: date, deed: str) -> None:
        """Go to the week in which a slot falls next; there ``move_slot``, ``end_slot``, ``show`` or ``select`` it."""
        page = self._page
        self._wanted = (slot_id, deed)
        if page.looks.in_cycle():
            page.look(WEEK)
        if monday == page.monday:
            page.read()
        else:
            page.week_asked.emit(monday)

    def follow(self, account_id: str, place: Place) -> None:
        """Choose the account's stop at a place once it is read there: what was moved stays in the hand."""
        self._followed = (account_id, place.weekday, place.start)

    def select_followed(self) -> None:
        followed, self._followed = self._followed, None
        grid = self._page.grid
        for block in grid.sheet().blocks:
            if followed == (block.account_id, block.day, block.start) and block.here:
                grid.select(block.key)

    def act_on_wanted(self, view: LineView) -> None:
        """Do with the stop that was gone to what was to be done."""
        if self._wanted is None:
            return
        page = self._page
        slot_id, deed = self._wanted
        self._wanted = None
        key = next(
            (s.key for s in view.week.stops if (s.slot and s.slot.id == slot_id) or s.key == slot_id),
            f"{REST}{slot_id}",
        )
        page.grid.select(key)
        deeds = {
            "move_slot": page.flow.move_chosen,
            "end_slot": page.flow.end_chosen,
            "select": page.focus_line,
        }
        deeds.get(deed, lambda: page.opening.open_stop(key))()
