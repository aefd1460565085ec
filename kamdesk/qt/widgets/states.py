"""What a page says when there is nothing yet, and what the window says after something happened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import column, row, set_role
from kamdesk.qt.widgets.painted import Icon

STAY_MS = 8000
OVER_BAR = 14
"""So much higher than the bar a notice over it may be: what of the page lies right below the bar is margin."""
FOOT = 64
"""So far off the lower edge a notice stays: below it lie the buttons of a page."""


class EmptyState(QWidget):
    """Icon, one heading, one sentence, the first act as primary button, perhaps others beside it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        first_icon: str = "plus",
        second_icon: str = "",
        third_icon: str = "",
    ) -> None:
        super().__init__()
        self.heading = label(theme, "heading")
        self.sentence = label(theme, "body", "text2", wrap=True)
        self.sentence.setMaximumWidth(520)
        self.sentence.setMinimumWidth(260)
        self.first = Button(theme, kind="primary", icon=first_icon)
        self.second, self.third = Button(theme, icon=second_icon), Button(theme, icon=third_icon)
        for button, drawn in ((self.second, second_icon), (self.third, third_icon)):
            if not drawn:
                button.hide()
        words = column(
            Icon(theme, icon, "text2", 20),
            2,
            self.heading,
            self.sentence,
            4,
            row(self.first, self.second, self.third, None),
        )
        self.setLayout(column(None, row(None, words, None), None, None, margins=(16, 16, 16, 16)))

    def say(self, heading: str, sentence: str, first: str, second: str = "", third: str = "") -> None:
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.first.set_label(first)
        self.first.setVisible(bool(first))
        if second:
            self.second.set_label(second)
        if third:
            self.third.set_label(third)


class Notice(QFrame):
    """A sentence over the ``field`` of the bar at the top, where it covers nothing of the page; over the foot of the
    window where there is no bar, or one types in that. Good news goes by itself, an error stays until it is closed.

    It takes no focus; an action in it can be had from the menu too.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, bar: QWidget | None = None, field: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bar, self._field = bar, field
        self._gives_way = False
        self._icon = Icon(theme, "circle-check", "good")
        self._text = label(theme, "body", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = Button(theme, kind="link")
        self._more = Button(theme, kind="link")
        self._close = Button(theme, kind="ghost", icon="x", small=True)
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._act)
        self._more.clicked.connect(self._act_more)
        self._do: Callable[[], None] | None = None
        self._do_more: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setProperty("role", "popover")
        top = Qt.AlignmentFlag.AlignTop
        box = row(margins=(14, 9, 8, 9), gap=10)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self._text, 1)
        box.addWidget(self._action)
        box.addWidget(self._more)
        box.addWidget(self._close, 0, top)
        self.setLayout(box)
        self.hide()
        parent.installEventFilter(self)
        if field is not None:
            field.installEventFilter(self)
        self._retranslate()

    def tell(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Good news, with one thing that may be done about it."""
        self._say(text, "circle-check", "good", action, do)
        self._timer.start(STAY_MS)

    def warn(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """An error: what happened, what is safe, what to do."""
        self._timer.stop()
        self._say(text, "circle-alert", "bad", action, do)

    def add(self, action: str, do: Callable[[], None]) -> None:
        """A second thing that may be done about what was just said."""
        self._do_more = do
        self._more.set_label(action)
        self._more.show()
        self._place()

    def offers(self) -> bool:
        """Whether a second thing is offered."""
        return bool(self._more.text())

    def text(self) -> str:
        return self._text.text()

    def give_way(self, on: bool) -> None:
        """Leave the bar to what is typed in it."""
        self._gives_way = on
        if self.isVisible():
            self._place()

    def _say(self, text: str, icon: str, tone: str, action: str, do: Callable[[], None] | None) -> None:
        self._icon.set_icon(icon, tone)
        self._text.setText(text)
        set_tone(self._text, "bad" if tone == "bad" else "text")
        set_role(self, "popover")
        self._do = do
        self._more.hide()
        self._more.set_label("")
        self._action.setVisible(bool(action))
        self._action.set_label(action)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _act(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

    def _act_more(self) -> None:
        self.hide()
        if self._do_more is not None:
            self._do_more()

    def _place(self) -> None:
        over = self.parentWidget()
        extra = self._icon.width() + self._close.sizeHint().width() + 60
        for button in (self._action, self._more):
            if button.text():
                extra += button.sizeHint().width() + 10
        wanted = self._text.fontMetrics().horizontalAdvance(self._text.text()) + extra
        width = min(max(320, wanted + 8), over.width() - 40, 860)
        height = max(self.layout().heightForWidth(width), 44) if self.layout().hasHeightForWidth() else 44
        x, y = (over.width() - width) // 2, over.height() - height - FOOT
        bar = self._bar
        if (
            over is not None
            and bar is not None
            and bar.isVisibleTo(over)
            and not self._gives_way
            and height <= bar.height() + OVER_BAR
        ):
            middle = bar.rect().center() if self._field is None else self._field.geometry().center()
            width = max(width, 0 if self._field is None else min(self._field.width() + 12, over.width() - 40))
            x = max(min(bar.x() + middle.x() - width // 2, over.width() - width - 4), bar.x() + 4)
            y = bar.y() + max((bar.height() - height) // 2, 2)
        self.setGeometry(x, y, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, (QResizeEvent, QMoveEvent)) and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._close.set_hint(self.tr("Close this message"))
