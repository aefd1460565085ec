"""What is missing before the week can be closed: a list whose entries lead to where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.reads.week_end.missing import Missing, WeekMissing

ICONS = {"report": "clock", "reason": "circle-x", "promise": "handshake", "draft": "pencil"}


class GapsPanel(Panel):
    """``report_asked`` gives the visit to be reported, ``promise_asked`` the account and promise to be settled;
    ``on_asked``: nothing is missing, on to the next step."""

    report_asked = Signal(object)
    promise_asked = Signal(str, str)
    on_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._missing: WeekMissing | None = None
        self.model = EntriesModel(self)
        self.list = EntriesView(desk.theme, self.model)
        self._keys = label(desk.theme, "caption", "text3")
        self._none = EmptyState(desk.theme, "circle-check", first_icon="chevron-right")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        self.setLayout(column(self.head(), (self._stack, 1), row(self._keys, None), gap=10))
        self.list.opened.connect(self._open)
        self._none.first.clicked.connect(self.on_asked)
        self.retranslate()

    def begin(self) -> None:
        if self._missing is not None and not self.model.rowCount():
            self._none.first.setFocus()
        else:
            self.list.setFocus()

    def show_missing(self, missing: WeekMissing) -> None:
        self._missing = missing
        self._fill()

    def _fill(self) -> None:
        missing = self._missing
        if missing is None:
            return
        entries: list[Entry] = []
        group = ""
        for item in missing.items:
            if item.gap != group:
                group = item.gap
                title = f"{self._groups()[group]} {len(missing.of(item.gap))}"
                entries.append(Entry(f"#{group}", title, heading=True))
            entries.append(self._entry(item, missing))
        if missing.coming:
            title = self.tr("Promises still to fall due this week")
            entries.append(Entry("#coming", f"{title} {len(missing.coming)}", heading=True))
            entries += [self._entry(item, missing) for item in missing.coming]
        self.list.show_rows(entries)
        self._stack.setCurrentIndex(0 if entries else 1)
        self._keys.setVisible(bool(entries))
        self.quiet.setText(self._quiet(missing))
        self._none.say(
            self.tr("Nothing is missing"),
            self.tr(
                "Each visit of this week has its report or the reason why it did not take place, and no promise "
                "that was due is open."
            ),
            self.tr("On to the next step"),
        )

    def _entry(self, item: Missing, missing: WeekMissing) -> Entry:
        speech = self.desk.speech
        when = f"{speech.day(item.day)} {speech.weekday(item.day)}"
        if item.start is not None:
            when = f"{when} {clock(item.start)}"
        chip, tone, ground = self._chip(item, missing)
        detail = item.what or self._wants()[item.gap]
        return Entry(
            f"{item.gap}:{item.key}",
            item.account,
            detail,
            side=when,
            chip=chip,
            chip_tone=tone,
            chip_ground=ground,
            badge=(item.value_class, bool(item.is_key)),
        )

    def _chip(self, item: Missing, missing: WeekMissing) -> tuple[str, str, str]:
        """What a promise's day means today; that a report was begun."""
        if item.gap != "promise":
            return self.tr("begun") if item.begun else "", "text2", "sunken"
        if item.day < missing.today:
            return self.tr("overdue"), "bad", "badSoft"
        if item.day == missing.today:
            return self.tr("due today"), "warn", "warnSoft"
        return self.tr("not due yet"), "text2", "sunken"

    def _groups(self) -> dict[str, str]:
        return {
            "report": self.tr("Visits without a report"),
            "reason": self.tr("Missed without a reason"),
            "promise": self.tr("Promises due, not settled"),
            "draft": self.tr("Reports begun, not saved"),
        }

    def _wants(self) -> dict[str, str]:
        return {
            "report": self.tr("Write the report, or why it did not take place"),
            "reason": self.tr("Say why it did not take place"),
            "promise": "",
            "draft": self.tr("Finish and save it"),
        }

    def _quiet(self, missing: WeekMissing) -> str:
        left = len(missing.items)
        said = self.tr("%n things left", "", left) if left else self.tr("nothing is missing so far")
        said = said if left or missing.coming else ""
        ahead = self.tr("%n visits are still to come", "", missing.ahead) if missing.ahead else ""
        return self.desk.speech.joined((said, ahead))

    def _open(self, key: str) -> None:
        gap, _, rest = key.partition(":")
        missing = self._missing
        if missing is None:
            return
        listed = (*missing.of(gap), *(missing.coming if gap == "promise" else ()))
        item = next((each for each in listed if each.key == rest), None)
        if item is None:
            return
        if gap == "promise":
            self.promise_asked.emit(item.account_id, item.key)
        else:
            self.report_asked.emit(
                Subject(
                    item.account_id,
                    item.visit_id,
                    item.slot_id,
                    item.day,
                    missed=gap == "reason",
                    unplanned=item.visit_id is None and item.slot_id is None,
                )
            )

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Fill the gaps"))
        self.list.setAccessibleName(self.tr("What is missing"))
        self._keys.setText(self.tr("Enter opens where it is mended"))
        self._fill()
