"""The sections of what was found out about an account, each with its kinds and its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.domain.deliveries import Delivered, Punctual, by_quarter, by_transport, punctual
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.known_section import NEEDS, RISKS, RIVALS, SUPPLY, TEAM, KnownSection
from kamdesk.qt.pages.account.mentions import MentionsBar
from kamdesk.qt.pages.account.service_matrix import ServiceMatrixView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole


class NeedsSection(KnownSection):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, NEEDS, parent)

    def names(self) -> tuple[str, str]:
        return self.tr("Needs and value"), self.tr(
            "What it wants from us, what it has from us, what we are worth"
        )


class RisksSection(KnownSection):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, RISKS, parent)

    def names(self) -> tuple[str, str]:
        return self.tr("Risks and days"), self.tr(
            "What threatens its goods and when, the days that matter to it"
        )


class SupplySection(KnownSection):
    """Over the list how many deliveries came in time, by transport and by quarter of the year."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.figures = label(desk.theme, "caption", "text2", wrap=True)
        super().__init__(desk, SUPPLY, parent, over=self.figures)

    def names(self) -> tuple[str, str]:
        return self.tr("Deliveries and proposals"), self.tr("What was to arrive and did, what was proposed")

    def show_account(self, whole: AccountWhole) -> None:
        rows = [
            Delivered(
                row.get("promised_on"), row.get("arrived_on"), row.get("transport"), row.get("stock_out_days")
            )
            for row in whole.known.of("delivery")
        ]
        self._say_figures(rows)
        super().show_account(whole)

    def _say_figures(self, rows: Sequence[Delivered]) -> None:
        today, speech = self.desk.today(), self.desk.speech
        every = punctual(rows, today)
        ways = [
            self._said(speech.raised(speech.choice("delivery.transport", way)), each)
            for way, each in by_transport(rows, today).items()
        ]
        quarters = [
            self._said(self.tr("Q{n}").format(n=quarter), each)
            for quarter, each in by_quarter(rows, today).items()
        ]
        lines = [self._said(self.tr("Deliveries"), every), speech.joined(ways), speech.joined(quarters)]
        self.figures.setText("\n".join(filter(None, lines)))
        self.figures.setVisible(bool(every.of))

    def _said(self, name: str, each: Punctual) -> str:
        said = self.tr("{name}: {n} of {of} in time").format(name=name, n=each.in_time, of=each.of)
        out = self.tr("%n days without goods", "", each.stock_out) if each.stock_out else ""
        return (
            f"{said} ({out})"
            if out and self.desk.speech.language == "en"
            else said + (f"（{out}）" if out else "")
        )


class TeamSection(KnownSection):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, TEAM, parent)

    def names(self) -> tuple[str, str]:
        return self.tr("Our people for it"), self.tr("Who looks after it, who supports, since when")


class RivalsSection(KnownSection):
    """The service matrix over the moves and reasons."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.matrix, self.mentions = ServiceMatrixView(desk), MentionsBar(desk)
        over = QWidget()
        over.setLayout(column(self.mentions, self.matrix, gap=0))
        super().__init__(desk, RIVALS, parent, over=over)
        self.matrix.asked.connect(self.asked)
        self.mentions.asked.connect(self.asked)

    def show_account(self, whole: AccountWhole) -> None:
        self.mentions.show_account(whole)
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
