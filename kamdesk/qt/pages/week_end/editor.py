"""Another value than either side's, written in the field that suits its kind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kamdesk.exchange.out.shapes import Shape, decode, encode
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, DayField, TimeField, set_wrong
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.reads.week_end.odds import Odds

LONG = frozenset({"what", "text", "points", "rival_note", "next_step", "note", "objective", "workaround", "cause_text",
    "expected_effect", "effect_seen", "reason_text", "content", "told"})  # fmt: skip


class ValueEditor(QWidget):
    """``written`` gives the value as the book's JSON has it; ``put_back`` on Esc or Cancel."""

    written = Signal(object)
    put_back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._odds: Odds | None = None
        self.field: QWidget = QLineEdit()
        self._name = label(theme, "caption", "text2")
        self._wrong = label(theme, "caption", "bad", wrap=True)
        self._slot = column(gap=0)
        self.save, self.cancel = Button(theme, kind="primary", icon="check"), Button(theme)
        self.setLayout(column(self._name, self._slot, self._wrong, row(self.save, self.cancel, None), gap=6))
        self.save.clicked.connect(self.try_it)
        self.cancel.clicked.connect(self.put_back)
        self.retranslate()

    def begin(self, odds: Odds) -> None:
        """With the value that is shown now, to be changed."""
        self._odds = odds
        while self._slot.count():
            old = self._slot.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.field = self._field(odds)
        self.field.setAccessibleName(odds.heading)
        self._slot.addWidget(self.field)
        self._name.setText(odds.heading)
        self._say("")
        self.field.setFocus()
        if isinstance(self.field, QLineEdit | QPlainTextEdit):
            self.field.selectAll()

    def _field(self, odds: Odds) -> QWidget:
        shape, value = odds.field.shape, odds.choices[odds.shown - 1].value
        match shape:
            case Shape.DAY:
                day = DayField()
                day.set_today(self._desk.today())
                day.set_day(date.fromisoformat(str(value)) if value else None)
                return self._entered(day)
            case Shape.CLOCK:
                time = TimeField()
                time.set_minute(int(value) if isinstance(value, int) else None)
                return self._entered(time)
            case Shape.CHOICE | Shape.FLAG | Shape.LINK:
                combo = Combo()
                if not odds.field.required:
                    combo.addItem(self.tr("(empty)"), "")
                pairs = odds.names if shape is Shape.LINK else odds.field.choices.items()
                for code, said in pairs:
                    combo.addItem(said, code)
                code = str(value).lower() if shape is Shape.FLAG else str(value if value is not None else "")
                combo.choose(code)
                return combo
        text = "" if value is None else str(encode(odds.field, value, odds.currency))
        if odds.field.name in LONG:
            area = QPlainTextEdit(text)
            area.setTabChangesFocus(True)
            area.setFixedHeight(92)
            return area
        return self._entered(QLineEdit(text))

    def _entered(self, field: QLineEdit) -> QLineEdit:
        field.returnPressed.connect(self.try_it)
        return field

    def try_it(self) -> None:
        """Give the value where it can be one of the field, else say in place what is wrong with it."""
        try:
            value = self._value()
        except Unreadable as error:
            self._say(str(error))
        except Doubt as error:
            self._say(self._desk.speech.raised(self._desk.speech.text(f"import.reason.{error.reason}")))
        else:
            self.written.emit(value)

    def _value(self) -> Any:
        odds, field = self._odds, self.field
        assert odds is not None
        if isinstance(field, DayField):
            day = field.day()
            value: Any = day.isoformat() if day else None
        elif isinstance(field, TimeField):
            value = field.minute()
        elif isinstance(field, Combo):
            code = field.currentData()
            value = decode(odds.field, code) if code and odds.field.shape is not Shape.LINK else code or None
        else:
            value = decode(odds.field, self.text().strip() or None, odds.currency)
        if value is None and odds.field.required:
            raise Doubt("sheet_required")
        return value

    def text(self) -> str:
        """What was written, as it stands in the field."""
        field = self.field
        if isinstance(field, Combo):
            return field.currentText()
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()  # type: ignore[attr-defined]

    def refuse(self, error: Exception) -> None:
        """The book did not take it."""
        self._say(self._desk.speech.error(error))

    def wrong(self) -> str:
        return self._wrong.text()

    def _say(self, reason: str) -> None:
        set_wrong(self.field, reason)
        self.field.setAccessibleDescription(reason)
        self._wrong.setText(reason)
        self._wrong.setVisible(bool(reason))

    def retranslate(self) -> None:
        self.save.set_label(self.tr("Write this"))
        self.cancel.set_label(self.tr("Cancel"), "Esc")
