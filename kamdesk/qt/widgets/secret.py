"""A field for a passphrase: hidden, kept nowhere, and it says when Caps Lock seems to be on."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

FAIR_BITS, GOOD_BITS = 45, 70
POOLS = ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10))
MARKS, WIDE = 33, 2000


class SecretField(QLineEdit):
    """``caps`` tells, with each letter, whether Caps Lock seems to be on: Qt knows no more than what letters come."""

    caps = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoPredictiveText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.emit(False)
        elif len(letter) == 1 and letter.isascii() and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(letter.isupper() != shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.caps.emit(False)


def strength(text: str) -> int:
    """0 for weak, 1 for fair, 2 for good: what guessing it blindly would cost, with repeated letters counted once."""
    pool = sum(size for belongs, size in POOLS if any(c.isascii() and belongs(c) for c in text))
    pool += MARKS * any(c.isascii() and not c.isalnum() for c in text)
    pool += WIDE * any(not c.isascii() for c in text)
    bits = (len(text) + len(set(text))) / 2 * math.log2(pool) if pool else 0.0
    return int(bits >= FAIR_BITS) + int(bits >= GOOD_BITS)
