"""What is asked for about an account's people, notes, files and what lies behind the lock, and needs a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.entrusted import EntrustedDialog
from kamdesk.qt.dialogs.informant import InformantDialog
from kamdesk.qt.dialogs.job import JobDialog
from kamdesk.qt.dialogs.note import NoteDialog
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.dialogs.role import RoleDialog
from kamdesk.qt.dialogs.share_informant import ShareInformantDialog
from kamdesk.qt.dialogs.unlock import UnlockDialog
from kamdesk.qt.jobs import account as jobs

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Reader
    from kamdesk.qt.jobs import AccountView
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.confidential import Informant, Lock


class PeopleDesk(QObject):
    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def act(self, name: str, view: AccountView, key: str) -> bool:
        """Whether ``name`` was something for this desk, which then has begun it."""
        return self._people(name, view, key) or self._rest(name, view, key)

    def _people(self, name: str, view: AccountView, key: str) -> bool:
        page, desk, window = view.page, self._desk, self._window
        if name in ("add_role", "change_job"):
            person = next((p for p in page.people if p.id == key), None)
            if person is not None:
                add = name == "add_role"
                open_dialog(
                    RoleDialog(desk, window, page.id, person)
                    if add
                    else JobDialog(desk, window, page.id, person)
                )
        elif name == "edit_role":
            for person in page.people:
                for role in person.roles:
                    if role.id == key:
                        open_dialog(RoleDialog(desk, window, page.id, person, role))
                        return True
        else:
            return False
        return True

    def _rest(self, name: str, view: AccountView, key: str) -> bool:
        desk, runner = self._desk, self._desk.runner
        if name == "edit_note":
            note = next((n for n in view.history.notes if n.id == key), None)
            if note is not None:
                open_dialog(NoteDialog(desk, self._window, view.page, note))
        elif name == "take_back_note":
            said = self.tr("Note taken back")
            runner.run(jobs.take_back_note, note_id=key, done=lambda _: self._window.teller.tell(said))
        elif name == "finish_action":
            runner.run(jobs.finish_action, action_id=key, done_on=desk.today())
        elif name == "unlock":
            self.unlock()
        elif name == "add_informant":
            self._informant(view, None)
        elif name == "end_informant_share":
            runner.run(jobs.end_informant_share, share_id=key)
        elif name == "take_over_informant":
            given = next(
                (each for each in self._window.account.people.secret.given() if each.id == key), None
            )
            if given is not None:
                runner.run(jobs.take_over_informant, rep=given.rep, share_id=given.id)
        elif name in ("edit_informant", "end_informant", "share_informant"):
            known = self._known(key)
            if known is not None and name == "end_informant":
                runner.run(jobs.end_informant, assignment_id=key)
            elif known is not None and name == "share_informant":
                runner.read(
                    jobs.readers, done=lambda found: self._share(known, found), account_id=view.page.id
                )
            elif known is not None:
                self._informant(view, known)
        else:
            return False
        return True

    def _share(self, known: Informant, readers: tuple[Reader, ...]) -> None:
        left = known.left_of(readers)
        if left and self._desk.secrecy.is_open():
            open_dialog(ShareInformantDialog(self._desk, self._window, known, left))

    def show_entrusted(self) -> None:
        """What others share with the rep whose book this is: seen while it is unlocked."""
        open_dialog(EntrustedDialog(self._desk, self._window, self.unlock))

    def _known(self, key: str) -> Informant | None:
        known = self._window.account.people.secret.known()
        return next((row for row in known if row.id == key), None)

    def _informant(self, view: AccountView, known: Informant | None) -> None:
        if self._desk.secrecy.is_open():
            open_dialog(InformantDialog(self._desk, self._window, view.page, known))

    def turn_lock(self) -> None:
        """The one key for both: lock what is open, ask for the passphrase where it is locked."""
        if self._desk.secrecy.is_open():
            self._desk.secrecy.lock()
        else:
            self.unlock()

    def unlock(self) -> None:
        def ask(lock: Lock) -> None:
            open_dialog(UnlockDialog(self._desk, self._window, lock))

        self._desk.runner.read(jobs.lock_state, done=ask)
