"""What is done to the line as a whole: its changes, leave, a line that is proposed; in words where these fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button, key_text
from kamdesk.qt.widgets.layouts import row

translate = QCoreApplication.translate
BETWEEN = 8
ICONS = {"line_history": "history", "leave": "calendar-off", "propose_line": "route"}
KEYS = {"line_history": "Ctrl+H", "leave": "Ctrl+Shift+L", "propose_line": "Ctrl+Shift+R"}


class LineTools(QWidget):
    """``asked`` gives the action's name. With or without words each has a name, and a hint that tells what it does."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.buttons = {name: Button(desk.theme, kind="ghost", icon=icon) for name, icon in ICONS.items()}
        self._in_words = False
        self._page: QWidget | None = None
        self._beside: Sequence[QWidget] = ()
        for name, button in self.buttons.items():
            button.clicked.connect(lambda checked=False, name=name: self.asked.emit(name))
        self.setLayout(row(*self.buttons.values(), gap=4))

    def stand_in(self, page: QWidget, beside: Sequence[QWidget]) -> None:
        """The page at whose head it stands, and what stands beside it there."""
        self._page, self._beside = page, beside
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._page:
            self.fit()
        return False

    def fit(self) -> None:
        """In words where nothing beside it has to give way to them."""
        self._say(words=True)
        margins = self._page.layout().contentsMargins() if self._page and self._page.layout() else None
        if self._page is None or margins is None:
            return
        taken = sum(part.sizeHint().width() for part in self._beside) + BETWEEN * (len(self._beside) + 1)
        room = self._page.width() - margins.left() - margins.right() - taken
        if self.layout().sizeHint().width() > room:
            self._say(words=False)

    def in_words(self) -> bool:
        return self._in_words

    def _say(self, *, words: bool) -> None:
        self._in_words = words
        for name, (word, hint) in _words().items():
            button = self.buttons[name]
            button.set_label(word if words else "")
            button.setAccessibleName(word)
            button.setToolTip(f"{word}  {key_text(KEYS[name])}\n{hint}")
            button.updateGeometry()


def _words() -> dict[str, tuple[str, str]]:
    """What each is called and does."""
    return {
        "line_history": (
            translate("LineTools", "Changes"),
            translate("LineTools", "What was changed on the line: who asked for it, when and why"),
        ),
        "leave": (
            translate("LineTools", "Leave"),
            translate("LineTools", "Days on which you are away, and who goes instead"),
        ),
        "propose_line": (
            translate("LineTools", "Propose a line"),
            translate(
                "LineTools",
                "The program lays out accounts without a fixed visit, or the whole line; you choose what of it counts",
            ),
        ),
    }
