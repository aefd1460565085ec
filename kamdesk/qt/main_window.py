"""The window's frame: rail, top bar, menus, and who carries out what is asked in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSettings, Signal

from kamdesk.qt.served_window import ServedWindow
from kamdesk.qt.walked_window import BESIDE
from kamdesk.qt.window_room import open_in, screen_room

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from kamdesk.domain.changes import Changes
    from kamdesk.qt.desk import Desk
    from kamdesk.qt.shelf import Shelf

RAIL = {
    "today": "sun",
    "line": "route",
    "accounts": "store",
    "promises": "handshake",
    "goals": "target",
    "market": "chart-pie",
    "papers": "file-text",
    "week_end": "package-check",
    "settings": "settings",
}
"""The pages of the rail, in order, with their icons, the last at its foot: a page is added with its row here, as a
property of `PagedWindow` with its module in `wiring`, and in ``KEYS`` of the actions."""


class MainWindow(ServedWindow):
    """Stands bare as soon as it is made, so that it can be shown at once; `furnish` then puts everything into it.

    Nothing is imported above that a bare window does not need.
    """

    ready = Signal()
    """The frame and the first page stand: a book can be opened."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._kept = QSettings(str(shelf.layout_file), QSettings.Format.IniFormat)
        self.setWindowTitle("kamdesk")
        open_in(self, screen_room(self), self._kept.value("geometry"))  # type: ignore[arg-type]

    def furnish(self, desk: Desk) -> Iterator[None]:
        """Everything in the window, in steps so short that the event loop can turn between them.

        Of the pages today is made at once: from ``ready`` on the book can be opened. Each other page is made when it is
        first asked for, or by `make_other_pages` once the book's first page is read.
        """
        self.desk = desk
        from kamdesk.qt.actions import Actions
        from kamdesk.qt.widgets.rail import Rail
        from kamdesk.qt.widgets.topbar import TopBar

        self.actions_ = Actions(self)
        yield
        self.rail = Rail(self.desk.theme)
        for name, icon in RAIL.items():
            self.rail.add_page(name, icon, at_foot=name == "settings")
        yield
        self.top = TopBar(self.desk.theme)
        yield
        whole = self._lay_out()
        yield
        yield from self._make_hands()
        self._connect()
        yield
        import kamdesk.qt.pages.today.page  # noqa: F401  # a step of its own

        yield
        self.today  # noqa: B018  # made by being asked for
        yield
        self.welcome  # noqa: B018
        yield
        self.actions_.fill(self.menuBar())
        self.addActions(self.actions_.all())
        yield
        self.setCentralWidget(whole)
        self.retranslate()
        yield
        self.fit()
        self.show_page("welcome")
        self.ready.emit()

    def make_other_pages(self) -> Iterator[None]:
        """The pages that nobody has asked for yet, so that going there is quick, and what is not in view on them."""
        for name in (*RAIL, *BESIDE):
            if not self.made(name):
                yield from self.make_page(name)
        yield from self.build_ahead()

    def _lay_out(self) -> QWidget:
        from PySide6.QtWidgets import QWidget

        from kamdesk.qt.widgets.book_card import BookCardPopover
        from kamdesk.qt.widgets.layouts import column, row
        from kamdesk.qt.widgets.states import Notice

        whole = QWidget(self)
        whole.setObjectName("window")
        self._whole = whole
        whole.setLayout(row(self.rail, (column(self.top, (self._stack, 1), gap=0), 1), gap=0))
        self.notice = Notice(self.desk.theme, whole, self.top, self.top.search)
        self.book_card = BookCardPopover(self.desk, whole)
        return whole

    def _make_hands(self) -> Iterator[None]:
        """Those who carry out what is asked: books, papers, cards, deeds; and who keeps the look."""
        desk, shelf = self.desk, self._shelf
        from kamdesk.qt.looks import Looks

        self.looks = Looks(desk, shelf, self.actions_, self)
        from kamdesk.qt.teller import Teller
        from kamdesk.qt.week_in_view import WeekInView

        self.teller = Teller(self)
        self.week = WeekInView(self)
        from kamdesk.qt.book_desk import BookDesk

        yield
        self.books = BookDesk(desk, shelf, self)
        from kamdesk.qt.list_desk import ListDesk

        self.lists = ListDesk(desk, shelf, self)
        from kamdesk.qt.question_desk import QuestionDesk

        self.questions = QuestionDesk(desk, self)
        from kamdesk.qt.dialogs.host import Dialogs

        self.dialogs = Dialogs(desk, self)
        from kamdesk.qt.paper_desk import PaperDesk

        self.paper_desk = PaperDesk(desk, shelf, self)
        from kamdesk.qt.export_desk import ExportDesk

        self.exporting = ExportDesk(desk, shelf, self)
        yield
        from kamdesk.qt.line_desk import LineDesk

        self.line_desk = LineDesk(desk, self)
        yield
        from kamdesk.qt.deeds import Deeds

        self.deeds = Deeds(desk, self)
        from kamdesk.qt.help_desk import HelpDesk
        from kamdesk.qt.key_desk import KeyDesk
        from kamdesk.qt.restore_desk import RestoreDesk

        self.help = HelpDesk(desk, self)
        self.keys = KeyDesk(desk, self)
        self.restoring = RestoreDesk(desk, self)
        from kamdesk.qt.palette.search_desk import SearchDesk

        yield
        self.search_desk = SearchDesk(desk, self, self.top.search, self._whole)

    # connections

    def _connect(self) -> None:
        act = self.actions_.on
        self.fitted.connect(lambda density: self.rail.set_narrow(density.narrow))
        self.fitted.connect(lambda density: self.top.set_compact(density.compact))
        self.desk.runner.changed.connect(self._on_changed)
        self.books.opened.connect(self._on_opened)
        self.books.closed.connect(lambda: self.show_page("welcome"))
        self.books.state_read.connect(self.top.show_book)
        self.books.state_read.connect(self.week.say)
        self.rail.picked.connect(self.go)
        self.top.book_asked.connect(self.books.show_card)
        self.book_card.answered.connect(self.books.back_up)
        for name in RAIL:
            act(name, lambda name=name: self.go(name))
        act("back", self.go_back)
        act("search", lambda: self.search_desk.find())
        act("find", self._find)
        act("week_before", lambda: self.week.step(-1))
        act("week_after", lambda: self.week.step(1))
        act("this_week", lambda: self.week.step(0))
        act("import_list", self.lists.choose)
        act("paste_list", self.lists.paste)
        act("hand_over", lambda: self.week_end_desk.hand_over())
        act("give_accounts", lambda: self.handing.begin())
        act("take_package", lambda: self.week_end_desk.take_in())
        act("back_up", self.books.back_up)
        act("last_steps", self.books.last_steps)
        act("new_book", self.books.new_book)
        act("open_book", self.books.choose_book)
        act("demo_book", self.books.open_demo)
        act("quit", self.close)
        from kamdesk.qt.from_afar import lead_from_afar

        lead_from_afar(self)

    # the layout kept between two runs

    def kept(self, name: str) -> object:
        """What was kept of the layout of a page at the last run; None for nothing."""
        return self._kept.value(name)

    def shelf(self) -> Shelf:
        """What the window was handed by the composition root."""
        return self._shelf

    def keep(self, name: str, value: object) -> None:
        """Keep something of the layout of a page for the next run."""
        self._kept.setValue(name, value)

    def keep_layout(self) -> None:
        """Geometry, columns and the page in view; nothing of a book."""
        self._kept.setValue("geometry", self.saveGeometry())
        for name, page in self._pages.items():
            for key, value in page.to_keep().items():
                self._kept.setValue(f"{name}/{key}", value)
        if self._page in RAIL:
            self._kept.setValue("page", self._page)
            self._kept.setValue("day", self.desk.today().isoformat())
        self._kept.sync()

    # what has changed

    def _on_opened(self) -> None:
        self._trail = []
        if self.made("accounts"):
            self.accounts.forget()
        self.week.show_this()
        self._arrive(self._first_page())
        self.desk.runner.afterwards(self.deeds.read_history)

    def _first_page(self) -> str:
        """Where the rep left off; a new day begins with Today."""
        last = str(self._kept.value("page", "today"))
        same_day = str(self._kept.value("day", "")) == self.desk.today().isoformat()
        return last if same_day and last in RAIL else "today"

    def _on_changed(self, changes: Changes) -> None:
        self._pages[self._page].take_changes(changes)
        self.deeds.read_history()
        self.books.read_state()

    # its looks and words

    def changeEvent(self, event: QtCore.QEvent) -> None:
        super().changeEvent(event)
        if self.furnished() and event.type() == QtCore.QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        from kamdesk.qt.faults import each_by_itself

        each_by_itself(
            (
                self.actions_.retranslate,
                self._name_pages,
                self.deeds.retranslate,
                self.questions.retranslate,
                self.search_desk.retranslate,
                self.week.say,
                self.books.retranslate,
            )
        )

    def _name_pages(self) -> None:
        self.rail.setAccessibleName(self.tr("Pages"))
        labels = {
            "today": self.tr("Today"),
            "line": self.tr("Line"),
            "accounts": self.tr("Accounts"),
            "promises": self.tr("Promises"),
            "goals": self.tr("Goals"),
            "market": self.tr("Market"),
            "papers": self.tr("Papers"),
            "week_end": self.tr("Week end"),
            "settings": self.tr("Settings"),
        }
        for name, text in labels.items():
            self.rail.button(name).set_label(text, self.actions_.key(name))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.furnished():
            self._leave()
            self.keep_layout()
        event.accept()
