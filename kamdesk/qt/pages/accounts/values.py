"""A list of values to tick, with a field to find one among many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from kamdesk.qt.haystack import initials
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.layouts import column

FIND_ABOVE = 9
LINE = 30
VALUE = int(Qt.ItemDataRole.UserRole)


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

    def fill(self, values: Sequence[tuple[str, str, int]], chosen: Sequence[str], name: str) -> None:
        """The values (value, words, how many accounts); those of ``chosen`` are ticked; ``name`` says what they are."""
        self.list.blockSignals(True)
        known = {value for value, _, _ in values}
        for value, words, number in (*values, *((v, v, 0) for v in chosen if v not in known)):
            item = QListWidgetItem(f"{words}   {number:,}")
            item.setData(VALUE, value)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.field.setVisible(self.list.count() > FIND_ABOVE)
        self.list.setCurrentRow(0)

    def open_below(self, at: QPoint) -> None:
        """Show it with its upper left corner at ``at``, inside the screen."""
        width = max(220, self.list.sizeHintForColumn(0) + 60)
        height = min(self.list.count(), 11) * LINE + 26 + (40 if self.list.count() > FIND_ABOVE else 0)
        self.resize(min(width, 420), height)
        room = self.screen().availableGeometry()
        self.move(min(at.x(), room.right() - self.width()), min(at.y(), room.bottom() - self.height()))
        self.show()
        (self.field if self.list.count() > FIND_ABOVE else self.list).setFocus()

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

    def _narrow(self, text: str) -> None:
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
                if watched is self.field and self.list.currentItem() is not None:
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
