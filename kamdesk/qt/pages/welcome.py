"""The first page where no book is open: make one, open one, look at the demo; or why the book did not open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.page import Page
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon


class WelcomePage(Page):
    """``set_opening`` while a book opens, ``set_error`` where it can't be, ``set_first`` for a first run."""

    new_asked = Signal()
    open_asked = Signal()
    demo_asked = Signal()
    again_asked = Signal()
    restore_asked = Signal()
    stop_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._icon = Icon(theme, "route", "accentText", 24)
        self._title = label(theme, "title")
        self._sentence = label(theme, "body", "text2", wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._new = Button(theme, kind="primary", icon="plus")
        self._open = Button(theme, icon="folder-open")
        self._demo = Button(theme, icon="book-open")
        self._again = Button(theme, icon="refresh-cw")
        self.restore = Button(theme, icon="history")
        self.restore.clicked.connect(self.restore_asked)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self.stop = Button(theme, icon="x")
        self.stop.clicked.connect(self.stop_asked)
        buttons = row(self._again, self._new, self._open, self._demo, self.restore, self.stop, None)
        words = column(self._icon, 4, self._title, self._sentence, 8, self._busy, buttons, gap=6)
        self._card = frame(words, "card", (28, 24, 28, 24))
        self._card.setMinimumWidth(420)
        self._card.setMaximumWidth(680)
        self.setLayout(column(None, row(None, (self._card, 10), None), None, None, margins=(24, 24, 24, 24)))
        self._state = "opening"
        self._reason = ""
        self._new.clicked.connect(self.new_asked)
        self._open.clicked.connect(self.open_asked)
        self._demo.clicked.connect(self.demo_asked)
        self._again.clicked.connect(self.again_asked)
        self.retranslate()

    def set_opening(self, what: str = "") -> None:
        """``what`` is said of a book that has to be made first, which can be stopped."""
        self._busy.setRange(0, 0)
        self.stop.setEnabled(True)
        self._say("making" if what else "opening", what)

    def set_progress(self, done: int, total: int) -> None:
        """How far the making is."""
        self._busy.setRange(0, total)
        self._busy.setValue(done)

    def set_first(self) -> None:
        self._say("first")
        self._new.setFocus()

    def set_error(self, reason: str) -> None:
        """Why the book did not open, what is safe, what to do."""
        self._say("error", reason)
        self._again.setFocus()

    def state(self) -> str:
        return self._state

    def _say(self, state: str, reason: str = "") -> None:
        self._state, self._reason = state, reason
        self.retranslate()

    def retranslate(self) -> None:
        opening, error = self._state in ("opening", "making"), self._state == "error"
        self.stop.setVisible(self._state == "making")
        self.stop.set_label(self.tr("Stop"))
        self._busy.setVisible(opening)
        for button in (self._new, self._open):
            button.setVisible(not opening)
        self._demo.setVisible(self._state == "first")
        self.restore.setVisible(error)
        self._again.setVisible(error)
        self._again.set_kind("primary")
        self._new.set_kind("" if error else "primary")
        self._icon.set_icon(*(("circle-alert", "bad") if error else ("route", "accentText")))
        if self._state == "making":
            self._title.setText(self._reason)
            self._sentence.setText(self.tr("It takes half a minute, once."))
        elif opening:
            self._title.setText(self.tr("Opening the book"))
            self._sentence.setText(self.tr("One moment."))
        elif error:
            self._title.setText(self.tr("The book did not open"))
            self._sentence.setText(self._reason)
        else:
            self._title.setText(self.tr("Your accounts, your week, your word"))
            self._sentence.setText(
                self.tr(
                    "Begin with a book of your own: it takes in the customer list from the office and lies on this "
                    "computer alone. On a second laptop make a book in your name as well, then take in the week "
                    "package of the first. Or look round in the demo book; nothing in it is real."
                )
            )
        self._new.set_label(self.tr("Make my book"))
        self._open.set_label(self.tr("Open a book"))
        self._demo.set_label(self.tr("Look at the demo"))
        self.restore.set_label(self.tr("Restore a backup…"))
        self._again.set_label(self.tr("Try again"))
        self._busy.setAccessibleName(self.tr("Opening the book"))
