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
    from kamdesk.reads.confidential import Informant


class SecretPanel(QFrame):
    """``asked`` gives ``unlock``, ``add_informant``, ``edit_informant``, ``end_informant`` or ``share_informant`` and
    which entry; ``end_informant_share`` and what is shared no more.

    Locked, it says the same for every account: it has not asked the book.
    """

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._account = ""
        self._known: tuple[Informant, ...] = ()
        self._managers: tuple[str, ...] = ()
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
            self._desk.runner.read(jobs.managers, done=self._meet)
            self._desk.runner.read(
                jobs.informants, done=lambda known: self._show(account, known), account_id=account
            )

    def _meet(self, managers: tuple[str, ...]) -> None:
        """With whom an entry can be shared."""
        if self._managers != managers:
            self._managers = managers
            self._fill()

    def _show(self, account: str, known: tuple[Informant, ...]) -> None:
        """What came after the lock had closed, or for another account, is not shown."""
        if account == self._account and self._desk.secrecy.is_open():
            self._known = known
            self._fill()

    def _forget(self) -> None:
        self._known = ()
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        if not self._desk.secrecy.is_open():
            return
        theme, speech = self._desk.theme, self._desk.speech
        if not self._known:
            self._lines.addWidget(label(theme, "body", "text2", self.tr("Nobody recorded here."), wrap=True))
        for known in self._known:
            self._lines.addWidget(rule())
            heard = speech.full_day(known.last_heard) if known.last_heard else self.tr("not recorded")
            heard = self.tr("Last heard from {day}").format(day=heard)
            if known.until is not None:
                heard = self.tr("no longer since {day}").format(day=speech.full_day(known.until))
            self._lines.addWidget(
                label(theme, "strong", "text" if known.until is None else "text3", known.name)
            )
            self._lines.addWidget(label(theme, "caption", "text2", heard))
            told = label(theme, "body", text=known.told or "", wrap=True)
            told.setVisible(bool(known.told))
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(told)
            deeds = []
            if known.until is None:
                deeds = [
                    self._deed("edit_informant", self.tr("Change…"), known.id),
                    self._deed("end_informant", self.tr("No longer"), known.id),
                ]
            if set(self._managers) - {share.manager for share in known.shared}:
                deeds.append(self._deed("share_informant", self.tr("Share…"), known.id))
            if deeds:
                self._lines.addLayout(row(*deeds, None))
            for share in known.shared:
                said = self.tr("{name} reads it too").format(name=share.manager)
                back = self._deed("end_informant_share", self.tr("Take back"), share.id)
                back.setAccessibleDescription(said)
                self._lines.addLayout(row((label(theme, "caption", "warn", said, wrap=True), 1), back))

    def _deed(self, name: str, words: str, key: str) -> Button:
        button = Button(self._desk.theme, kind="link")
        button.set_label(words)
        button.clicked.connect(lambda: self.asked.emit(name, key))
        return button

    def known(self) -> tuple[Informant, ...]:
        """What is shown; nothing while it is locked."""
        return self._known

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
