"""When a customer receives visitors: a line for each weekday, its spans typed as people write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kamdesk.domain.errors import RuleError
from kamdesk.domain.hours import Span, read_spans, write_spans
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import set_wrong
from kamdesk.qt.widgets.labels import label

WEEKDAYS = range(7)
WORKDAYS = range(1, 5)


class HoursRows(QWidget):
    """An empty day among others is closed; all empty means that nothing is known."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("hours")
        self.days = [QLineEdit() for _ in WEEKDAYS]
        self._names: list[QLabel] = []
        self.as_monday = Button(desk.theme, kind="link", icon="copy")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for weekday, field in enumerate(self.days):
            name = label(desk.theme, "body", "text2")
            name.setBuddy(field)
            self._names.append(name)
            place, part = weekday % 4, weekday // 4
            grid.addWidget(name, place, part * 2)
            grid.addWidget(field, place, part * 2 + 1)
            field.textChanged.connect(self._on_edited)
        grid.addWidget(self.as_monday, 3, 3)
        self.as_monday.clicked.connect(self._copy_monday)
        self._retranslate()

    def set_hours(self, hours: Mapping[int, Sequence[Span]]) -> None:
        for weekday, field in enumerate(self.days):
            field.setText(write_spans(hours.get(weekday, ())))

    def hours(self) -> dict[int, tuple[Span, ...]]:
        """What was typed. Raises RuleError where a day can't be read: that field is marked and gets the focus."""
        found: dict[int, tuple[Span, ...]] = {}
        for weekday, field in enumerate(self.days):
            try:
                spans = read_spans(field.text())
            except RuleError as error:
                set_wrong(field, self._desk.speech.error(error))
                field.setFocus()
                raise
            if spans:
                found[weekday] = spans
        return found

    def is_empty(self) -> bool:
        return not any(field.text().strip() for field in self.days)

    def draft_value(self) -> object:
        """The days as they stand, readable or not."""
        return [field.text() for field in self.days]

    def set_draft_value(self, value: object) -> None:
        texts = value if isinstance(value, list) else []
        for field, text in zip(self.days, texts, strict=False):
            field.setText(str(text))

    def _copy_monday(self) -> None:
        for weekday in WORKDAYS:
            self.days[weekday].setText(self.days[0].text())
        self.days[5].setFocus()

    def _on_edited(self) -> None:
        for field in self.days:
            set_wrong(field, "")
        empty = self.is_empty()
        for field in self.days:
            field.setPlaceholderText(self.tr("8:30–17:30") if empty else self.tr("closed"))
        self.as_monday.setEnabled(bool(self.days[0].text().strip()))
        self.edited.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for weekday, (name, field) in enumerate(zip(self._names, self.days, strict=True)):
            said = self._desk.speech.text(f"weekday.{weekday}")
            name.setText(said)
            field.setAccessibleName(self.tr("Receives visitors on {day}").format(day=said))
        self.as_monday.set_label(self.tr("Tuesday to Friday as Monday"))
        self._on_edited()
