"""The stage of a relation: what the rep judges, and apart from it what the records say of stage, loyalty and danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.known_section import STAGE, KnownSection
from kamdesk.qt.pages.account.reckoned import Reckoned
from kamdesk.qt.pages.account.stages import StagesView
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole

JUDGED = 0
PARTS = {"signs": 1, "loyalty": 2, "dangers": 3}


class StageSection(KnownSection):
    """The five stages with what they are known by over the judgements; or what is reckoned, with its formulas."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.stages = StagesView(desk)
        self.look = Segments(desk.theme, 4)
        self.reckoned = Reckoned(desk)
        super().__init__(desk, STAGE, parent, over=self.stages, look=self.look)
        self.inside.addWidget(self.reckoned, 1)
        self.reckoned.hide()
        for part in (self.stages, self.reckoned):
            part.asked.connect(self.asked)
        self.look.picked.connect(self.show_part)
        self.reckoned.chosen.connect(self.show_details)

    def show_part(self, number: int) -> None:
        """The judgements, the signs, loyalty or the dangers."""
        self.look.set_choice(number)
        for part in (self.stages, self.list):
            part.setVisible(number == JUDGED)
        self.reckoned.setVisible(number != JUDGED)
        if number != JUDGED:
            self.reckoned.look(number)
        self._say_title()
        self.show_details()

    def show_account(self, whole: AccountWhole) -> None:
        self.stages.show_account(whole)
        self.reckoned.show_account(whole)
        super().show_account(whole)

    def arrive(self) -> None:
        super().arrive()
        if self.look.choice() != JUDGED:
            self.reckoned.look(self.look.choice())

    def leave(self) -> None:
        super().leave()
        self.reckoned.leave()

    def choose(self, key: str) -> None:
        """A row or its kind; ``signs``, ``loyalty`` or ``dangers`` for what is reckoned."""
        self.show_part(PARTS.get(key, JUDGED))
        if key not in PARTS:
            super().choose(key)

    def show_details(self) -> None:
        if self.look.choice() == JUDGED:
            super().show_details()
        else:
            self.pane.setVisible(self.reckoned.show_details(self.pane))

    def focus_first(self) -> None:
        if self.look.choice() == JUDGED:
            super().focus_first()
        else:
            self.reckoned.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def names(self) -> tuple[str, str]:
        if self.look.choice() == JUDGED:
            return self.tr("Stage"), self.tr("Judged by you; the program moves nothing")
        return self.tr("Stage"), self.tr("Reckoned from the records")

    def retranslate(self) -> None:
        self.look.set_labels(self.tr("Judged"), self.tr("Signs"), self.tr("Loyalty"), self.tr("Dangers"))
        self.look.setAccessibleName(self.tr("What is shown of the relation"))
        self.stages.retranslate()
        self.reckoned.retranslate()
        super().retranslate()
