"""Why a visit did not take place: one reason, and words where there is more to say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from kamdesk.domain.visit import MissedReason
from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout, column

LETTERS = "ABCDE"


class MissedPart(QWidget):
    """``chosen``: another reason was; ``edited``: that, or the words, by the user's hand."""

    chosen = Signal()
    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self.reasons: dict[str, Button] = {r.value: Button(theme, kind="toggle") for r in MissedReason}
        self._group = QButtonGroup(self)
        flow = FlowLayout(6)
        for button in self.reasons.values():
            self._group.addButton(button)
            flow.addWidget(button)
        self._group.buttonToggled.connect(lambda *_: self.chosen.emit())
        self._group.buttonClicked.connect(lambda *_: self.edited.emit())
        self.words = QLineEdit()
        self.words.textEdited.connect(self.edited)
        self._title = label(theme, "heading")
        self._note = label(theme, "caption", "text2", wrap=True)
        self.setLayout(column(self._title, flow, self.words, self._note, None, gap=10))

    def choose_letter(self, letter: str) -> bool:
        """The reason behind a letter; False where there is none."""
        place = LETTERS.find(letter.upper()) if len(letter) == 1 else -1
        if place < 0:
            return False
        button = list(self.reasons.values())[place]
        button.setFocus()
        button.click()
        return True

    def clear(self) -> None:
        self._group.setExclusive(False)
        for button in self.reasons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.words.clear()

    def reason(self) -> str | None:
        return next((reason for reason, button in self.reasons.items() if button.isChecked()), None)

    def text(self) -> str | None:
        return self.words.text().strip() or None

    def snapshot(self) -> dict[str, str | None]:
        """What stands here, for a draft."""
        return {"reason": self.reason(), "words": self.words.text()}

    def restore(self, kept: Mapping[str, str | None]) -> None:
        """What `snapshot` gave; a reason of a newer version is left out."""
        if button := self.reasons.get(kept.get("reason") or ""):
            button.setChecked(True)
        self.words.setText(kept.get("words") or "")

    def retranslate(self) -> None:
        speech = self._desk.speech
        self._title.setText(self.tr("Why did it not take place?"))
        for letter, (reason, button) in zip(LETTERS, self.reasons.items(), strict=True):
            button.set_label(f"{letter} {speech.raised(speech.choice('missed_reason', reason))}")
        self.words.setPlaceholderText(self.tr("in a few words, if there is more to say"))
        self.words.setAccessibleName(self.tr("Why, in words"))
        self._note.setText(
            self.tr("What the customer moved does not count against you; anything else counts as missed.")
        )
