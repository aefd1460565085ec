"""For whom a package is: the office and one's own laptops, a colleague, or whoever is told a passphrase."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.week_end.names import joined, peer_name, short_party
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, frame, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Peer

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
GROUPS, OF = 5, 4
LEAST = 10
"""Letters of a passphrase that nobody guesses in a week."""


def new_passphrase() -> str:
    """Twenty letters that can be read out by telephone: none looks like another."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(OF)) for _ in range(GROUPS))


@dataclass(frozen=True, slots=True)
class Receiver:
    """Those with these keys; none: whoever has the passphrase. ``short``: as they are called in a file's name."""

    keys: tuple[str, ...]
    names: tuple[str, ...] = ()
    colleague: bool = False
    short: tuple[str, ...] = ()


def receivers(peers: Sequence[Peer]) -> list[Receiver]:
    """Who may be packed for: those who may have the whole book together, each colleague alone, and by passphrase."""
    known = [peer for peer in peers if peer.removed_at is None]
    trusted = [peer for peer in known if peer.own or peer.card.role == "office"]
    found = []
    if trusted:
        trusted.sort(key=lambda peer: peer.card.role != "office")
        found.append(_receiver(trusted))
    by_rep: dict[str, list[Peer]] = {}
    for peer in known:
        if peer not in trusted:
            by_rep.setdefault(peer.card.rep, []).append(peer)
    for group in by_rep.values():
        found.append(_receiver(group, colleague=True))
    found.append(Receiver(()))
    return found


def _receiver(peers: Sequence[Peer], *, colleague: bool = False) -> Receiver:
    short = (short_party(p.card.role, p.card.rep, p.card.device, own=p.own) for p in peers)
    keys = tuple(peer.card.key for peer in peers)
    return Receiver(keys, tuple(map(peer_name, peers)), colleague, tuple(dict.fromkeys(short)))


class ReceiverPick(QWidget):
    """``changed`` when another is chosen or the passphrase is typed."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._receivers: list[Receiver] = []
        self._by_hand = False
        self._group = QButtonGroup(self)
        self._choices = column(gap=4)
        self.passphrase = QLineEdit()
        self.passphrase.setMaxLength(200)
        self.another = Button(desk.theme, icon="refresh-cw", small=True)
        self._apart = label(desk.theme, "caption", "text2", wrap=True)
        self._whole = label(desk.theme, "body", wrap=True)
        told = frame(
            row(Icon(desk.theme, "triangle-alert", "warn"), (self._whole, 1)), "warn", (12, 8, 12, 8)
        )
        self._secret = QWidget()
        field = row((self.passphrase, 1), self.another)
        self._secret.setLayout(column(told, field, self._apart, gap=4, margins=(24, 0, 0, 0)))
        self.setLayout(column(self._choices, self._secret, gap=4))
        self._group.idToggled.connect(self._on_toggled)
        self._group.idClicked.connect(self._on_hand)
        self.passphrase.textEdited.connect(self._on_hand)
        self.passphrase.textEdited.connect(lambda _: self.changed.emit())
        self.another.clicked.connect(self._make_another)
        self.retranslate()

    def show_peers(self, peers: Sequence[Peer]) -> None:
        """Anew; who was chosen stays chosen, the passphrase only where somebody chose it."""
        keep = self.receiver()
        found = receivers(peers)
        if found == self._receivers:
            return
        self._receivers = found
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._choices)
        stays = keep in found and (self._by_hand or bool(keep and keep.keys))
        chosen = found.index(keep) if keep is not None and stays else 0
        for number, _ in enumerate(found):
            button = QRadioButton()
            self._group.addButton(button, number)
            self._choices.addWidget(button)
            button.setChecked(number == chosen)
        if not self.passphrase.text():
            self.passphrase.setText(new_passphrase())
        self.retranslate()
        self._on_toggled(chosen, True)

    def receiver(self) -> Receiver | None:
        number = self._group.checkedId()
        return self._receivers[number] if 0 <= number < len(self._receivers) else None

    def secret(self) -> str | None:
        """The passphrase, where it is meant for whoever is told it."""
        receiver = self.receiver()
        return self.passphrase.text().strip() if receiver is not None and not receiver.keys else None

    def is_ready(self) -> bool:
        """Whether it can be packed: a passphrase is long enough."""
        secret = self.secret()
        return self.receiver() is not None and (secret is None or len(secret) >= LEAST)

    def choices(self) -> list[QRadioButton]:
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self._secret.setVisible(self.secret() is not None)
            self.changed.emit()

    def _on_hand(self) -> None:
        """Somebody chose: a card that is added later takes nothing back."""
        self._by_hand = True

    def _make_another(self) -> None:
        self.passphrase.setText(new_passphrase())
        self.changed.emit()

    def retranslate(self) -> None:
        for button, receiver in zip(self.choices(), self._receivers, strict=True):
            button.setText(self._said(receiver))
        self.passphrase.setAccessibleName(self.tr("Passphrase of the package"))
        self.another.set_label(self.tr("Another"))
        self._whole.setText(
            self.tr(
                "The whole book goes into it: all accounts, people and telephones, but not who informs us. Whoever has "
                "the file and the passphrase reads all of it. Not for a colleague: add the colleague's card first, "
                "then only the accounts you both look after go."
            )
        )
        self._apart.setText(
            self.tr(
                "Tell it by telephone or face to face, never with the file. It is not the book's own passphrase. "
                "Write it down: it is shown nowhere else. At least {number} letters."
            ).format(number=LEAST)
        )

    def _said(self, receiver: Receiver) -> str:
        names = joined(receiver.names, self._desk.speech)
        if not receiver.keys:
            return self.tr(
                "The office or my other computer, without its card: the whole book, with a passphrase"
            )
        if receiver.colleague:
            return self.tr("My colleague {names}: only the accounts we both look after").format(names=names)
        return names[:1].upper() + names[1:]
