"""Part of a hand-over: of who informs us at the accounts, what goes along is asked entry by entry, behind the lock."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.contents import UNKEPT
from kamdesk.qt.jobs import handing as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import clear, column, row

if TYPE_CHECKING:
    from kamdesk.qt.jobs.handing import Entry, HandedOn

INDENT = 24


class HandedEntries(QFrame):
    """Locked, it says the same for every account: it has not asked the book. ``grown`` once there is more to see.

    What is ticked is kept in no draft, and forgotten when the lock closes.
    """

    unlock_asked = Signal()
    grown = Signal()

    def __init__(self, desk: Desk, account_ids: Sequence[str]) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._accounts = tuple(account_ids)
        self._chosen: Collection[str] = frozenset(account_ids)
        self._taker = ""
        self._known: HandedOn | None = None
        self._ticked: set[str] = set()
        self.boxes: Mapping[str, QCheckBox] = {}
        self.setProperty("role", "sunken")
        self.setProperty(UNKEPT, True)
        self._title = label(theme, "strong")
        self._left = label(theme, "caption", "warn")
        self.said = label(theme, "caption", "text2", wrap=True)
        self._lines = column(gap=2)
        self.missing = label(theme, "caption", "warn", wrap=True)
        self.unlock = Button(theme, icon="lock-open", small=True)
        self.unlock.setAutoDefault(False)
        self.unlock.clicked.connect(self.unlock_asked)
        self.setLayout(
            column(
                row(self._title, None, self._left), self.said, self.missing, self._lines, row(self.unlock, None),
                gap=6, margins=(12, 10, 12, 10),
            )
        )  # fmt: skip
        desk.secrecy.changed.connect(self._turned)
        desk.secrecy.ticked.connect(self._say_left)
        self.retranslate()
        self._read()

    def show_accounts(self, account_ids: Collection[str]) -> None:
        """Only these pass on; what was ticked at another does not."""
        self._chosen = frozenset(account_ids)
        self._fill()

    def show_taker(self, name: str) -> None:
        """Who is to get what is ticked."""
        self._taker = name
        self._say()
        self.grown.emit()

    def ticked(self) -> tuple[str, ...]:
        """The ids of the entries that go along."""
        return tuple(each.id for each in self._entries() if each.id in self._ticked)

    def fault(self) -> str:
        """Why what is ticked can't go to who takes over; empty where it can."""
        return self._without_card() if self.ticked() and not self._reaches() else ""

    def _entries(self) -> tuple[Entry, ...]:
        """Those in view; none while it is locked."""
        if self._known is None or not self._desk.secrecy.is_open():
            return ()
        return tuple(each for each in self._known.entries if each.account_id in self._chosen)

    def _reaches(self) -> bool:
        return self._known is not None and self._taker in self._known.names

    def _turned(self, on: bool) -> None:
        self._known = None
        self._ticked.clear()
        self._fill()
        self._read()

    def _read(self) -> None:
        if self._desk.secrecy.is_open():
            self._desk.runner.read(jobs.handed_on, done=self._show, account_ids=self._accounts)

    def _show(self, known: HandedOn) -> None:
        """What came after the lock had closed is not shown."""
        if self._desk.secrecy.is_open():
            self._known = known
            self._fill()

    def _tick(self, entry_id: str, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(entry_id)

    def _fill(self) -> None:
        clear(self._lines)
        theme, speech = self._desk.theme, self._desk.speech
        boxes = {}
        for each in self._entries():
            box = QCheckBox(speech.joined((each.name, each.account)))
            box.setChecked(each.id in self._ticked)
            box.toggled.connect(lambda on, entry_id=each.id: self._tick(entry_id, on))
            if each.until is not None:
                heard = self.tr("no longer since {day}").format(day=speech.full_day(each.until))
            elif each.last_heard is not None:
                heard = self.tr("Last heard from {day}").format(day=speech.full_day(each.last_heard))
            else:
                heard = self.tr("Last heard from: not recorded")
            told = " ".join((each.told or "").split())
            line = Elided(theme, "caption", "text2", speech.joined((heard, told)) if told else heard)
            box.setAccessibleDescription(line.text())
            self._lines.addWidget(box)
            self._lines.addLayout(row((line, 1), margins=(INDENT, 0, 0, 4)))
            boxes[each.id] = box
        self.boxes = boxes
        self._say()
        self.grown.emit()

    def _without_card(self) -> str:
        return self.tr(
            "{name}'s card is not known in this book, so no entry can go to {name} yet. Add the card under Week end · "
            "Whom I meet; afterwards you share the entry at the account, behind the lock."
        ).format(name=self._taker)

    def _say_left(self) -> None:
        left = self._desk.secrecy.left()
        self._left.setText(self.tr("Locks itself in {time}").format(time=left) if left else "")
        self._left.setVisible(bool(left))

    def _say(self) -> None:
        on, some = self._desk.secrecy.is_open(), bool(self._entries())
        if not on:
            said = self.tr(
                "Whether there are any, and which go along, is asked after the passphrase. While this is locked none "
                "goes along: they stay with you alone."
            )
        elif some:
            said = self.tr(
                "Tick what goes along, sealed to who takes over alone. What is not ticked stays with you alone."
            )
        else:
            said = self.tr("Nobody is recorded at these accounts.") if self._known is not None else ""
        self.said.setText(said)
        astray = some and bool(self._taker) and not self._reaches()
        self.missing.setText(self._without_card() if astray else "")
        self.missing.setVisible(astray)
        self.unlock.setVisible(not on)
        self._say_left()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Informants"))
        self.setAccessibleName(self._title.text())
        self.unlock.set_label(self.tr("Enter the passphrase…"))
        self._fill()
