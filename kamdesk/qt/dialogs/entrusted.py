"""Behind the lock: who informs others, where they let this book's rep read it, or handed it on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QLayout, QScrollArea, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, row, rule

if TYPE_CHECKING:
    from kamdesk.reads.entrusted import Entrusted


class EntrustedDialog(QDialog):
    """What is of an account in this book may be taken over. Locked, it is the same whatever is there: it has not asked
    the book.
    """

    def __init__(self, desk: Desk, parent: QWidget | None, unlock: Callable[[], None]) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self._known: tuple[Entrusted, ...] | None = None
        self._heading = label(theme, "heading")
        self._said = label(theme, "body", "text2", wrap=True)
        self._left = label(theme, "caption", "warn")
        self._wrong = label(theme, "caption", "bad", wrap=True)
        self._wrong.hide()
        self._lines = column(gap=4)
        body = QWidget()
        body.setObjectName("formBody")
        body.setLayout(column(self._lines, None, margins=(2, 2, 8, 2)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setObjectName("formBody")
        scroll.setWidget(body)
        self._scroll = scroll
        self.unlock = Button(theme, kind="primary", icon="lock-open")
        self.lock, self.close_button = Button(theme, icon="lock"), Button(theme)
        self.unlock.clicked.connect(unlock)
        self.lock.clicked.connect(desk.secrecy.lock)
        self.close_button.clicked.connect(self.reject)
        self.setLayout(
            column(
                self._heading, self._said, self._left, (scroll, 1), self._wrong,
                row(self.lock, None, self.close_button, self.unlock), gap=10, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.resize(560, 440)
        desk.secrecy.changed.connect(self._turned)
        desk.secrecy.ticked.connect(self._say_left)
        desk.runner.changed.connect(self._read)
        self.retranslate()
        self._read()
        (self.close_button if desk.secrecy.is_open() else self.unlock).setFocus()

    def known(self) -> tuple[Entrusted, ...]:
        """What is shown; nothing while it is locked."""
        return self._known or ()

    def _turned(self, on: bool) -> None:
        self._known = None
        self._wrong.hide()
        self._wrong.clear()
        self.retranslate()
        self._read()

    def _read(self, *_: object) -> None:
        if self._desk.secrecy.is_open():
            self._desk.runner.read(jobs.entrusted, done=self._show, failed=self._say_wrong, latest=True)

    def _show(self, known: tuple[Entrusted, ...]) -> None:
        """What came after the lock had closed is not shown."""
        if self._desk.secrecy.is_open():
            self._known = known
            self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        known = self._known
        if known is None or not self._desk.secrecy.is_open():
            return
        theme, speech = self._desk.theme, self._desk.speech
        if not known:
            said = self.tr("Nobody shares anything with you, as far as packages have told.")
            self._lines.addWidget(label(theme, "body", "text2", said, wrap=True))
        for rep, rows in groupby(known, key=lambda each: each.rep):
            self._lines.addWidget(
                label(theme, "heading", text=self.tr("From {name}").format(name=rep), wrap=True)
            )
            for number, each in enumerate(rows):
                if number:
                    self._lines.addWidget(rule())
                heard = speech.full_day(each.last_heard) if each.last_heard else self.tr("not recorded")
                heard = self.tr("Last heard from {day}").format(day=heard)
                if each.until is not None:
                    heard = self.tr("no longer since {day}").format(day=speech.full_day(each.until))
                who = speech.joined((each.contact, each.account))
                self._lines.addWidget(label(theme, "strong", text=who, wrap=True))
                self._lines.addWidget(label(theme, "caption", "text2", heard))
                if each.told:
                    told = label(theme, "body", text=each.told, wrap=True)
                    told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                    self._lines.addWidget(told)
                self._lines.addLayout(self._way_on(each))
            self._lines.addSpacing(8)

    def _way_on(self, each: Entrusted) -> QLayout:
        """What can be done with it here."""
        theme = self._desk.theme
        if each.mine:
            said = self.tr("In your own book, behind the lock of the account.")
        elif each.account_id is None or each.contact_id is None:
            said = self.tr("To be taken over once a package has brought the account.")
        else:
            take = Button(theme, kind="link")
            take.set_label(self.tr("Take over"))
            take.setAccessibleDescription(self._desk.speech.joined((each.contact, each.account)))
            take.clicked.connect(lambda: self._take(each))
            return row(take, None)
        return row((label(theme, "caption", "text3", said, wrap=True), 1))

    def _take(self, each: Entrusted) -> None:
        self._wrong.hide()
        self._desk.runner.run(jobs.take_over_informant, failed=self._refuse, rep=each.rep, share_id=each.id)

    def _refuse(self, error: Exception) -> None:
        self._say_wrong(error)
        self._read()

    def _say_wrong(self, error: Exception) -> None:
        self._wrong.setText(self._desk.speech.error(error))
        self._wrong.show()

    def _say_left(self) -> None:
        left = self._desk.secrecy.left()
        self._left.setText(self.tr("Locks itself in {time}").format(time=left) if left else "")
        self._left.setVisible(bool(left))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        on = self._desk.secrecy.is_open()
        self.setWindowTitle(self.tr("What others share with me"))
        self._heading.setText(self.windowTitle())
        self._said.setText(
            self.tr(
                "As they recorded it. What is of an account that you look after you may take over into your own book; "
                "what is taken back leaves with the next package."
            )
            if on
            else self.tr(
                "Which informants others let you read or handed on to you, and whether any did, is seen only after the "
                "passphrase."
            )
        )
        self.unlock.set_label(self.tr("Enter the passphrase…"))
        self.lock.set_label(self.tr("Lock"))
        self.close_button.set_label(self.tr("Close"))
        self.unlock.setVisible(not on)
        self.lock.setVisible(on)
        self._scroll.setAccessibleName(self.windowTitle())
        self._say_left()
        self._fill()
