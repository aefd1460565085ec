"""A panel over a page that asks one thing: it keeps the focus, Enter answers, Esc puts back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.focus_chain import following
from kamdesk.qt.widgets.panel_shadow import PanelShadow
from kamdesk.qt.widgets.states import Notice


class Scrolled(QScrollArea):
    """As high as what it holds wants to be; where the panel has less room, what it holds scrolls."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        body = QWidget()
        body.setObjectName("popoverBody")
        body.setLayout(layout)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setObjectName("popoverBody")
        self.setWidget(body)

    def sizeHint(self) -> QSize:
        body = self.widget()
        layout = body.layout()
        assert layout is not None
        layout.activate()
        width = max(self.width(), layout.minimumSize().width())
        tall = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        return QSize(layout.sizeHint().width(), tall + 2)

    def minimumSizeHint(self) -> QSize:
        layout = self.widget().layout()
        return QSize(layout.minimumSize().width() if layout is not None else 0, 96)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class Popover(QFrame):
    """``answered`` on Enter (or the primary button of a sub-class), ``put_back`` on Esc or a press beside it.

    The press that closes it also does what it would have done without it: nobody has to click twice. Where something
    was typed (`holds_words`), a press beside it is no answer and the panel stays.
    """

    answered = Signal()
    put_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._veil = PanelShadow(theme, parent, self)
        self._before: QWidget | None = None
        parent.installEventFilter(self)
        self._veil.hide()
        self.hide()

    def open_at(self, anchor: QRect) -> None:
        """Show it beside ``anchor`` (the parent's coordinates): to the right, else to the left, inside the parent."""
        self._before = QApplication.focusWidget()
        seen, size = self._seen(), self._wanted()
        left = anchor.right() + 12
        if left + size.width() > seen.right():
            left = anchor.left() - 12 - size.width()
        self._lie(QPoint(left, anchor.center().y() - size.height() // 2), size)
        for notice in self.window().findChildren(Notice):
            notice.hide()  # it would lie over the answers
        self._veil.show()
        self._veil.raise_()
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)

    def holds_words(self) -> bool:
        """Whether something was typed that a press beside the panel would lose."""
        return False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.refit()
        return done

    def refit(self) -> None:
        """As high as the content is by now; it stays inside the parent."""
        if self.isVisible():
            self._lie(self.pos(), self._wanted())

    def _lie(self, at: QPoint, size: QSize) -> None:
        """Near ``at``: in sight as far as that goes, and never outside the parent, which may scroll."""
        whole, seen = self.parentWidget().rect().adjusted(8, 8, -8, -8), self._seen()
        size = size.boundedTo(whole.size())
        left = min(max(at.x(), seen.left()), seen.right() - size.width())
        top = max(min(at.y(), seen.bottom() - size.height()), seen.top())
        top = max(min(top, whole.bottom() - size.height()), whole.top())
        self.setGeometry(QRect(QPoint(left, top), size))
        self._veil.follow()

    def _seen(self) -> QRect:
        """The part of the parent that is in sight, with a margin."""
        over = self.parentWidget()
        return over.visibleRegion().boundingRect().intersected(over.rect()).adjusted(8, 8, -8, -8)

    def _wanted(self) -> QSize:
        """The size the content asks for at the panel's width."""
        self.ensurePolished()
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = max(self.minimumWidth(), layout.totalMinimumSize().width())
        wraps = layout.hasHeightForWidth()
        return QSize(width, layout.totalHeightForWidth(width) if wraps else layout.totalSizeHint().height())

    def close_up(self) -> None:
        """Hide, and give the focus back to where it was."""
        QApplication.instance().removeEventFilter(self)
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
            if isinstance(at, QPlainTextEdit):
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
        widget = following(self)
        while widget is not self:
            if self.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                chain.append(widget)
            widget = following(widget)
        return chain

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and self.isVisible():
            return self._pressed(watched)
        if kind == QEvent.Type.Resize and watched is self:
            self._veil.follow()
        return False

    def _pressed(self, at: QWidget) -> bool:
        """The mouse went down on a widget of the program; True keeps it from there."""
        if at is self or self.isAncestorOf(at) or at.window() is not self.window():
            return False
        if self.holds_words():
            self.setFocus()
            return True
        self.cancel()
        return False
