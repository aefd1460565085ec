"""What an account's card holds besides its form: hours, closed days, its numbers in other systems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.domain.account import OFFICE_LISTS
from kamdesk.domain.errors import RuleError
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.fields import DayField, set_wrong
from kamdesk.qt.widgets.hours_rows import HoursRows
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, rule
from kamdesk.qt.widgets.text_rows import TextRows
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.reads.account import AccountPage

CODE_WIDTH = 200


class Wrong(Exception):
    """What was typed can't be meant; the field is marked."""

    def __init__(self, said: str, field: QLineEdit) -> None:
        super().__init__(said)
        self.said, self.field = said, field


class AccountMore(QWidget):
    """Below the form of an account."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._titles = [label(theme, "strong") for _ in range(3)]
        self._hints = [label(theme, "caption", "text3", wrap=True) for _ in range(3)]
        self.hours = HoursRows(desk)
        self.closed = TextRows(desk, "closed", self._closed_fields)
        self.codes = TextRows(desk, "codes", self._code_fields)
        parts: list[QWidget] = []
        for title, hint, part in zip(
            self._titles, self._hints, (self.hours, self.closed, self.codes), strict=True
        ):
            parts += [rule(), title, hint, part]
        self.setLayout(column(*parts, gap=6))
        self._retranslate()

    def _closed_fields(self) -> Sequence[QLineEdit]:
        fields = DayField(), DayField(), QLineEdit()
        for field in fields[:2]:
            field.set_today(self._desk.today())
            field.setFixedWidth(150)
        return fields

    def _code_fields(self) -> Sequence[QLineEdit]:
        system = QLineEdit()
        system.setFixedWidth(CODE_WIDTH)
        return system, QLineEdit()

    def show_page(self, page: AccountPage) -> None:
        by_day: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for each in page.hours:
            by_day[each.weekday].append((each.opens, each.closes))
        self.hours.set_hours({day: tuple(dict.fromkeys(spans)) for day, spans in by_day.items()})
        self.closed.set_rows(
            [
                (each.first_day.isoformat(), each.last_day.isoformat(), each.reason or "")
                for each in page.closed
            ]
        )
        self.codes.set_rows([(self._system(system), code) for system, code in page.codes])

    def _system(self, system: str) -> str:
        """A system as it is shown: the office's, as lists come from it, has a name in each language."""
        return self.tr("office list") if system == OFFICE_LISTS else system

    def read(self) -> dict[str, object]:
        """Hours, closed days and numbers as `save_account` wants them. Raises RuleError or `Wrong`."""
        return {"hours": self.hours.hours(), "closed": self._closed(), "codes": self._codes()}

    def _closed(self) -> list[tuple[date, date, str | None]]:
        found = []
        for (_, _, reason), fields in self.closed.rows():
            first, last = (self._day(field) for field in fields[:2])
            first, last = first or last, last or first
            if first is None or last is None:
                self._wrong(self.tr("A closed day needs its date. Nothing was saved."), fields[0])
            if last < first:
                self._wrong(self._desk.speech.error(RuleError("days_backwards")), fields[1])
            found.append((first, last, reason or None))
        return found

    def _day(self, field: QLineEdit) -> date | None:
        assert isinstance(field, DayField)
        try:
            return field.day()
        except Unreadable as error:
            self._wrong(str(error), field)

    def _codes(self) -> list[tuple[str, str]]:
        found = []
        for (system, code), fields in self.codes.rows():
            if not code:
                self._wrong(
                    self.tr("A number is missing beside “{system}”. Nothing was saved.").format(
                        system=system
                    ),
                    fields[1],
                )
            found.append((OFFICE_LISTS if system in ("", self.tr("office list")) else system, code))
        return found

    def _wrong(self, said: str, field: QLineEdit) -> NoReturn:
        set_wrong(field, said)
        raise Wrong(said, field)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        titles = self.tr("Receives visitors"), self.tr("Closed days"), self.tr("Numbers in other systems")
        hints = (
            self.tr(
                "All empty: not known. A day left empty among others counts as closed, and the line warns of it."
            ),
            self.tr(
                "Stocktaking, a move, the customer's own holidays. The line warns of visits on these days."
            ),
            self.tr("Lists know the account by them. Leave the system empty for the office's lists."),
        )
        for part, text in zip((*self._titles, *self._hints), (*titles, *hints), strict=True):
            part.setText(text)
        self.closed.say(
            (self.tr("first day"), self.tr("last day"), self.tr("reason")),
            self.tr("Add closed days"),
            self.tr("Remove these days"),
        )
        self.codes.say(
            (self.tr("system"), self.tr("number")), self.tr("Add a number"), self.tr("Remove this number")
        )
