"""Stock and orders, what is to be ordered next, and what was delivered and proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.known_sections import SupplySection
from kamdesk.qt.pages.account.listed import put_below
from kamdesk.qt.pages.account.order_section import OrderSection
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.trade import TradeSection
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole

TRADE, ORDER, SUPPLY = 0, 1, 2


class TradeAndSupply(Section):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.look = Segments(desk.theme, 3)
        self._stack = QStackedWidget()
        self.trade = TradeSection(desk, self._stack)
        self.order = OrderSection(desk, self._stack)
        self.supply = SupplySection(desk, self._stack)
        self.pane = self.supply.pane
        for section in (self.trade, self.order, self.supply):
            self._stack.addWidget(section)
            section.asked.connect(self.asked)
        self.look.picked.connect(self.show_part)
        self.order.chosen.connect(self._show_details)
        self._box = column(self.look, (self._stack, 1), gap=8)
        self.setLayout(self._box)
        self.pane.hide()

    def show_part(self, number: int) -> None:
        """What the rep counted and sold, what is to be ordered, or what was delivered and proposed."""
        self.look.set_choice(number)
        self._stack.setCurrentIndex(number)
        if number == ORDER:
            self.order.arrive()
        self._show_details()

    def _show_details(self) -> None:
        """Beside the part in view what is chosen in it."""
        if self.look.choice() == TRADE:
            self.pane.hide()
        elif self.look.choice() == ORDER:
            self.order.show_details(self.pane)
        else:
            self.supply.show_details()

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        for section in (self.trade, self.order, self.supply):
            section.show_account(whole)
        self._show_details()

    def arrive(self) -> None:
        super().arrive()
        if self.look.choice() == ORDER:
            self.order.arrive()

    def leave(self) -> None:
        super().leave()
        for section in (self.trade, self.order, self.supply):
            section.leave()

    def aside(self) -> QWidget | None:
        return self.pane

    def take_aside(self) -> None:
        put_below(self._box, self.pane, 200)

    def choose(self, key: str) -> None:
        """A row or its kind, or ``order`` for what is suggested now."""
        known = self.whole is not None and (
            self.whole.known.row(key) is not None or key in self.supply.kinds()
        )
        self.show_part(ORDER if key == "order" else SUPPLY if known else TRADE)
        if key != "order":
            (self.supply if known else self.trade).choose(key)

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        for section in (self.trade, self.order, self.supply):
            section.set_density(density)

    def focus_first(self) -> None:
        (self.trade, self.order, self.supply)[self.look.choice()].focus_first()

    def retranslate(self) -> None:
        self.look.set_labels(
            self.tr("Stock and orders"), self.tr("Suggested order"), self.tr("Deliveries, proposals")
        )
        self.look.setAccessibleName(self.tr("What is shown of the trade"))
        for section in (self.trade, self.order, self.supply):
            section.retranslate()
