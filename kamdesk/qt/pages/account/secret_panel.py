"""Beside the chart when the locked tile is chosen: the lock, and once it is open what lies behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, row, rule

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.operations.week_end.peers import Reader
    from kamdesk.reads.confidential import Informant
    from kamdesk.reads.entrusted import Entrusted


class SecretPanel(QFrame):
    """``asked`` gives ``unlock``, ``add_informant``, ``edit_informant``, ``end_informant`` or ``share_informant`` and
    which entry; ``end_informant_share`` and what is shared no more; ``take_over_informant`` and what was handed on.

    Locked, it says the same for every account: it has not asked the book.
    """

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._account = ""
        self._known: tuple[Informant, ...] = ()
        self._readers: tuple[Reader, ...] = ()
        self._given: tuple[Entrusted, ...] = ()
        theme = desk.theme
        self.setProperty("role", "card")
        self._title = label(theme, "heading", wrap=True)
        self._left = label(theme, "caption", "warn")
        self._said = label(theme, "body", "text2", wrap=True)
        self._lines = column(gap=4)
        body = QWidget()
        body.setObjectName("formBody")
        body.setLayout(
            column(self._title, self._left, self._said, self._lines, None, gap=6, margins=(10, 4, 8, 4))
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setObjectName("formBody")
        scroll.setWidget(body)
        self.unlock = Button(theme, icon="lock-open", small=True)
        self.add = Button(theme, icon="plus", small=True)
        self.lock = Button(theme, icon="lock", small=True)
        self.unlock.clicked.connect(lambda: self.asked.emit("unlock", ""))
        self.add.clicked.connect(lambda: self.asked.emit("add_informant", ""))
        self.lock.clicked.connect(desk.secrecy.lock)
        self.setLayout(
            column(
                (scroll, 1),
                row(self.unlock, self.add, self.lock, None, margins=(8, 0, 8, 0)),
                gap=6,
                margins=(6, 8, 6, 10),
            )
        )
        desk.secrecy.changed.connect(self._turned)
        desk.secrecy.ticked.connect(self._say_left)
        self.retranslate()

    def show_account(self, account_id: str) -> None:
        """Whose informants are meant; what was known of another account is forgotten."""
        if account_id != self._account:
            self._forget()
        self._account = account_id
        self._read()

    def leave(self) -> None:
        self._account = ""
        self._forget()

    def _turned(self, on: bool) -> None:
        if on:
            self._read()
        else:
            self._forget()
        self.retranslate()

    def _read(self) -> None:
        if self._desk.secrecy.is_open() and self._account:
            account = self._account
            self._desk.runner.read(
                jobs.behind_lock, done=lambda behind: self._show(account, behind), account_id=account
            )

    def _show(self, account: str, behind: jobs.BehindLock) -> None:
        """What came after the lock had closed, or for another account, is not shown."""
        if account == self._account and self._desk.secrecy.is_open():
            self._known, self._given, self._readers = behind.known, behind.given, behind.readers
            self._fill()

    def _forget(self) -> None:
        self._known, self._given = (), ()
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        if not self._desk.secrecy.is_open():
            return
        theme = self._desk.theme
        if not self._known and not self._given:
            self._lines.addWidget(label(theme, "body", "text2", self.tr("Nobody recorded here."), wrap=True))
        for given in self._given:
            said = self.tr("From {name}").format(name=given.rep)
            self._tell(given.contact, given.last_heard, given.until, given.told, said)
            take = self._deed("take_over_informant", self.tr("Take over"), given.id)
            take.setAccessibleDescription(said)
            self._lines.addLayout(row(take, None))
        for known in self._known:
            said = self.tr("Taken over from {name}").format(name=known.told_by) if known.told_by else ""
            self._tell(known.name, known.last_heard, known.until, known.told, said)
            deeds = []
            if known.until is None:
                deeds = [
                    self._deed("edit_informant", self.tr("Change…"), known.id),
                    self._deed("end_informant", self.tr("No longer"), known.id),
                ]
            if known.left_of(self._readers):
                deeds.append(self._deed("share_informant", self.tr("Share…"), known.id))
            if deeds:
                self._lines.addLayout(row(*deeds, None))
            for share in known.shared:
                said = self.tr("Handed on to {name}") if share.handed else self.tr("{name} reads it too")
                said = said.format(name=share.manager)
                back = self._deed("end_informant_share", self.tr("Take back"), share.id)
                back.setAccessibleDescription(said)
                self._lines.addLayout(row((label(theme, "caption", "warn", said, wrap=True), 1), back))

    def _tell(
        self, name: str, last_heard: date | None, until: date | None, told: str | None, source: str
    ) -> None:
        """Who it is, when last heard of, of whom it came, what was told."""
        theme, speech = self._desk.theme, self._desk.speech
        heard = speech.full_day(last_heard) if last_heard else self.tr("not recorded")
        heard = self.tr("Last heard from {day}").format(day=heard)
        if until is not None:
            heard = self.tr("no longer since {day}").format(day=speech.full_day(until))
        self._lines.addWidget(rule())
        self._lines.addWidget(label(theme, "strong", "text" if until is None else "text3", name, wrap=True))
        for said in filter(None, (source, heard)):
            self._lines.addWidget(label(theme, "caption", "text2", said, wrap=True))
        if told:
            line = label(theme, "body", text=told, wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(line)

    def _deed(self, name: str, words: str, key: str) -> Button:
        button = Button(self._desk.theme, kind="link")
        button.set_label(words)
        button.clicked.connect(lambda: self.asked.emit(name, key))
        return button

    def known(self) -> tuple[Informant, ...]:
        """What is shown; nothing while it is locked."""
        return self._known

    def given(self) -> tuple[Entrusted, ...]:
        """What others handed on that is not in this book yet; nothing while it is locked."""
        return self._given

    def _say_left(self) -> None:
        left = self._desk.secrecy.left()
        self._left.setText(self.tr("Locks itself in {time}").format(time=left) if left else "")
        self._left.setVisible(bool(left))

    def retranslate(self) -> None:
        on = self._desk.secrecy.is_open()
        self._title.setText(self.tr("Informants"))
        self._said.setText(
            ""
            if on
            else self.tr(
                "Whether anybody of this account keeps you informed, and who, is seen only after the passphrase. "
                "The tile looks the same on every account."
            )
        )
        self._said.setVisible(not on)
        self.unlock.set_label(self.tr("Enter the passphrase…"))
        self.add.set_label(self.tr("Record somebody…"))
        self.lock.set_label(self.tr("Lock"))
        self.unlock.setVisible(not on)
        self.add.setVisible(on)
        self.lock.setVisible(on)
        self._say_left()
        self._fill()
