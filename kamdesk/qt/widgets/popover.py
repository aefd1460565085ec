"""A panel over a page that asks one thing: it keeps the focus, Enter answers, Esc puts back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QPlainTextEdit, QPushButton, QWidget

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme


class _Veil(QWidget):
    """Lies over the page while a popover asks: it draws the popover's shadow and swallows the mouse."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, panel: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._panel = theme, panel

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        marks.shadow(Ink(painter, self._theme), QRectF(self._panel.geometry()), 10)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class Popover(QFrame):
    """``answered`` on Enter (or the primary button of a sub-class), ``put_back`` on Esc or a press beside it."""

    answered = Signal()
    put_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._veil = _Veil(theme, parent, self)
        self._veil.pressed.connect(self.cancel)
        self._before: QWidget | None = None
        parent.installEventFilter(self)
        self._veil.hide()
        self.hide()

    def open_at(self, anchor: QRect) -> None:
        """Show it beside ``anchor`` (in the parent's coordinates): to the right, else to the left, inside the parent."""
        self._before = QApplication.focusWidget()
        self.adjustSize()
        over = self.parentWidget().rect().adjusted(8, 8, -8, -8)
        size = self.size().boundedTo(over.size())
        left = anchor.right() + 12
        if left + size.width() > over.right():
            left = anchor.left() - 12 - size.width()
        left = min(max(left, over.left()), over.right() - size.width())
        top = min(max(anchor.center().y() - size.height() // 2, over.top()), over.bottom() - size.height())
        self.setGeometry(QRect(QPoint(left, top), size))
        self._veil.setGeometry(self.parentWidget().rect())
        self._veil.show()
        self._veil.raise_()
        self.show()
        self.raise_()

    def close_up(self) -> None:
        """Hide, and give the focus back to where it was."""
        self.hide()
        self._veil.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def cancel(self) -> None:
        self.close_up()
        self.put_back.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = QApplication.focusWidget()
            if isinstance(at, QPlainTextEdit | QComboBox):
                event.ignore()
            elif isinstance(at, QPushButton) and self.isAncestorOf(at):
                at.click()
            else:
                self.answered.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the panel."""
        inside = [w for w in self._chain() if w.isVisible() and w.isEnabled()]
        if not inside:
            return True
        at = QApplication.focusWidget()
        place = inside.index(at) if at in inside else (-1 if forward else 0)
        inside[(place + (1 if forward else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _chain(self) -> list[QWidget]:
        chain: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                chain.append(widget)
            widget = widget.nextInFocusChain()
        return chain

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._veil.setGeometry(self.parentWidget().rect())
        return False
