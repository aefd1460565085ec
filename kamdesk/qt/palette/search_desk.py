"""Search at work: what is typed is asked of the book, what comes is shown, what is chosen is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.qt.palette.commands import commands
from kamdesk.qt.palette.field import SearchField
from kamdesk.qt.palette.line import Line
from kamdesk.qt.palette.lines import Lines
from kamdesk.qt.palette.popup import Popup
from kamdesk.qt.product_desk import amend_product

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.found import Hit
    from kamdesk.reads.leads import Lead
    from kamdesk.reads.search import Group

SECTIONS = {"contact": "people", "promise": "promises", "note": "notes", "visit": "visits"}


class SearchDesk(QObject):
    """One question is under way at a time: what was typed meanwhile is asked when its answer is there."""

    def __init__(self, desk: Desk, window: MainWindow, field: SearchField, over: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.field = field
        self.popup = Popup(desk.theme, over, field)
        self._lines = Lines(desk, self)
        self._asking = False
        self._again = self._building = False
        self._before: QWidget | None = None
        field.entered.connect(self._enter)
        field.textChanged.connect(self._ask)
        field.stepped.connect(self.popup.step)
        field.chosen.connect(self._choose_current)
        field.left.connect(self.leave)
        field.lost.connect(self.close)
        self.popup.picked.connect(self.choose)
        self.popup.missed.connect(self.close)
        window.books.opened.connect(self._book_opened)
        window.books.closed.connect(self._forget)
        desk.runner.changed.connect(self._changed)

    def find(self) -> None:
        """The keys go to the field."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.field:
            self._before = focus
        if self.field.hasFocus():
            self.field.selectAll()
            self._enter()
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Back to where the keys were."""
        before, self._before = self._before, None
        self.close()
        try:
            if before is not None and before.isVisible():
                before.setFocus()
            else:
                self.field.clearFocus()
        except RuntimeError:
            self.field.clearFocus()

    def close(self) -> None:
        self.popup.go_away()
        self._window.top.set_searching(False)
        self._window.notice.give_way(False)

    def retranslate(self) -> None:
        self.field.say(
            self.tr("Search"),
            self.tr("Search accounts, people, notes, actions"),
            self._window.actions_.key("search"),
        )
        self.popup.view.setAccessibleName(self.tr("What was found"))
        self.popup.foot.setText(
            self.tr("{enter} opens·{with_ctrl} writes the visit report·Esc closes").format(
                enter="Enter", with_ctrl="Ctrl+Enter"
            )
        )

        if self.popup.isVisible():
            self._ask()

    # asking

    def _enter(self) -> None:
        if self._desk.runner.is_open():
            self._window.top.set_searching(True)
            self._window.notice.give_way(True)
            self.field.selectAll()
            self._ask()

    def _forget(self) -> None:
        self.field.clear()
        self.close()

    def _ask(self) -> None:
        if not self._desk.runner.is_open() or not (self.field.hasFocus() or self.popup.isVisible()):
            return
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        typed = self.field.text()
        self._window.deeds.say_possible()
        possible = commands(self._window.actions_, self._desk.speech)
        if typed.strip():
            self._desk.runner.read(
                jobs.search,
                done=lambda view: self._show(typed, self._lines.of(view, possible)),
                failed=self._failed,
                typed=typed,
                commands=tuple((command.name, command.words + command.also) for command in possible),
            )
        else:
            self._desk.runner.read(
                jobs.recent,
                done=lambda recent: self._show(typed, self._lines.before_typing(recent, possible)),
                failed=self._failed,
            )

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._desk.runner.failed.emit(error)

    def _show(self, typed: str, lines: list[Line]) -> None:
        """Show an answer, unless something else stands in the field by now."""
        self._asking = False
        if self._again or typed != self.field.text():
            self._ask()
        elif self.field.hasFocus() or self.popup.isVisible():
            self.popup.set_lines(lines)
            self.popup.show_up()

    # choosing

    def _choose_current(self, second: bool) -> None:
        line = self.popup.line()
        if line is not None and self.popup.isVisible() and not self._asking:
            self.choose(line, second)

    def choose(self, line: Line, second: bool) -> None:
        """Open what a line stands for; ``second``: do the other thing, write the report of that account."""
        if line.kind == "more":
            self._read_on(line)
            return
        if line.kind == "typed":
            self.field.setText(line.name)
            return
        typed = self.field.text().strip()
        self.close()
        self.field.clear()
        self.field.clearFocus()
        if line.kind == "act":
            self._window.actions_[line.name].trigger()
        elif line.kind == "add":
            self._window.cards.add_account(self._window.open_account, name=line.name)
        elif line.lead is not None:
            self._follow(line.lead, second)
        elif line.hit is not None:
            self._desk.runner.read(
                jobs.keep_recent, done=lambda _: None, kind=line.hit.kind, record=line.hit.id, typed=typed
            )
            self.open(line.hit, second)

    def open(self, hit: Hit, second: bool) -> None:
        """Where a record is at home."""
        window, account = self._window, hit.account_id
        if hit.kind == "product":
            amend_product(window, hit.id)
        elif hit.kind == "known" and not (second and account):
            self._open_known(hit)
        elif account is None:
            window.go("promises" if hit.kind == "action" else "accounts")
        elif second:
            window.deeds.report_account(account)
        elif hit.kind == "visit":
            window.deeds.open_report(Subject(account, visit_id=hit.id))
        else:
            window.open_account(account, SECTIONS.get(hit.kind, ""))
            if hit.kind == "promise":
                window.cards.carry_out("open_promises", account, hit.id)

    def _follow(self, lead: Lead, second: bool) -> None:
        """The page of an account that was asked for beside its name."""
        if second:
            self._window.deeds.report_account(lead.account.id)
            return
        self._window.open_account(lead.account.id)
        self._window.account.show_section(lead.section, lead.question)

    def _open_known(self, hit: Hit) -> None:
        """The form of what was found out, over the section of its account in which it stands."""
        kind, _, key = hit.opens.partition("@")
        window, check = self._window, kind == "checked"
        if hit.account_id is not None:
            window.open_account(hit.account_id)
            window.account.show_section(
                "questions" if check else window.account.section_of(kind, "history"), key
            )
        elif check:
            window.go(jobs.question_page(key))
        if not check:
            window.records.amend(kind, key)

    def _read_on(self, line: Line) -> None:
        """The next page of a kind, in the place of the line that offers it."""
        lines = self.popup.model.lines()
        place = lines.index(line)
        typed = self.field.text()
        self._desk.runner.read(
            jobs.search_more,
            done=partial(self._add_page, typed, line, place),
            typed=typed,
            kind=line.name,
            after=line.after,
        )

    def _add_page(self, typed: str, line: Line, place: int, group: Group) -> None:
        lines = self.popup.model.lines()
        if typed != self.field.text() or place >= len(lines) or lines[place] != line:
            return
        more = self._lines.hits(group.hits)
        if group.after is not None:
            more.append(self._lines.more(group))
        self.popup.model.put_in_place(place, more)
        self.popup.select(place)
        self.popup.lie()

    def _changed(self, changes: Changes) -> None:
        if self.popup.isVisible():
            self._ask()
        if changes.many and not self._building:
            self._desk.runner.afterwards(self._build)

    # the index of a book that had none, or into which much was written

    def _book_opened(self) -> None:
        self._building = False
        self._desk.runner.afterwards(self._build)

    def _build(self) -> None:
        self._building = True
        self._desk.runner.read(jobs.build_index_piece, done=self._built, failed=self._given_up)

    def _given_up(self, error: object) -> None:
        self._building = False

    def _built(self, index: object) -> None:
        self._building = not index.ready  # type: ignore[attr-defined]
        if self._building:
            self._build()
        if self.popup.isVisible():
            self._ask()
