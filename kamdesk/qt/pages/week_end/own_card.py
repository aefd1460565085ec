"""The book's own card: whose it is, on which laptop, as what; the check code; how it gets to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from kamdesk.domain.contact import COLLEAGUE, MANAGER
from kamdesk.domain.errors import KamdeskError
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import set_wrong
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.qr import QrCode

ROLES = (COLLEAGUE, MANAGER)
KEYRING = "keyring"


class OwnCard(QFrame):
    """``changed`` gives the circle as it is once the card says something else; ``save_asked`` and ``large_asked``
    want the card as a file and as a large code, ``entrusted_asked`` what others share of what is locked,
    ``role_asked`` that the card says something else of what its owner is, ``keys_asked`` where its keys lie;
    ``name_asked`` leads to where the rep's one name is changed, ``follow_asked`` wants the card to be called so.
    """

    changed = Signal(object)
    save_asked = Signal()
    large_asked = Signal()
    entrusted_asked = Signal()
    role_asked = Signal(str)
    keys_asked = Signal()
    name_asked = Signal()
    follow_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._circle: jobs.Circle | None = None
        self.setProperty("role", "sunken")
        self.rep, self.device = Elided(theme, "strong"), QLineEdit()
        self.name, self.follow = Button(theme, kind="link"), Button(theme, kind="link")
        self._otherwise = label(theme, "caption", "warn", wrap=True)
        self._apart = QWidget()
        self._apart.setLayout(row((self._otherwise, 1), self.follow))
        self._rep_name, self._device_name, self._role_name, self._check_name, self._keys_in = (
            label(theme, "caption", "text2") for _ in range(5)
        )
        self.role, self.keys = Button(theme, kind="link"), Button(theme, kind="link")
        self.check = label(theme, "figure")
        self.check.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._mine = label(theme, "heading")
        self._about = label(theme, "caption", "text2", wrap=True)
        self.qr = QrCode(theme)
        self.save, self.large = Button(theme, icon="file-down"), Button(theme, icon="maximize")
        self.entrusted = Button(theme, icon="lock", small=True)
        self.setLayout(
            column(
                row(self._mine, None, self.entrusted), self._about,
                row(
                    (column(self._rep_name, row((self.rep, 1), self.name), None, gap=2), 1),
                    (column(self._device_name, self.device, gap=2), 1),
                ),
                self._apart,
                row(self._role_name, self.role, None),
                self._check_name, self.check, (self.qr, 1), row(self.save, self.large, None),
                row(self._keys_in, self.keys, None),
                gap=5, margins=(14, 10, 14, 10),
            )
        )  # fmt: skip
        self.setMinimumWidth(300)
        self.save.clicked.connect(self.save_asked)
        self.large.clicked.connect(self.large_asked)
        self.entrusted.clicked.connect(self.entrusted_asked)
        self.keys.clicked.connect(self.keys_asked)
        self.role.clicked.connect(lambda: self.role_asked.emit(self._other_role()))
        self.name.clicked.connect(self.name_asked)
        self.follow.clicked.connect(self.follow_asked)
        self.device.editingFinished.connect(self._rename)
        self.device.textEdited.connect(lambda _: set_wrong(self.device, ""))
        self.retranslate()

    def show_circle(self, circle: jobs.Circle) -> None:
        self._circle = circle
        self._fill()

    def _rename(self) -> None:
        if self._circle is None:
            return
        device = self.device.text().strip()
        if device != self._circle.card.device:
            self._desk.runner.read(
                jobs.change_card,
                done=self.changed.emit,
                failed=self._refuse_name,
                device=device,
                today=self._desk.today(),
            )

    def _other_role(self) -> str:
        manager = self._circle is not None and self._circle.card.role == MANAGER
        return COLLEAGUE if manager else MANAGER

    def _refuse_name(self, error: Exception) -> None:
        """Where it is the name that is wrong it is said at the field; a keyring that did not sign it, in the window."""
        if not isinstance(error, KamdeskError) or error.code != "identity_name":
            self._desk.runner.failed.emit(error)
            return
        said = self._desk.speech.error(error)
        set_wrong(self.device, said)
        self.device.setAccessibleDescription(said)

    def retranslate(self) -> None:
        self._about.setText(
            self.tr("The others need it once. It holds no customer data, and nobody can pose as you with it.")
        )
        self.entrusted.set_label(self.tr("What others share with me…"))
        self._rep_name.setText(self.tr("My name"))
        self._device_name.setText(self.tr("This laptop"))
        self.name.set_label(self.tr("Change…"))
        self.name.setAccessibleName(self.tr("Change my name"))
        self.name.setToolTip(self.tr("Your name is one for the whole book; it is changed under Settings."))
        self.device.setAccessibleName(self._device_name.text())
        self._check_name.setText(self.tr("Check code, to be read out by telephone"))
        self.keys.set_label(self.tr("Keys…"))
        self.keys.setToolTip(self.tr("Where the keys lie, and new ones"))
        self.save.set_label(self.tr("Save the card…"))
        self.large.set_label(self.tr("Large"))
        self.large.setToolTip(self.tr("The code as large as the window, to be photographed"))
        self._fill()

    def _fill(self) -> None:
        self._mine.setText(self.tr("My card"))
        manager = self._other_role() == COLLEAGUE
        self._role_name.setText(self.tr("It is a manager's.") if manager else self.tr("It is a rep's."))
        self.role.set_label(self.tr("Make it a rep's…") if manager else self.tr("Make it a manager's…"))
        circle = self._circle
        if circle is None:
            return
        card = circle.card
        self.rep.setText(card.rep)
        self.name.setVisible(bool(circle.name))
        apart = bool(circle.name) and circle.name != card.rep
        self._apart.setVisible(apart)
        if apart:
            self._otherwise.setText(self.tr("Settings say {name}.").format(name=circle.name))
            self.follow.set_label(self.tr("Call the card so"))
        if not self.device.hasFocus():
            self.device.setText(card.device)
            set_wrong(self.device, "")
        for part in (self._role_name, self.role, self.entrusted):
            part.setVisible(card.role in ROLES)
        self.check.setText(card.fingerprint)
        in_keyring = circle.keys_in == KEYRING
        self._keys_in.setText(
            self.tr("My keys lie in the system's keyring.")
            if in_keyring
            else self.tr("My keys lie in this book.")
        )
        self.check.setAccessibleName(f"{self._check_name.text()}: {card.fingerprint}")
        self.qr.show_text(circle.text, self.tr("My card as a QR code, to be photographed"))
