"""The dialogs about one account, each opened with what the book says at that moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.promise import PromiseState
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.account import AccountDialog
from kamdesk.qt.dialogs.contact import ContactDialog
from kamdesk.qt.dialogs.due import DueDialog
from kamdesk.qt.dialogs.note import NoteDialog
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.dialogs.promise import PromiseDialog
from kamdesk.qt.dialogs.settle import SettleDialog
from kamdesk.qt.dialogs.slot import Proposal, SlotDialog
from kamdesk.qt.people_desk import PeopleDesk
from kamdesk.qt.settling import Settling

if TYPE_CHECKING:
    from kamdesk.qt.jobs import AccountView
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.rep import RepCard

USUAL_MINUTES = 60


class AccountDesk(QObject):
    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.people = PeopleDesk(desk, window)
        self._settling = Settling(desk, window)

    def add_account(self, then: Callable[[str], None], name: str = "") -> None:
        """A new account, perhaps with its name; ``then`` gets its id."""
        dialog = AccountDialog(self._desk, self._window)
        if name:
            dialog.form.name.setText(name)
        dialog.accepted.connect(lambda: then(dialog.account_id))
        dialog.existing.connect(then)
        open_dialog(dialog)

    def carry_out(self, name: str, account_id: str, key: str) -> None:
        """What the account's page asked for, about the row ``key``."""
        self._desk.runner.read(
            jobs.account_view,
            done=lambda view: self._act(name, view, key),
            account_id=account_id,
            today=self._desk.today(),
        )

    def _act(self, name: str, view: AccountView, key: str) -> None:
        page, window, desk = view.page, self._window, self._desk
        key, _, field = key.partition("@")
        promise = next((p for p in view.history.promises if p.id == key), None)
        person = next((p for p in page.people if p.id == key), None)
        if name == "edit_account":
            open_dialog(AccountDialog(desk, window, page))
        elif name == "add_contact" or (name == "open_people" and person is not None):
            card = ContactDialog(desk, window, page, person)
            card.suppose(key)
            open_dialog(card)
        elif name == "add_promise":
            open_dialog(PromiseDialog(desk, window, page, field=field))
        elif name == "add_note":
            open_dialog(NoteDialog(desk, window, page))
        elif self.people.act(name, view, key):
            return
        elif name == "edit_promise" and promise is not None:
            open_dialog(PromiseDialog(desk, window, page, promise, field=field))
        elif name == "open_promises" and promise is not None:
            settled = promise.state != "open"
            open_dialog(
                PromiseDialog(desk, window, page, promise) if settled else SettleDialog(desk, window, promise)
            )
        elif name == "move_due" and promise is not None:
            open_dialog(DueDialog(desk, window, (promise,)))
        elif name == "break_promise" and promise is not None:
            dialog = SettleDialog(desk, window, promise)
            dialog.choose(PromiseState.BROKEN)
            open_dialog(dialog)
        elif name == "keep_promise" and promise is not None:
            self._settling.keep([promise.id], promise.what)
        elif name == "reopen_promise" and promise is not None:
            self._settling.reopen([promise.id], promise.what)

    def add_slot(self, account_id: str, name: str, monday: date) -> None:
        """A fixed visit for an account that is named already."""

        def ask(rep: RepCard) -> None:
            weekday = min((self._desk.today() - monday).days % 7, 4)
            proposal = Proposal(account_id, weekday, None, USUAL_MINUTES)
            open_dialog(
                SlotDialog(
                    self._desk, self._window, [(account_id, name)], proposal, rep.anchor_monday, monday
                )
            )

        self._desk.runner.read(jobs.rep_card, done=ask)
