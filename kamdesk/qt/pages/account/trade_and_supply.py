"""Stock and orders, and beside them what was delivered and what was proposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.known_sections import SupplySection
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.trade import TradeSection
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole

TRADE, SUPPLY = 0, 1


class TradeAndSupply(Section):
    icon = "package"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.look = Segments(desk.theme, 2)
        self._stack = QStackedWidget()
        self.trade = TradeSection(desk, self._stack)
        self.supply = SupplySection(desk, self._stack)
        for section in (self.trade, self.supply):
            self._stack.addWidget(section)
            section.asked.connect(self.asked)
        self.look.picked.connect(self.show_part)
        self.setLayout(column(self.look, (self._stack, 1), gap=8))
        self.supply.pane.hide()

    def show_part(self, number: int) -> None:
        """What the rep counted and sold, or what was delivered and proposed."""
        self.look.set_choice(number)
        self._stack.setCurrentIndex(number)
        self.supply.list.chosen.emit(self.supply.list.key())
        if number == TRADE:
            self.supply.pane.hide()

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        self.trade.show_account(whole)
        self.supply.show_account(whole)
        if self.look.choice() == TRADE:
            self.supply.pane.hide()

    def leave(self) -> None:
        super().leave()
        self.trade.leave()
        self.supply.leave()

    def aside(self) -> QWidget | None:
        return self.supply.pane

    def take_aside(self) -> None:
        self.supply.take_aside()

    def kinds(self) -> Sequence[str]:
        return self.supply.kinds()

    def choose(self, key: str) -> None:
        known = self.whole is not None and (self.whole.known.row(key) is not None or key in self.kinds())
        self.show_part(SUPPLY if known else TRADE)
        (self.supply if known else self.trade).choose(key)

    def count(self) -> int:
        return self.trade.count()

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self.trade.set_density(density)
        self.supply.set_density(density)

    def focus_first(self) -> None:
        (self.trade if self.look.choice() == TRADE else self.supply).focus_first()

    def retranslate(self) -> None:
        self.look.set_labels(self.tr("Stock and orders"), self.tr("Deliveries, proposals"))
        self.look.setAccessibleName(self.tr("What is shown of the trade"))
        self.trade.retranslate()
        self.supply.retranslate()
