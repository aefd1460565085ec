"""What is found, in a panel under the search field. The keys stay in the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from kamdesk.qt.palette.cells import PaletteCell, height
from kamdesk.qt.palette.line import Line
from kamdesk.qt.palette.model import LINE, PaletteModel
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.panel_shadow import PanelShadow

LEAST_WIDTH, GAP, EDGE = 560, 6, 12


class Popup(QFrame):
    """``picked`` gives the line that was clicked, True with Ctrl; ``missed`` a press anywhere else."""

    picked = Signal(object, bool)
    missed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, field: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popover")
        self._field, self._over = field, parent
        self._shadow = PanelShadow(theme, parent, self)
        self.model = PaletteModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PaletteCell(theme, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.viewport().setMouseTracking(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setProperty("role", "palette")
        self.view.clicked.connect(self._on_clicked)
        self.foot = label(theme, "caption", "text3")
        self.foot.setContentsMargins(14, 6, 14, 8)
        self.setLayout(column((self.view, 1), self.foot, gap=0, margins=(1, 6, 1, 0)))
        theme.changed.connect(self.update)
        self._shadow.hide()
        self.hide()

    def line(self) -> Line | None:
        """The line that Enter would open."""
        index = self.view.currentIndex()
        return index.data(LINE) if index.isValid() else None

    def set_lines(self, lines: list[Line]) -> None:
        """Show these; the first that can be chosen is, but what writes: that is stepped down to."""
        self.model.set_rows(lines)
        first = self.model.step(-1, 1)
        self.select(first if first >= 0 and lines[first].kind != "add" else -1)
        self.view.scrollToTop()
        self.lie()

    def select(self, place: int) -> None:
        self.view.setCurrentIndex(self.model.index(place) if place >= 0 else QModelIndex())

    def step(self, by: int) -> None:
        """To the next line that can be chosen, or several on."""
        for _ in range(abs(by)):
            self.select(self.model.step(self.view.currentIndex().row(), 1 if by > 0 else -1))
        if self.view.currentIndex().row() <= 1:
            self.view.scrollToTop()

    def show_up(self) -> None:
        if not self.isVisible():
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._shadow.show()
        self.show()
        self.lie()
        self._shadow.raise_()
        self.raise_()

    def go_away(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._shadow.hide()
        self.hide()

    def lie(self) -> None:
        """Under the field, as wide as that or wider, as high as the lines or as the window lets it."""
        over = self._over
        at = self._field.mapTo(over, self._field.rect().bottomLeft())
        width = min(max(self._field.width(), LEAST_WIDTH), over.width() - 2 * EDGE)
        left = at.x() + (self._field.width() - width) // 2
        left = max(EDGE, min(left, over.width() - width - EDGE))
        wanted = sum(height(line) for line in self.model.lines()) + self.foot.sizeHint().height() + 10
        top = at.y() + GAP
        self.setGeometry(QRect(left, top, width, min(wanted, over.height() - top - EDGE)))
        self._shadow.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self._field or self._field.isAncestorOf(watched)
            if (
                watched.window() is self.window()
                and not inside
                and not (watched is self or self.isAncestorOf(watched))
            ):
                self.missed.emit()
        elif event.type() == QEvent.Type.Resize and watched is self._over:
            self.lie()
        return False

    def _on_clicked(self, index: object) -> None:
        line = index.data(LINE)  # type: ignore[attr-defined]
        if line.chosen:
            held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            self.picked.emit(line, bool(held))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
