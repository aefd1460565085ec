"""The window's frame: rail, top bar, menus, pages; it leads from page to page and tells what happened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.account_desk import AccountDesk
from kamdesk.qt.actions import Actions
from kamdesk.qt.book_desk import BookDesk
from kamdesk.qt.desk import Desk
from kamdesk.qt.looks import Looks
from kamdesk.qt.paper_desk import PaperDesk
from kamdesk.qt.pages.account.page import AccountPage
from kamdesk.qt.pages.accounts import AccountsPage
from kamdesk.qt.pages.line.page import LinePage
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.pages.report.page import ReportPage, Subject
from kamdesk.qt.pages.welcome import WelcomePage
from kamdesk.qt.shelf import Shelf
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.rail import Rail
from kamdesk.qt.widgets.states import Notice
from kamdesk.qt.widgets.topbar import TopBar

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.stops import Stop

COMPACT_BELOW = 720
NARROW_BELOW = 1320
RAIL = {"line": "route", "accounts": "store"}
"""The pages of the rail, in order: a page is added with its row here, in ``_pages`` and in ``KEYS`` of the actions."""


class MainWindow(QMainWindow):
    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        super().__init__()
        self.desk = desk
        self.setMinimumSize(940, 520)
        self.resize(1366, 768)
        self.actions_ = Actions(self)
        self.rail = Rail(desk.theme)
        self.top = TopBar(desk.theme)
        self.welcome = WelcomePage(desk)
        self.line = LinePage(desk)
        self.accounts = AccountsPage(desk)
        self.account = AccountPage(desk)
        self.report = ReportPage(desk)
        self._pages: dict[str, Page] = {
            "welcome": self.welcome,
            "line": self.line,
            "accounts": self.accounts,
            "account": self.account,
            "report": self.report,
        }
        self._trail: list[str] = []
        self._page = "welcome"
        self._history = jobs.History(None, None)
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        for name, icon in RAIL.items():
            self.rail.add_page(name, icon)
        whole = QWidget()
        whole.setObjectName("window")
        whole.setLayout(row(self.rail, (column(self.top, (self._stack, 1), gap=0), 1), gap=0))
        self.setCentralWidget(whole)
        self.notice = Notice(desk.theme, whole)
        self.actions_.fill(self.menuBar())
        self.addActions(self.actions_.all())
        self.looks = Looks(desk, shelf, self.actions_, self)
        self.books = BookDesk(desk, shelf, self)
        self.papers = PaperDesk(desk, shelf, self)
        self.cards = AccountDesk(desk, self)
        self._kept = QSettings(str(shelf.layout_file), QSettings.Format.IniFormat)
        self._connect()
        self._restore()
        self.retranslate()
        self.show_page("welcome")

    # connections

    def _connect(self) -> None:
        runner, act = self.desk.runner, self.actions_.on
        runner.changed.connect(self._on_changed)
        runner.failed.connect(lambda error: self.notice.warn(self.desk.speech.error(error)))
        runner.slow.connect(lambda on, what: self.top.set_busy((what or self.tr("Working…")) if on else ""))
        self.books.opened.connect(self._on_opened)
        self.books.closed.connect(lambda: self.show_page("welcome"))
        self.books.state_read.connect(self.top.show_book)
        self.rail.picked.connect(self.go)
        self.top.week_asked.connect(self.step_week)
        self.top.backup_asked.connect(self.books.back_up)
        self._connect_pages()
        act("line", lambda: self.go("line"))
        act("accounts", lambda: self.go("accounts"))
        act("back", self.go_back)
        act("find", self._find)
        act("week_before", lambda: self.step_week(-1))
        act("week_after", lambda: self.step_week(1))
        act("this_week", lambda: self.step_week(0))
        act("undo", lambda: self._take_back(self._history.undo is not None and self._history.undo.operation_id))
        act("redo", lambda: self._take_back(self._history.redo is not None and self._history.redo.operation_id))
        act("import_list", self.books.import_lists)
        act("back_up", self.books.back_up)
        act("new_book", self.books.new_book)
        act("open_book", self.books.choose_book)
        act("demo_book", self.books.open_demo)
        act("save_plan", lambda: self.papers.save_plan(self.line.monday))
        act("save_briefing", lambda: self.papers.save_briefing(*self._account_in_view()))
        act("add_account", lambda: self.cards.add_account(self.open_account))
        act("quit", self.close)
        act("about", self.books.about)
        act("add_slot", self._put_on_line)
        act("move_slot", self.line.move_chosen)
        act("end_slot", self.line.end_chosen)
        act("write_report", self._write_report)
        for name in ("edit_account", "add_contact", "add_promise", "add_note"):
            act(name, lambda name=name: self._account_deed(name, ""))
        self.actions_.about_to_show.connect(self._say_possible)

    def _connect_pages(self) -> None:
        self.welcome.new_asked.connect(self.books.new_book)
        self.welcome.open_asked.connect(self.books.choose_book)
        self.welcome.demo_asked.connect(self.books.open_demo)
        self.welcome.again_asked.connect(self.books.open_again)
        self.line.told.connect(lambda said: self.notice.tell(said, self.tr("Undo"), self.undo))
        self.line.account_asked.connect(self.open_account)
        self.line.report_asked.connect(self._report_stop)
        self.line.plan_asked.connect(lambda: self.papers.save_plan(self.line.monday))
        self.line.import_asked.connect(self.books.import_lists)
        self.line.grid.menu_asked.connect(self._grid_menu)
        self.line.week_shown.connect(self._say_week)
        self.accounts.opened.connect(self.open_account)
        self.accounts.add_asked.connect(lambda: self.cards.add_account(self.open_account))
        self.accounts.import_asked.connect(self.books.import_lists)
        self.account.back_asked.connect(self.go_back)
        self.account.briefing_asked.connect(lambda: self.papers.save_briefing(*self._account_in_view()))
        self.account.report_asked.connect(lambda account_id: self._open_report(Subject(account_id)))
        self.account.asked.connect(self._account_deed)
        self.report.left.connect(self.go_back)
        self.report.asked.connect(self.cards.carry_out)
        self.report.told.connect(lambda said: self.notice.tell(said, self.tr("Undo"), self.undo))

    # pages

    def page(self) -> str:
        return self._page

    def show_page(self, name: str) -> None:
        """Bring a page to the front; what it shows is read anew."""
        self._page = name
        self.notice.hide()
        self._stack.setCurrentWidget(self._pages[name])
        nothing = name == "welcome"
        self.rail.setEnabled(not nothing)
        self.rail.setVisible(not nothing)
        self.top.setVisible(not nothing)
        rail = {"account": "accounts", "report": "line" if "line" in self._trail[-1:] else "accounts"}.get(name, name)
        if rail in RAIL:
            self.rail.show_page(rail)
        self._say_possible()

    def go(self, name: str) -> None:
        """Go to a page of the rail."""
        if not self.desk.runner.is_open():
            return
        if self._page == "report" and not self.report.may_leave():
            self.rail.show_page("line")
            return
        self._trail = []
        self.show_page(name)
        self._pages[name].read()
        if name == "accounts":
            self.accounts.table.setFocus()
        elif name == "line":
            self.line.grid.setFocus()

    def go_back(self) -> None:
        """To the page before this one."""
        if self._page == "report" and not self.report.may_leave():
            return
        before = self._trail.pop() if self._trail else "accounts" if self._page in ("account", "report") else ""
        if before:
            self.show_page(before)
            self._pages[before].read()
            if before == "accounts":
                self.accounts.table.setFocus()

    def _enter(self, name: str) -> None:
        if self._page != name and self._page != "welcome":
            self._trail.append(self._page)
        self.show_page(name)

    def open_account(self, account_id: str, section: str = "") -> None:
        if account_id:
            self.accounts.select_later(account_id)
            self._enter("account")
            self.account.show_account(account_id, section)

    def step_week(self, step: int) -> None:
        """The week before, the one after, or (0) this week."""
        if not self.desk.runner.is_open():
            return
        today = monday_of(self.desk.today())
        self.show_week(today if step == 0 else self.line.monday + timedelta(days=7 * step))

    def show_week(self, monday: date) -> None:
        self.line.show_week(monday)
        self._say_week()

    def _find(self) -> None:
        if self._page != "accounts":
            self.go("accounts")
        self.accounts.find()

    # what the menus do on the page in view

    def _account_in_view(self) -> tuple[str, str]:
        """Id and name of the account that an action means; empty where there is none."""
        if self._page == "account" and self.account.view() is not None:
            page = self.account.view().page  # type: ignore[union-attr]
            return page.id, page.name
        if self._page == "accounts" and self.accounts.table.account():
            row = self.accounts.model.row_at(self.accounts.table.currentIndex().row())
            return row.id, row.name
        block = self.line.grid.sheet().block(self.line.grid.selected())
        if self._page == "line" and block is not None:
            return block.account_id, block.name
        return "", ""

    def _account_deed(self, name: str, key: str) -> None:
        """Something about an account: on its own page at once, elsewhere after opening it."""
        if self._page == "report":
            return
        account_id, _ = self._account_in_view()
        if name in ("move_slot", "end_slot"):
            self._slot_deed(name, key)
        elif name == "open_visits":
            self._open_report(Subject(account_id, visit_id=key))
        elif name == "open_line":
            self._slot_deed("show", key)
        elif name == "add_slot":
            self._put_on_line()
        elif account_id:
            self.cards.carry_out(name, account_id, key)

    def _put_on_line(self) -> None:
        account_id, name = self._account_in_view()
        if self._page in ("account", "accounts") and account_id:
            self.cards.add_slot(account_id, name, self.line.monday)
        elif self._page == "line":
            self.line.put_on_line()

    def _slot_deed(self, name: str, slot_id: str) -> None:
        """Moving and ending a slot happen where the week is seen."""
        view = self.account.view()
        slot = next((s for s in view.page.slots if s.id == slot_id), None) if view else None
        if slot is None:
            return
        self._enter("line")
        self.line.show_slot(slot.id, monday_of(slot.next_due), name)

    def _write_report(self) -> None:
        if self._page == "line":
            stop = self.line.stop(self.line.grid.selected())
            if stop is not None:
                self._report_stop(stop, False)
        elif self._page in ("account", "accounts"):
            account_id, _ = self._account_in_view()
            if account_id:
                self._open_report(Subject(account_id))

    def _report_stop(self, stop: Stop, missed: bool) -> None:
        slot_id = stop.slot.id if stop.slot else None
        self._open_report(
            Subject(stop.account.id, stop.visit_id, slot_id, stop.date, stop.start, stop.minutes, missed)
        )

    def _open_report(self, subject: Subject) -> None:
        self._enter("report")
        self.report.show_visit(subject)

    def _grid_menu(self, key: str, point: object) -> None:
        if self.line.stop(key) or self.line.resting(key):
            self._say_possible()
            self.actions_.menu("visits").popup(point)  # type: ignore[arg-type]

    def _say_possible(self) -> None:
        """Enable what can be done on the page in view."""
        ready = self._page != "welcome" and self.desk.runner.is_open()
        account = bool(self._account_in_view()[0]) and ready and self._page != "report"
        line = ready and self._page == "line"
        chosen = line and bool(self.line.grid.selected())
        enabled = {
            "save_briefing": account,
            "edit_account": account,
            "add_contact": account,
            "add_promise": account,
            "add_note": account,
            "write_report": (chosen and self.line.stop(self.line.grid.selected()) is not None)
            or (account and self._page != "line"),
            "add_slot": ready and self._page != "report" and (line or account),
            "move_slot": chosen,
            "end_slot": chosen,
            "back": bool(self._trail) or self._page in ("account", "report"),
            "undo": ready and self._history.undo is not None,
            "redo": ready and self._history.redo is not None,
        }
        always = {"new_book", "open_book", "demo_book", "quit", "about", "chinese", "english"}
        always |= {"follow_system", "light", "dark"}
        for action in self.actions_.all():
            name = action.objectName()
            action.setEnabled(name in always or enabled.get(name, ready))

    # undo and redo

    def undo(self) -> None:
        self.actions_["undo"].trigger()

    def redo(self) -> None:
        self.actions_["redo"].trigger()

    def _take_back(self, operation_id: str | bool | None) -> None:
        if operation_id:
            self.desk.runner.run(jobs.undo, operation_id=operation_id, done=self._taken_back)

    def _taken_back(self, changes: Changes) -> None:
        self.notice.hide()

    def _read_history(self) -> None:
        self.desk.runner.read(jobs.history, done=self._show_history)

    def _show_history(self, history: jobs.History) -> None:
        self._history = history
        self._say_history()
        self._say_possible()

    def _say_history(self) -> None:
        """The menu says what undo takes back."""
        for name, step in (("undo", self._history.undo), ("redo", self._history.redo)):
            word = self.tr("Undo") if name == "undo" else self.tr("Redo")
            what = self.desk.speech.choice("operation", step.name) if step else ""
            summary = step.summary if step and step.summary else ""
            if len(summary) > 24:
                summary = f"{summary[:23]}…"
            said = self.tr("{word}: {what}").format(word=word, what=what) if what else word
            self.actions_[name].setText(f"{said} ({summary})" if summary else said)

    # what has changed

    def _on_opened(self) -> None:
        self._trail = []
        self.line.monday = monday_of(self.desk.today())
        last = str(self._kept.value("page", "line"))
        self.go(last if last in RAIL else "line")
        self._read_history()

    def _on_changed(self, changes: Changes) -> None:
        current = self._pages[self._page]
        current.take_changes(changes)
        self._read_history()
        self.books.read_state()

    def _say_week(self) -> None:
        """Week number, days and place in the cycle."""
        speech, monday = self.desk.speech, self.line.monday
        _, week, _ = monday.isocalendar()
        title = speech.raised(speech.text("date.week_short", week=week))
        span = speech.span(monday, monday + timedelta(days=6))
        view = self.line.view()
        cycle = ""
        if view is not None:
            weeks = (monday - view.week.rep.anchor_monday).days // 7 % view.week.rep.cycle_weeks
            cycle = self.tr("week {n} of {all} in the cycle").format(n=weeks + 1, all=view.week.rep.cycle_weeks)
        self.top.show_week(title, speech.joined((span, cycle)), monday == monday_of(self.desk.today()))

    # its looks and words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inner = self.centralWidget().size()
        density = Density(inner.height() < COMPACT_BELOW, inner.width() < NARROW_BELOW)
        self.rail.set_narrow(density.narrow)
        self.top.set_compact(density.compact)
        for page in self._pages.values():
            if page.density != density:
                page.set_density(density)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle("kamdesk")
        self.actions_.retranslate()
        self.rail.setAccessibleName(self.tr("Pages"))
        labels = {"line": self.tr("Line"), "accounts": self.tr("Accounts")}
        for name, text in labels.items():
            self.rail.button(name).set_label(text, self.actions_.key(name))
        self._say_history()
        self._say_week()
        self.books.retranslate()

    # the layout kept between two runs

    def _restore(self) -> None:
        geometry = self._kept.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)  # type: ignore[arg-type]
        header = self._kept.value("accounts/header")
        if header is not None:
            self.accounts.table.horizontalHeader().restoreState(header)  # type: ignore[arg-type]

    def keep_layout(self) -> None:
        """Geometry, columns and the page in view; nothing of a book."""
        self._kept.setValue("geometry", self.saveGeometry())
        self._kept.setValue("accounts/header", self.accounts.table.horizontalHeader().saveState())
        if self._page in RAIL:
            self._kept.setValue("page", self._page)
        self._kept.sync()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._page == "report" and not self.report.may_leave():
            event.ignore()
            return
        self.keep_layout()
        event.accept()


