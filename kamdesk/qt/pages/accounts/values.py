"""A list of values to tick, with a field to find one among many."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from kamdesk.qt.haystack import initials
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.fields import set_wrong
from kamdesk.qt.widgets.layouts import column

FIND_ABOVE = 9
LINE = 30
VALUE = int(Qt.ItemDataRole.UserRole)

Row = tuple[str, str, int]
"""A value, its words, how many accounts fit it."""


class ValuesPopup(QFrame):
    """Space or a click ticks, Enter or Esc closes; ``changed`` gives the ticked values after each tick."""

    changed = Signal(list)
    closed = Signal()

    def __init__(self, theme: Theme, owner: QObject) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setParent(owner, Qt.WindowType.Popup)  # type: ignore[call-overload]
        self.setProperty("role", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.list = QListWidget()
        self.list.setObjectName("values")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(self.field, self.list, gap=6, margins=(8, 8, 8, 8)))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._tell)
        self.list.itemClicked.connect(self._click)
        self._ticked = ""
        self._theme = theme
        self._own: tuple[Callable[[str], str | None], Callable[[str], Row]] | None = None
        self._own_hint = ""

    def take_own(self, read: Callable[[str], str | None], say: Callable[[str], Row], hint: str) -> None:
        """Besides the values listed, any that ``read`` makes of what is typed; ``say`` gives its line."""
        self._own, self._own_hint = (read, say), hint

    def fill(self, values: Sequence[tuple[str, str, int]], chosen: Sequence[str], name: str) -> None:
        """The values (value, words, how many accounts); those of ``chosen`` are ticked; ``name`` says what they are."""
        self.list.blockSignals(True)
        known = {value for value, _, _ in values}
        for value, words, number in (*values, *((v, v, 0) for v in chosen if v not in known)):
            self.list.addItem(_item((value, words, number), on=value in chosen))
        self.list.blockSignals(False)
        self.list.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self._own_hint or name)
        if self._own_hint:
            self.field.setAccessibleDescription(self._own_hint)
        self.field.setVisible(self._has_field())
        self.list.setCurrentRow(0)

    def _has_field(self) -> bool:
        return self._own is not None or self.list.count() > FIND_ABOVE

    def open_below(self, at: QPoint) -> None:
        """Show it with its upper left corner at ``at``, inside the screen."""
        width = max(220, self.list.sizeHintForColumn(0) + 60)
        height = min(self.list.count(), 11) * LINE + 26 + (40 if self._has_field() else 0)
        if self._own_hint:
            width = max(width, self.field.fontMetrics().horizontalAdvance(self._own_hint) + 48)
        self.resize(min(width, 420), height)
        room = self.screen().availableGeometry()
        self.move(min(at.x(), room.right() - self.width()), min(at.y(), room.bottom() - self.height()))
        self.show()
        (self.field if self._own is None and self._has_field() else self.list).setFocus()

    def values(self) -> list[str]:
        items = [self.list.item(place) for place in range(self.list.count())]
        return [item.data(VALUE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _tell(self, item: QListWidgetItem) -> None:
        self._ticked = item.data(VALUE)
        self.changed.emit(self.values())

    def _click(self, item: QListWidgetItem) -> None:
        """A click on the words ticks too; one on the box itself has done so already."""
        if self._ticked == item.data(VALUE):
            self._ticked = "\0"
            return
        self._toggle(item)
        self._ticked = "\0"

    def _toggle(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _take_typed(self) -> None:
        """Tick the value that was typed; one that can't be read stays, marked."""
        assert self._own is not None
        read, say = self._own
        value = read(self.field.text())
        set_wrong(self.field, self._own_hint if value is None else "")
        if value is None:
            return
        items = [self.list.item(place) for place in range(self.list.count())]
        item = next((item for item in items if item.data(VALUE) == value), None)
        if item is None:
            item = _item(say(value), on=False)
            self.list.insertItem(0, item)
            self.resize(self.width(), self.height() + LINE)
        self.field.clear()
        self.list.setCurrentItem(item)
        item.setCheckState(Qt.CheckState.Checked)
        self.list.setFocus()

    def _narrow(self, text: str) -> None:
        if self._own is not None:
            set_wrong(self.field, "")
            return
        wanted = text.strip().casefold()
        first = -1
        for place in range(self.list.count()):
            item = self.list.item(place)
            said = item.text().casefold()
            hidden = bool(wanted) and wanted not in said and wanted not in initials(said)
            item.setHidden(hidden)
            if not hidden and first < 0:
                first = place
        self.list.setCurrentRow(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if watched is self.field and self._own is not None and self.field.text().strip():
                    self._take_typed()
                elif watched is self.field and self._own is None and self.list.currentItem() is not None:
                    self._toggle(self.list.currentItem())
                else:
                    self.close()
                return True
            if watched is self.field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().hideEvent(event)  # type: ignore[arg-type]
        self.closed.emit()


def _item(row: Row, *, on: bool) -> QListWidgetItem:
    value, words, number = row
    item = QListWidgetItem(f"{words}   {number:,}")
    item.setData(VALUE, value)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return item
