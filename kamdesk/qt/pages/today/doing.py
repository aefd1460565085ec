"""What is asked for on Today: a visit begun, an address copied, a report gone on with; it leaves as a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from kamdesk.domain.addresses import without_repeats
from kamdesk.qt.pages.report.subject import Subject

if TYPE_CHECKING:
    from kamdesk.qt.pages.today.page import TodayPage
    from kamdesk.reads.stops import Stop


class Doing(QObject):
    def __init__(self, page: TodayPage) -> None:
        super().__init__(page)
        self._page = page

    def do(self, deed: str, stop: Stop | None) -> None:
        """What the hero or the menu asks about a stop."""
        if stop is None:
            return
        if deed == "start":
            self.start(stop)
        elif deed == "account":
            self._page.account_asked.emit(stop.account.id)
        elif deed in ("address", "place"):
            self.copy_place(deed, stop)
        else:
            self._page.stop_asked.emit(deed, stop)

    def start(self, stop: Stop) -> None:
        """The rep stands at the door: the report opens, and the time of arrival is stamped. What is begun goes on."""
        slot_id = stop.slot.id if stop.slot else None
        here = stop.state == "planned" and stop.key not in self._page.moment().unreported
        self._page.report_asked.emit(Subject(stop.account.id, stop.visit_id, slot_id, stop.date, start=here))

    def copy_place(self, deed: str, stop: Stop) -> None:
        account, place = stop.account, stop.account.place
        parts = without_repeats(account.province, account.city, account.district, account.address)
        text = "".join(parts)
        if self._page.desk.speech.language == "en" and text.isascii():
            text = ", ".join(reversed(parts))
        if deed == "place" and place is not None:
            text = f"{place.latitude:.6f},{place.longitude:.6f}"
        self.copy(text)

    def copy(self, text: str) -> None:
        """It is on the clipboard, and that is told."""
        QGuiApplication.clipboard().setText(text)
        self._page.told.emit(self.tr("Copied: {text}").format(text=text))

    def open_row(self, key: str) -> None:
        stop = self._page.stop(key)
        if stop is not None:
            self.start(stop)
        elif key.startswith("rest:"):
            self._page.account_asked.emit(key.removeprefix("rest:"))

    def do_plain(self, deed: str) -> None:
        if deed.startswith("write:"):
            self.do("start", self._page.stop(deed.removeprefix("write:")))
        else:
            self._page.asked.emit(deed)

    def do_line(self, deed: str, key: str) -> None:
        """A line of the cards was pressed."""
        deed = deed if deed in ("act:action", "act:step") else deed.removeprefix("act:")
        if deed == "late":
            beside = self._page.beside()
            late = next((one for one in beside.late if one.key == key), None) if beside else None
            if late is not None:
                self._page.report_asked.emit(Subject(late.account.id, late.visit_id, late.slot_id, late.day))
        elif deed in ("late_all", "steps_all", "days_all"):
            self._page.cards.show_all(deed)
        elif deed == "draft":
            self.go_on(key)
        elif deed == "account":
            self._page.account_asked.emit(key)
        else:
            self._page.line_asked.emit(deed, key)

    def go_on(self, key: str = "") -> None:
        """With the report that was begun, the last one where no key says which."""
        board = self._page.board()
        drafts = board.drafts if board else ()
        draft = next((one for one in drafts if key in ("", one.key)), None)
        if draft is not None:
            unplanned = draft.visit_id is None and draft.slot_id is None
            self._page.report_asked.emit(
                Subject(draft.account_id, draft.visit_id, draft.slot_id, draft.day, unplanned=unplanned)
            )
