"""The bar above a page: the week in view, and how safe the book is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from kamdesk.qt.palette.field import LEAST, SearchField
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.painted import Icon

TALL, COMPACT = 52, 44
ROOMY, WHILE_TYPING = 1200, 360


class TopBar(QWidget):
    """``week_asked`` gives −1, 0 (this week) or 1."""

    week_asked = Signal(int)
    book_asked = Signal()
    stop_asked = Signal()
    sync_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._before = Button(theme, kind="ghost", icon="chevron-left")
        self._after = Button(theme, kind="ghost", icon="chevron-right")
        self._today = Button(theme, kind="ghost", small=True)
        self.week = label(theme, "strong")
        self.span = label(theme, "caption", "text2")
        self.place = Elided(theme, "caption", "text3")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(90)
        self._busy_word = Elided(theme, "caption", "text2")
        self.stop = Button(theme, kind="ghost", icon="x", small=True)
        self.stop.clicked.connect(self.stop_asked)
        self._saved_icon = Icon(theme, "circle-check", "good", 15)
        self.saved = label(theme, "caption", "text2")
        self.backup = Button(theme, kind="ghost", icon="hard-drive", small=True)
        self.sync = Button(theme, kind="ghost", icon="refresh-cw", small=True)
        self.sync.clicked.connect(self.sync_asked)
        self._before.clicked.connect(lambda: self.week_asked.emit(-1))
        self._after.clicked.connect(lambda: self.week_asked.emit(1))
        self._today.clicked.connect(lambda: self.week_asked.emit(0))
        self.backup.clicked.connect(self.book_asked)
        self._week_part = QWidget()
        self._week_part.setLayout(row(self._before, self.week, self.span, self._after, self._today, gap=6))
        self._state_part = QWidget()
        saved = row(self._saved_icon, self.saved, gap=6)
        self._state_part.setLayout(row(saved, self.backup, self.sync, gap=0))
        box = QHBoxLayout(self)
        box.setSpacing(8)
        box.setContentsMargins(16, 0, 14, 0)
        self.search = SearchField(theme)
        box.addWidget(self._week_part)
        box.addStretch(1)
        box.addWidget(self.search, 4)
        box.addStretch(1)
        box.addWidget(self.place)
        box.addWidget(self._busy)
        box.addWidget(self._busy_word)
        box.addWidget(self.stop)
        box.addWidget(self._state_part)
        self.show_sync("")
        self.set_busy("")
        self.set_compact(False)
        self._retranslate()

    def set_compact(self, compact: bool) -> None:
        self.setFixedHeight(COMPACT if compact else TALL)

    def show_week(self, title: str, span: str, current: bool, about: str = "") -> None:
        """``about`` says what the place in the cycle means."""
        self.week.setText(title)
        self.span.setText(span)
        for part in (self.week, self.span):
            part.setToolTip(about)
        self.span.setAccessibleDescription(about)
        self._today.setVisible(not current)

    def show_book(self, place: str, saved: str, backup: str, overdue: bool) -> None:
        """Which book, that it is saved, when it was backed up; amber where that is long ago or never."""
        self.place.setText(place)
        self.saved.setText(saved)
        self.backup.ensurePolished()
        self.backup.set_label(backup)
        self.backup.set_icon("hard-drive", "warn" if overdue else "text3")
        set_tone(self.saved, "text2")

    def show_sync(self, said: str, *, warns: bool = False) -> None:
        """When packages were last exchanged, or in amber how many conflicts wait; nothing before the first."""
        self.sync.ensurePolished()
        self.sync.set_label(said)
        self.sync.set_icon("triangle-alert" if warns else "refresh-cw", "warn" if warns else "text3")
        self.sync.setVisible(bool(said))

    def set_busy(self, what: str, stoppable: bool = False) -> None:
        """A job that takes its time, by name; empty when it has ended. One that can be stopped has a button for it."""
        self._busy.setRange(0, 0)
        self.stop.setVisible(bool(what) and stoppable)
        self.stop.setEnabled(True)
        self._busy.setVisible(bool(what))
        self._busy_word.setVisible(bool(what))
        self._busy_word.setText(what)
        self._busy.setAccessibleName(what)

    def set_progress(self, done: int, total: int) -> None:
        """How far the job is, where it can tell."""
        self._busy.setRange(0, total)
        self._busy.setValue(done)

    def set_searching(self, on: bool) -> None:
        """While one searches, the field gets the room of what one does not look at then."""
        tight = on and self.width() < ROOMY
        self.search.setMinimumWidth(WHILE_TYPING if tight else LEAST)
        self.place.setVisible(not tight)
        self._state_part.setVisible(not tight)

    def set_empty(self, empty: bool) -> None:
        """Without a book there is no week and no state to show."""
        self._week_part.setVisible(not empty)
        self._state_part.setVisible(not empty)
        self.place.setVisible(not empty)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._before.set_hint(self.tr("Previous week"))
        self._after.set_hint(self.tr("Next week"))
        self._today.set_label(self.tr("This week"))
        self.stop.set_label(self.tr("Stop"))
        self.sync.setToolTip(self.tr("Packages handed over and taken in, and conflicts"))
        self.backup.setToolTip(self.tr("Where the book and its backups lie"))
