"""Whom I meet: the book's own card, and the other books that it takes packages from and makes them for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.account.shared_chip import share_line
from kamdesk.qt.pages.week_end.names import peer_name
from kamdesk.qt.pages.week_end.own_card import OwnCard
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Peer
    from kamdesk.reads.week_end.shares import Shared

ICONS = {"office": "building-2", "own": "laptop", "manager": "user", "rep": "user"}


class CirclePanel(Panel):
    """``add_asked``, ``save_asked``, ``large_asked``; ``remove_asked`` gives the peer, ``known`` the circle once read;
    ``share_asked`` gives the colleague with whom an account is to be shared, ``unshare_asked`` one that is no more,
    ``account_asked`` one to be opened; ``entrusted_asked`` is for what others share of what is locked, ``role_asked``
    for the card to say another role.
    """

    add_asked = Signal()
    save_asked = Signal()
    large_asked = Signal()
    remove_asked = Signal(object)
    back_asked = Signal(object)
    share_asked = Signal(str)
    unshare_asked = Signal(object)
    entrusted_asked = Signal()
    role_asked = Signal(str)
    known = Signal(object)
    account_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._circle: jobs.Circle | None = None
        self._wanted = ""
        self.own = OwnCard(desk)
        self.model = EntriesModel(self)
        self.list = EntriesView(theme, self.model)
        self._none = EmptyState(theme, "users")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        self._others = label(theme, "heading")
        self._detail = label(theme, "body", wrap=True)
        self.add = Button(theme, kind="primary", icon="user-plus")
        self.remove, self.back = Button(theme, icon="ban"), Button(theme, icon="undo-2")
        self.share, self.unshare = Button(theme, icon="store"), Button(theme, icon="x")
        self.open = Button(theme, icon="chevron-right")
        self._box = frame(
            column(
                self._detail, row(self.share, self.open, self.unshare, self.remove, self.back, None), gap=8
            ),
            "sunken",
            (14, 12, 14, 12),
        )
        others = column(row(self._others, None, self.add), (self._stack, 1), self._box, gap=8)
        self.setLayout(column(self.head(), (row((others, 3), (self.own, 2), gap=16), 1), gap=12))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_asked)
        self._none.first.clicked.connect(self.add_asked)
        self.own.save_asked.connect(self.save_asked)
        self.own.large_asked.connect(self.large_asked)
        self.own.entrusted_asked.connect(self.entrusted_asked)
        self.own.role_asked.connect(self.role_asked)
        self.own.changed.connect(self.show_circle)
        self.list.chosen.connect(lambda key: self._show_chosen())
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.chosen()))
        self.back.clicked.connect(lambda: self.back_asked.emit(self.chosen()))
        self.share.clicked.connect(self._ask_share)
        self.unshare.clicked.connect(lambda: self.unshare_asked.emit(self.shared()))
        self.open.clicked.connect(self._open)
        self.list.opened.connect(lambda _: self._open())

    def begin(self) -> None:
        self.list.setFocus() if self.model.rowCount() else self._none.first.setFocus()

    # reading and writing

    def read(self, choose: str = "") -> None:
        """``choose`` is the key of the book to be chosen once it is in the list."""
        self._wanted = choose or self._wanted
        self.desk.runner.read(jobs.circle, done=self.show_circle, latest=True, today=self.desk.today())

    def show_circle(self, circle: jobs.Circle) -> None:
        self._circle = circle
        self._fill()
        if any(peer.card.key == self._wanted for peer in circle.peers):
            self.list.choose(self._wanted)
            self._wanted = ""
        self.known.emit(circle)

    def circle(self) -> jobs.Circle | None:
        return self._circle

    def chosen(self) -> Peer | None:
        key = self.list.key()
        return next((p for p in self._circle.peers if p.card.key == key), None) if self._circle else None

    def shared(self) -> Shared | None:
        """The shared account that is chosen."""
        key = self.list.key()
        return next((s for s in self._circle.shared if _share_key(s) == key), None) if self._circle else None

    def _open(self) -> None:
        shared = self.shared()
        if shared is not None:
            self.account_asked.emit(shared.account_id)

    def _ask_share(self) -> None:
        peer = self.chosen()
        if peer is not None:
            self.share_asked.emit(peer.card.rep)

    # words

    def _fill(self) -> None:
        circle = self._circle
        if circle is None:
            return
        self.own.show_circle(circle)
        entries: list[Entry] = []
        known: set[str] = set()
        for group, peers in self._grouped(circle.peers):
            entries.append(Entry(f"#{group}", self._groups()[group], heading=True))
            told: set[str] = set()
            for peer in peers:
                entries.append(self._entry(peer))
                if group in ("rep", "manager") and peer.card.rep not in told:
                    told.add(peer.card.rep)
                    entries += [self._share(s) for s in circle.shared if s.other == peer.card.rep]
            known |= told
        away = [share for share in circle.shared if share.other not in known]
        if away:
            entries.append(Entry("#away", self.tr("Shared, without a card of theirs here"), heading=True))
            entries += [self._share(share) for share in away]
        self.list.show_rows(entries)
        self._stack.setCurrentIndex(0 if entries else 1)
        self.add.setVisible(bool(entries))
        self._show_chosen()

    def _grouped(self, peers: tuple[Peer, ...]) -> list[tuple[str, list[Peer]]]:
        groups: dict[str, list[Peer]] = {group: [] for group in (*ICONS, "removed")}
        for peer in peers:
            groups["removed" if peer.removed_at is not None else _group(peer)].append(peer)
        return [(group, each) for group, each in groups.items() if each]

    def _entry(self, peer: Peer) -> Entry:
        name = peer_name(peer)
        removed = peer.removed_at is not None
        return Entry(
            peer.card.key,
            name[:1].upper() + name[1:],
            self.tr("check code {code}").format(code=peer.card.fingerprint),
            icon=ICONS[_group(peer)],
            icon_tone="text3" if removed else "text2",
            chip=self.tr("removed") if removed else "",
        )

    def _share(self, shared: Shared) -> Entry:
        said = share_line(shared, self.desk.speech, self.desk.today())
        badge = (shared.value_class, bool(shared.is_key))
        return Entry(_share_key(shared), shared.account, said, badge=badge)

    def _show_chosen(self) -> None:
        peer, shared = self.chosen(), self.shared()
        self._box.setVisible(peer is not None or shared is not None)
        self.share.setVisible(
            peer is not None and peer.removed_at is None and _group(peer) in ("rep", "manager")
        )
        self.unshare.setVisible(shared is not None and not shared.with_me)
        self.open.setVisible(shared is not None)
        for button in (self.remove, self.back):
            button.setVisible(False)
        if shared is not None:
            said = self.tr("{account} goes to {name} with the next package, with all that is recorded of it.")
            if shared.with_me:
                said = self.tr(
                    "{name} shares {account} with you: all that is recorded of it comes with the packages, and what "
                    "you write on it goes back. What is locked stays where it is."
                )
            self._detail.setText(said.format(account=shared.account, name=shared.other))
        if peer is None:
            return
        removed = peer.removed_at is not None
        self.remove.setVisible(not removed)
        self.back.setVisible(removed)
        if peer.removed_at is not None:
            said = self.tr(
                "Removed {when}: nothing is taken in from it and nothing is packed for it. What came before stays."
            ).format(when=self.moment(peer.removed_at))
        elif peer.standing.acked:
            said = self.tr("Known since {when}; it has confirmed packages of this book.")
            said = said.format(when=self.moment(peer.added_at))
        else:
            said = self.tr("Known since {when}; it has not confirmed a package of this book yet.")
            said = said.format(when=self.moment(peer.added_at))
        self._detail.setText(said)

    def _groups(self) -> dict[str, str]:
        return {
            "office": self.tr("The office"),
            "own": self.tr("My other laptops"),
            "manager": self.tr("Managers"),
            "rep": self.tr("Colleagues"),
            "removed": self.tr("No longer met"),
        }

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Whom I meet"))
        self.quiet.setText(self.tr("Packages go to and come from these books alone"))
        self.own.retranslate()
        self._others.setText(self.tr("Books that are known"))
        self.list.setAccessibleName(self._others.text())
        self.add.set_label(self.tr("Add a card…"))
        self.remove.set_label(self.tr("Remove…"))
        self.back.set_label(self.tr("Meet it again"))
        self.share.set_label(self.tr("Share an account…"))
        self.unshare.set_label(self.tr("Share it no longer"))
        self.open.set_label(self.tr("Open the account"))
        self._none.say(
            self.tr("Nobody is known yet"),
            self.tr(
                "Give the office your card, and add the office's here. Your other laptop and colleagues with whom you "
                "share accounts are added in the same way."
            ),
            self.tr("Add a card…"),
        )
        self._fill()


def _share_key(shared: Shared) -> str:
    return f"share:{shared.shared_by}:{shared.colleague}:{shared.account_id}"


def _group(peer: Peer) -> str:
    """A role of a newer version's is a colleague's here."""
    return "own" if peer.own else peer.card.role if peer.card.role in ICONS else "rep"
