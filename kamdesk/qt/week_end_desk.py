"""What the page of the week's end asks for outside itself: cards, places of files, packages dragged in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.folders import folder_of
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.pages.week_end.names import peer_name

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Peer
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.week_end.shares import Shared

SUFFIX = ".card"


class WeekEndDesk(QObject):
    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._wanted = ""
        self._state: jobs.SyncState | None = None
        desk.speech.changed.connect(self.retranslate)

    # how it stands

    def read_standing(self) -> None:
        self._desk.runner.read(jobs.sync_state, done=self.say_standing, latest=True)

    def say_standing(self, state: jobs.SyncState) -> None:
        """In the rail and in the bar above the page."""
        self._state = state
        self._window.rail.button("week_end").set_count(state.conflicts, "warn")
        if state.conflicts:
            self._window.top.show_sync(self.tr("%n conflicts", "", state.conflicts), warns=True)
        elif state.at is not None:
            local = state.at.astimezone(ZoneInfo(self._desk.zone))
            today = local.date() == self._desk.today()
            when = f"{local:%H:%M}" if today else self._desk.speech.day(local.date())
            self._window.top.show_sync(self.tr("exchanged {when}").format(when=when))
        else:
            self._window.top.show_sync("")

    def retranslate(self) -> None:
        if self._state is not None:
            self.say_standing(self._state)

    def show_standing(self) -> None:
        """To the conflicts where there are any, else to the packages."""
        conflicts = self._state is not None and self._state.conflicts > 0
        self._window.go("week_end")
        self._window.week_end.show_part("odds" if conflicts else "history")

    # packages

    def hand_over(self) -> None:
        """To where a package is made."""
        self._window.go("week_end")
        self._window.week_end.show_part("hand")

    def take_in(self) -> None:
        """Choose packages; they are looked at first."""
        self._window.go("week_end")
        self._window.week_end.show_part("take")
        self._window.week_end.take.choose()

    def look_at(self, paths: list[Path]) -> None:
        """Packages that were dragged onto the window."""
        self._window.go("week_end")
        self._window.week_end.show_part("take")
        self._window.week_end.take.look_at(paths)

    def show_folder(self, path: Path) -> None:
        self._window.paper_desk.open(path.parent)

    # what is missing

    def show_promise(self, account_id: str, promise_id: str) -> None:
        """To the promise in its list, where it is settled with a key."""
        self._wanted = promise_id
        page = self._window.promises
        page.rows_shown.connect(self._choose_promise)
        self._window.enter("promises")
        page.arrive()

    def _choose_promise(self) -> None:
        page = self._window.promises
        page.rows_shown.disconnect(self._choose_promise)
        page.list.show_promise(self._wanted)

    # cards

    def save_card(self) -> None:
        circle = self._window.week_end.circle.circle()
        if circle is None:
            return
        name = f"{circle.card.rep} {circle.card.device}{SUFFIX}".replace("/", "-")
        folder = folder_of(self._window.kept("week_end/cards"))
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the card"), str(folder / name), self.tr("Cards (*.card)")
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(SUFFIX)
            self._window.keep("week_end/cards", str(path.parent))
            self._desk.runner.read(jobs.save_card, done=self._saved, path=path)

    def show_large(self) -> None:
        """The card as large as the screen has room for, so that another laptop's camera reads it."""
        from kamdesk.qt.dialogs.large_code import LargeCodeDialog

        circle = self._window.week_end.circle.circle()
        if circle is not None:
            open_dialog(LargeCodeDialog(self._desk, self._window, circle))

    def ask_role(self, role: str) -> None:
        """Ask first: the others must have the card anew."""
        from kamdesk.qt.dialogs.card_role import CardRoleDialog

        def change() -> None:
            self._desk.runner.read(
                jobs.change_card,
                done=self._window.week_end.circle.show_circle,
                failed=lambda error: self._window.teller.tell_plainly(self._desk.speech.error(error)),
                role=role,
                today=self._desk.today(),
            )

        open_dialog(CardRoleDialog(self._desk, self._window, role, change))

    def change_name(self) -> None:
        """To the one place where the rep's name is changed."""
        self._window.go("settings")
        self._window.settings.show_name()

    def show_keys(self) -> None:
        """Where the keys of the own card lie, to be moved or made anew."""
        from kamdesk.qt.dialogs.own_keys import OwnKeysDialog

        circle = self._window.week_end.circle.circle()
        if circle is not None:
            dialog = OwnKeysDialog(self._desk, self._window, circle.keys_in)
            dialog.known.connect(self._window.week_end.circle.show_circle)
            dialog.settled.connect(self._keys_settled)
            dialog.old_left.connect(self._window.notice.warn)
            open_dialog(dialog)

    def _keys_settled(self, keys_in: str) -> None:
        if keys_in == "new":
            said = self.tr("The keys are new. Give the others your new card.")
            self._window.notice.tell(said, self.tr("Save the card…"), self.save_card)
            return
        said = (
            self.tr("The keys lie in this computer's keyring from now on.")
            if keys_in == "keyring"
            else self.tr("The keys lie in the book again.")
        )
        self._window.notice.tell(said, self.tr("Back up now"), self._window.books.back_up)

    def _saved(self, path: Path) -> None:
        said = self.tr("Card saved: {path}. Give it to those you meet.").format(path=path)
        self._window.notice.tell(
            said, self.tr("Open the folder"), lambda: self._window.paper_desk.open(path.parent)
        )

    def add_card(self, path: Path | None = None) -> None:
        """Ask for another book's card; of one that was dragged onto the window, read it at once."""
        from kamdesk.qt.dialogs.add_card import AddCardDialog

        if self._window.page() != "week_end":
            self._window.go("week_end")
            self._window.week_end.show_part("circle")
        circle = self._window.week_end.circle.circle()
        folder = folder_of(self._window.kept("week_end/cards"))
        own = (circle.card.role, circle.card.rep) if circle is not None else ("rep", "")
        dialog = AddCardDialog(self._desk, self._window, own, folder, self._added, self.look_at)
        open_dialog(dialog)
        if path is not None:
            dialog.read_file(path)

    def _added(self, peer: Peer) -> None:
        page = self._window.week_end
        page.circle.read(choose=peer.card.key)
        page.take.look_again()
        said = self.tr("{name} is known from now on.").format(name=_raised(peer_name(peer)))
        self._window.notice.tell(said, self.tr("Undo"), lambda: self._remove(peer, quiet=True))

    def remove(self, peer: Peer | None) -> None:
        """Ask first: it is a step with consequences."""
        from kamdesk.qt.dialogs.remove_peer import RemovePeerDialog

        if peer is not None:
            open_dialog(RemovePeerDialog(self._desk, self._window, peer, lambda: self._remove(peer)))

    def _remove(self, peer: Peer, *, quiet: bool = False) -> None:
        def done(removed: Peer) -> None:
            self._window.week_end.circle.read()
            if not quiet:
                said = self.tr("{name} is met no longer.").format(name=_raised(peer_name(removed)))
                self._window.notice.tell(said, self.tr("Undo"), lambda: self.meet_again(removed))

        self._desk.runner.read(jobs.remove_peer, done=done, key=peer.card.key, now=self._desk.now())

    # what was refused

    def accept(self, number: int) -> None:
        """Take what the sender may not write after all; what waits for somebody's package only on the user's word."""
        waits = self._window.week_end.waiting.chosen()
        if waits is not None and waits.number == number and waits.waits:
            from kamdesk.qt.dialogs.vouch import VouchDialog

            open_dialog(VouchDialog(self._desk, self._window, waits, lambda: self._vouch(number)))
            return
        said = self.tr("Taken after all; the next package takes it to the others.")
        self._desk.runner.run(jobs.accept, done=lambda _: self._window.teller.tell(said), number=number)

    def _vouch(self, number: int) -> None:
        said = self.tr("Taken in as it was told; the next package takes it to the others.")
        self._desk.runner.run(
            jobs.vouch, done=lambda _: self._window.teller.tell_plainly(said), number=number
        )

    def dismiss(self, number: int) -> None:
        """Let what stands be right."""
        self._desk.runner.read(
            jobs.dismiss, done=lambda _: self._dismissed(), number=number, now=self._desk.now()
        )

    def _dismissed(self) -> None:
        self._window.week_end.read()
        self._window.teller.tell_plainly(self.tr("Laid to rest; what stands stays."))

    # accounts shared with a colleague

    def share(self, colleague: str) -> None:
        """Ask for the account that the colleague looks after too from today on, until when and what for."""
        from kamdesk.qt.dialogs.share_account import ShareAccountDialog

        def chosen(account_id: str, until: date | None, purpose: str | None) -> None:
            said = self.tr("{account} is shared with {name}; it goes with the next package.")
            account = dialog.name_of(account_id)
            self._desk.runner.run(
                jobs.share_account,
                done=lambda _: self._shared(said.format(account=account, name=colleague)),
                account_id=account_id,
                colleague=colleague,
                since=self._desk.today(),
                until=until,
                purpose=purpose,
            )

        question = self.tr("Which account do you look after together with {name}?").format(name=colleague)
        dialog = ShareAccountDialog(self._desk, self._window, chosen, question)
        open_dialog(dialog)

    def unshare(self, shared: Shared | None) -> None:
        if shared is None:
            return
        said = self.tr("{account} is no longer looked after together with {name}.")
        self._desk.runner.run(
            jobs.end_sharing,
            done=lambda _: self._shared(said.format(account=shared.account, name=shared.colleague)),
            account_id=shared.account_id,
            colleague=shared.colleague,
            today=self._desk.today(),
        )

    def _shared(self, said: str) -> None:
        self._window.week_end.circle.read()
        self._window.teller.tell(said)

    def meet_again(self, peer: Peer | None) -> None:
        if peer is not None:
            self._desk.runner.read(jobs.add_peer, done=self._added, card=peer.card, now=self._desk.now())


def _raised(name: str) -> str:
    return name[:1].upper() + name[1:]
