"""What the actions of the menu do on the page in view, and which of them are possible there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.form_steps import in_form, turn_form
from kamdesk.qt.from_afar import FROM_AFAR
from kamdesk.qt.goal_actions import GOAL_KEYS
from kamdesk.qt.market_actions import MARKET_KEYS
from kamdesk.qt.menus import PROMISE_DEEDS
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.qt.table_actions import TABLE_KEYS

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.undo import Undoable
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.stops import Stop

ALWAYS = frozenset(
    {
        "new_book",
        "open_book",
        "demo_book",
        "restore",
        "quit",
        "guide",
        "about",
        "chinese",
        "english",
        "follow_system",
        "light",
        "dark",
    }
)
MOST_LETTERS = 24
MADE = ("book.", "demo.")
"""Operations that made the book; whoever has it open did none of them."""


class Deeds(QObject):
    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._history = jobs.History(None, None)
        act = window.actions_.on
        act("undo", self.undo)
        act("redo", self.redo)
        act("save_plan", lambda: window.paper_desk.save_plan(window.week.monday))
        act("save_briefing", lambda: window.paper_desk.save_briefing(*self.account_in_view()))
        act("add_account", self.add_account)
        act("add_slot", self._put_on_line)
        act("move_slot", self._move)
        act("end_slot", lambda: window.line.flow.end_chosen())
        act("write_report", self._write_report)
        for name in ("edit_account", "add_contact", "add_promise", "add_note"):
            act(name, lambda name=name: self.account_deed(name, ""))
        window.actions_.about_to_show.connect(self.say_possible)
        window.actions_.about_to_show.connect(self.retranslate)
        self._hidden_told = ""
        desk.secrecy.changed.connect(self._on_secrecy)

    # the account and the visit that are meant

    def account_in_view(self) -> tuple[str, str]:
        """Id and name of the account that an action means; empty where there is none."""
        window = self._window
        page = window.page()
        view = window.account.view() if window.made("account") else None
        if page == "account" and view is not None:
            return view.page.id, view.page.name
        if page == "accounts" and window.accounts.table.account():
            row = window.accounts.model.row_at(window.accounts.table.currentIndex().row())
            return row.id, row.name
        if page == "today":
            stop = window.today.chosen_stop()
            return (stop.account.id, stop.account.name) if stop is not None else ("", "")
        if page == "line":
            block = window.line.block(window.line.chosen())
            if block is not None:
                return block.account_id, block.name
        return "", ""

    def stop_in_view(self) -> Stop | None:
        """The stop that an action means: the one chosen in the day or in the week."""
        window = self._window
        if window.page() == "today":
            return window.today.chosen_stop()
        return window.line.stop(window.line.chosen()) if window.page() == "line" else None

    def account_deed(self, name: str, key: str) -> None:
        """What the page of an account, or the menu, asks for about the row ``key``."""
        account_id, _ = self.account_in_view()
        if name in ("move_slot", "end_slot", "open_line"):
            self._slot_deed(name, key)
        elif name == "open_visits":
            self.open_report(Subject(account_id, visit_id=key))
        elif name == "add_slot":
            self._put_on_line()
        elif account_id:
            self._window.cards.carry_out(name, account_id, key)
        elif name == "add_promise":
            self._window.promises.new_asked.emit()

    def add_account(self) -> None:
        self._window.cards.add_account(self._window.open_account)

    # the line

    def _put_on_line(self) -> None:
        account_id, name = self.account_in_view()
        if self._window.page() == "line":
            self._window.line.placing.put_on_line()
        elif account_id:
            self._window.cards.add_slot(account_id, name, self._window.week.monday)

    def _move(self) -> None:
        """On the page of the day one visit, on the line a slot."""
        if self._window.page() == "today":
            self._window.today.doing.do("move", self._window.today.chosen_stop())
        else:
            self._window.line.flow.move_chosen()

    def _slot_deed(self, name: str, slot_id: str) -> None:
        """Moving and ending a slot happen where the week is seen."""
        view = self._window.account.view()
        slot = next((s for s in view.page.slots if s.id == slot_id), None) if view else None
        if slot is not None:
            self._window.enter("line")
            self._window.line.going.show_slot(slot.id, monday_of(slot.next_due), name)

    def grid_menu(self, key: str, point: object) -> None:
        """The menu of a stop, where the pointer or the selection is."""
        if self._window.line.block(key) is not None:
            self.say_possible()
            self._window.actions_.menu("visits").popup(point)  # type: ignore[arg-type]

    # reports

    def _write_report(self) -> None:
        stop = self.stop_in_view()
        if stop is not None:
            self.report_stop(stop, False)
        elif self._window.page() != "line":
            account_id, _ = self.account_in_view()
            if account_id:
                self.open_report(Subject(account_id))

    def report_stop(self, stop: Stop, missed: bool) -> None:
        slot_id = stop.slot.id if stop.slot else None
        self.open_report(Subject(stop.account.id, stop.visit_id, slot_id, stop.date, missed))

    def report_account(self, account_id: str) -> None:
        self.open_report(Subject(account_id))

    def open_report(self, subject: Subject) -> None:
        self._window.enter("report")
        self._window.report.show_visit(subject)

    # undo and redo

    def undo(self) -> None:
        if not turn_form(self._window, again=False):
            self.take_back()

    def take_back(self) -> None:
        """The last step that was recorded, wherever the keys are: what was just told is meant."""
        self._go_through(self._history.undo, again=False)

    def redo(self) -> None:
        if not turn_form(self._window, again=True):
            self._go_through(self._history.redo, again=True)

    def _go_through(self, step: Undoable | None, *, again: bool) -> None:
        """Take a step back, or bring it ``again``: either is an undo, of the step or of its undoing."""
        if step is not None:
            told = partial(self._tell, step, again)
            self._desk.runner.run(jobs.undo, operation_id=step.operation_id, done=told)

    def _tell(self, step: Undoable, again: bool, changes: Changes) -> None:
        """What was taken back or brought again; the way back undoes just that."""
        said = self.tr("Brought back: {what}") if again else self.tr("Taken back: {what}")
        other = self.tr("Undo") if again else self.tr("Redo")
        back = replace(step, operation_id=changes.operation_id or step.operation_id)
        turn = partial(self._go_through, back, again=not again)
        said = said.format(what=self._words(step))
        self._window.notice.tell(said, other, turn)
        self._hidden_told = said if step.name.startswith("confidential.") else ""

    def _on_secrecy(self, unlocked: bool) -> None:
        """Once locked, nothing shows what was done behind the lock."""
        if not unlocked and self._hidden_told and self._window.notice.text() == self._hidden_told:
            self._window.notice.hide()
        self._hidden_told = ""

    def read_history(self) -> None:
        unlocked = self._desk.secrecy.is_open()
        self._desk.runner.read(jobs.history, done=self._show_history, latest=True, unlocked=unlocked)

    def _show_history(self, history: jobs.History) -> None:
        self._history = jobs.History(_by_hand(history.undo), _by_hand(history.redo))
        self.retranslate()
        self.say_possible()

    def retranslate(self) -> None:
        """The menu says what undo takes back."""
        form = in_form(self._window)
        for name, step in (("undo", self._history.undo), ("redo", self._history.redo)):
            word = self.tr("Undo") if name == "undo" else self.tr("Redo")
            step = None if form else step
            said = self.tr("{word}: {what}").format(word=word, what=self._words(step)) if step else word
            self._window.actions_[name].setText(said)

    def _words(self, step: Undoable) -> str:
        """What a step did, and to whom."""
        what, about = self._desk.speech.choice("operation", step.name), step.summary or ""
        if len(about) > MOST_LETTERS:
            about = f"{about[: MOST_LETTERS - 1]}…"
        return self.tr("{what} ({about})").format(what=what, about=about) if about else what

    # what is possible

    def say_possible(self) -> None:
        """Enable what can be done on the page in view."""
        window = self._window
        page = window.page()
        ready = page != "welcome" and self._desk.runner.is_open()
        form = in_form(window)
        account = ready and page != "report" and bool(self.account_in_view()[0])
        chosen = window.line.chosen() if ready and page == "line" else ""
        stop = self.stop_in_view() if ready else None
        planned = stop is not None and stop.state == "planned"
        enabled = {
            **window.line_desk.possible(ready),
            "save_briefing": account,
            "show_briefing": account,
            **dict.fromkeys(("save_paper", "zoom_in", "zoom_out", "zoom_fit"), ready and page == "papers"),
            "edit_account": account,
            "add_contact": account,
            "add_promise": ready and page != "report",
            "add_note": account,
            "attach_files": account and page == "account",
            "record_answer": account and page == "account",
            "secrecy": self._desk.secrecy.is_open() or (account and page == "account"),
            "write_report": stop is not None or (account and page != "line"),
            "unplanned_visit": ready and page != "report",
            "miss_visit": planned and stop is not None and stop.date <= self._desk.today(),
            "add_slot": ready and (page == "line" or account),
            "move_slot": bool(chosen) or (page == "today" and planned),
            "end_slot": bool(chosen),
            "back": window.can_go_back(),
            "undo": ready and (form or self._history.undo is not None),
            "redo": ready and (form or self._history.redo is not None),
        }
        enabled |= dict.fromkeys(PROMISE_DEEDS, False)
        enabled |= dict.fromkeys(TABLE_KEYS, False)
        enabled |= dict.fromkeys(GOAL_KEYS, False)
        enabled |= dict.fromkeys(MARKET_KEYS, False)
        enabled |= dict.fromkeys(FROM_AFAR, ready)
        if ready and page in ("goals", "market"):
            enabled |= getattr(window, page).possible()
        enabled["give_accounts"] = account and page == "account"
        if ready and page == "accounts":
            enabled |= window.accounts.acts.possible()
        if ready and page == "promises":
            enabled |= window.promises.possible()
        for action in window.actions_.all():
            name = action.objectName()
            action.setEnabled(name in ALWAYS or enabled.get(name, ready))


def _by_hand(step: Undoable | None) -> Undoable | None:
    """A step that the user can take back."""
    return None if step is None or step.name.startswith(MADE) else step
