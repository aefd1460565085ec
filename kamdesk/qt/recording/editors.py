"""One editor for each shape of value: what it shows, what it holds, why it can't be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from kamdesk.domain.knowledge.described import As, Described
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets import numbers
from kamdesk.qt.widgets.chips import Chips
from kamdesk.qt.widgets.fields import Combo, DayField
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.rating import Rating
from kamdesk.qt.widgets.typed import Unreadable

FEW = 6
"""So many choices are all shown side by side."""
MONTHS = ("month", "first_month", "last_month")
translate = QCoreApplication.translate


class Editor:
    """``widget`` stands in the form, ``field`` takes the keys and is marked where it is wrong."""

    wide = False

    def __init__(self, told: Described, widget: QWidget, field: QWidget | None = None) -> None:
        self.told = told
        self.widget = widget
        self.field = field or widget
        self.field.setObjectName(told.name)

    def value(self) -> object:
        """What it holds; None for nothing. Raises Unreadable."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        raise NotImplementedError

    def say(self, name: str, desk: Desk) -> None:
        """Its name for a screen reader, and its words."""
        self.field.setAccessibleName(name)


class LineEditor(Editor):
    """A line of text, read by ``parse`` and written by ``write``; ``wrong`` says why it can't be read."""

    def __init__(
        self,
        told: Described,
        parse: Callable[[str], object],
        write: Callable[[object], str],
        wrong: Callable[[str], str],
    ) -> None:
        self.line = QLineEdit()
        super().__init__(told, self.line)
        self._parse, self._write, self._wrong = parse, write, wrong

    def value(self) -> object:
        text = self.line.text()
        try:
            return self._parse(text)
        except ValueError:
            raise Unreadable(self.line, self._wrong(text)) from None

    def set_value(self, value: object) -> None:
        self.line.setText("" if value is None else self._write(value))


class RateEditor(LineEditor):
    def __init__(self, told: Described) -> None:
        super().__init__(told, numbers.parse_rate, lambda v: numbers.rate_typed(int(str(v))), numbers.no_rate)
        self.line.setPlaceholderText("2.5%")


class LongLine(LineEditor):
    wide = True


class WordsEditor(Editor):
    wide = True

    def __init__(self, told: Described) -> None:
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(58)
        super().__init__(told, self.text)

    def value(self) -> object:
        return self.text.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        self.text.setPlainText(str(value or ""))


class DayEditor(Editor):
    def __init__(self, told: Described, today: date) -> None:
        self.day = DayField()
        self.day.set_today(today)
        super().__init__(told, self.day)

    def value(self) -> object:
        return self.day.day()

    def set_value(self, value: object) -> None:
        self.day.set_day(value if isinstance(value, date) else None)


class RatingEditor(Editor):
    """Beside the digits stands which end is which: ``scale`` is the text that says so."""

    wide = True

    def __init__(self, told: Described, desk: Desk) -> None:
        low, high = told.low or 0, told.high or 5
        self.rating = Rating(desk.theme, low, high)
        self.scale = ""
        self._ends = label(desk.theme, "caption", "text2", wrap=True)
        holder = QWidget()
        holder.setLayout(row(self.rating, (self._ends, 1), gap=10))
        holder.setFocusProxy(self.rating)
        super().__init__(told, holder, self.rating)

    def value(self) -> object:
        return self.rating.value()

    def set_value(self, value: object) -> None:
        self.rating.set_value(value if isinstance(value, int) else None)

    def say(self, name: str, desk: Desk) -> None:
        ends = desk.speech.text(self.scale) if self.scale else ""
        self._ends.setText(ends)
        super().say(desk.speech.joined((name, ends)), desk)


class MonthEditor(Editor):
    def __init__(self, told: Described) -> None:
        self.combo = Combo()
        super().__init__(told, self.combo)

    def value(self) -> object:
        return self.combo.currentData()

    def set_value(self, value: object) -> None:
        self.combo.choose(value)

    def say(self, name: str, desk: Desk) -> None:
        super().say(name, desk)
        months = [(desk.speech.text(f"month.{number}"), number) for number in range(1, 13)]
        fill(self.combo, [("—", None), *months])


class CheckEditor(Editor):
    def __init__(self, told: Described) -> None:
        self.box = QCheckBox()
        self.box.setChecked(bool(told.usual))
        super().__init__(told, self.box)

    def value(self) -> object:
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        self.box.setChecked(bool(value))

    def say(self, name: str, desk: Desk) -> None:
        super().say(name, desk)
        self.box.setText(name)


class ChipsEditor(Editor):
    """Few choices: all in view."""

    wide = True

    def __init__(self, told: Described, desk: Desk) -> None:
        self._values: tuple[object, ...] = told.codes or (True, False)
        self.chips = Chips(desk.theme, len(self._values), needed=told.usual is not None)
        super().__init__(told, self.chips)
        self.chips.set_choices([(str(value), value) for value in self._values])
        self.chips.set_value(told.usual)

    def value(self) -> object:
        return self.chips.value()

    def set_value(self, value: object) -> None:
        self.chips.set_value(value)

    def say(self, name: str, desk: Desk) -> None:
        super().say(name, desk)
        self.chips.say(name)
        if self.told.codes:
            words = [_word(desk, self.told, str(code)) for code in self._values]
        else:
            words = [translate("Record", "yes"), translate("Record", "no")]
        self.chips.set_choices(list(zip(words, self._values, strict=True)))


class ComboEditor(Editor):
    """Many choices: a list that typing a letter leads through."""

    def __init__(self, told: Described) -> None:
        self.combo = Combo()
        self._new = True
        super().__init__(told, self.combo)

    def value(self) -> object:
        return self.combo.currentData()

    def set_value(self, value: object) -> None:
        if value is not None and self.combo.findData(value) < 0:
            self.combo.addItem(str(value), value)
        self.combo.choose(value)

    def say(self, name: str, desk: Desk) -> None:
        super().say(name, desk)
        choices: list[tuple[str, object]] = [(_word(desk, self.told, code), code) for code in self.told.codes]
        if self.told.usual is None:
            choices.insert(0, (translate("Record", "choose…") if self.told.needed else "—", None))
        fill(self.combo, choices)
        if self._new:
            self._new = False
            self.combo.choose(self.told.usual)


def fill(combo: Combo, choices: Sequence[tuple[str, object]]) -> None:
    """The items of a combo; what was chosen stays."""
    keep = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for text, data in choices:
        combo.addItem(text, data)
    combo.choose(keep)
    combo.blockSignals(False)


def _word(desk: Desk, told: Described, code: str) -> str:
    return desk.speech.raised(desk.speech.choice(told.words, code))


def plain_editor(told: Described, desk: Desk) -> Editor:
    """The editor of a field that stands by itself: no amount, quantity or link."""
    if told.shape is As.WORDS:
        return WordsEditor(told)
    if told.shape is As.DAY:
        return DayEditor(told, desk.today())
    if told.shape is As.FLAG:
        return CheckEditor(told) if told.usual is not None else ChipsEditor(told, desk)
    if told.shape is As.CHOICE:
        few = len(told.codes) <= FEW and (told.needed or told.usual is not None)
        return ChipsEditor(told, desk) if few else ComboEditor(told)
    if told.shape is As.RATE:
        return RateEditor(told)
    if told.shape is As.NUMBER:
        return _number(told, desk)
    make = LongLine if told.needed or told.name in ("what", "name") else LineEditor
    return make(told, lambda text: text.strip() or None, str, str)


def _number(told: Described, desk: Desk) -> Editor:
    if told.name in MONTHS:
        return MonthEditor(told)
    low, high = told.low, told.high
    if low is not None and high is not None and high - low <= 10:
        return RatingEditor(told, desk)
    return LineEditor(
        told,
        lambda text: numbers.parse_whole(text, low, high),
        str,
        lambda text: numbers.no_whole(text, low, high),
    )
