"""The sections of what was found out about an account, each with its kinds and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.known_section import NEEDS, RISKS, RIVALS, SUPPLY, TEAM, KnownSection
from kamdesk.qt.pages.account.service_matrix import ServiceMatrixView

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole


class NeedsSection(KnownSection):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "heart-handshake", NEEDS, parent)

    def names(self) -> tuple[str, str]:
        return self.tr("Needs and value"), self.tr(
            "What it wants from us, what it has from us, what we are worth"
        )


class RisksSection(KnownSection):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "umbrella", RISKS, parent)

    def names(self) -> tuple[str, str]:
        return self.tr("Risks and days"), self.tr(
            "What threatens its goods and when, the days that matter to it"
        )


class SupplySection(KnownSection):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "truck", SUPPLY, parent)

    def names(self) -> tuple[str, str]:
        return self.tr("Deliveries and proposals"), self.tr("What was to arrive and did, what was proposed")


class TeamSection(KnownSection):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "users", TEAM, parent)

    def names(self) -> tuple[str, str]:
        return self.tr("Our people for it"), self.tr("Who looks after it, who supports, since when")


class RivalsSection(KnownSection):
    """The service matrix over the moves and reasons."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.matrix = ServiceMatrixView(desk)
        super().__init__(desk, "swords", RIVALS, parent, over=self.matrix)
        self.matrix.asked.connect(self.asked)

    def show_account(self, whole: AccountWhole) -> None:
        self.matrix.show_account(whole)
        super().show_account(whole)

    def leave(self) -> None:
        super().leave()
        self.matrix.leave()

    def choose(self, key: str) -> None:
        if key == "service_mark":
            self.matrix.take_focus()
        else:
            super().choose(key)

    def names(self) -> tuple[str, str]:
        return self.tr("Competition"), self.tr(
            "What we do and they do, what they are after, why it chooses whom"
        )

    def retranslate(self) -> None:
        self.matrix.retranslate()
        super().retranslate()
