"""Stock as it was counted over the visits, the orders, and what the office's lists say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget

from kamdesk.domain.money import Money, totals
from kamdesk.qt.amounts import products, spoken
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.models.shelves import PRODUCT, ShelvesModel
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.told import ListedWords, lists_view
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.orders import PastOrder

YEAR = timedelta(days=365)
LISTS = 1
ROOM_FOR_BOTH = 1_250


def year_amount(orders: tuple[PastOrder, ...], today: date, desk: Desk) -> tuple[str, int]:
    """What was ordered over the last twelve months, currency by currency, and in how many orders."""
    lately = [order for order in orders if today - YEAR < order.ordered_on <= today]
    worth = [Money(order.amount, order.currency) for order in lately if order.amount and order.currency]
    return " + ".join(spoken(money, desk.speech) for money in totals(worth)), len(lately)


class TradeSection(Section):
    icon = "package"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.shelves = ShelvesModel(desk.speech, self)
        self.table = QTableView()
        self.table.setModel(self.shelves)
        self.table.setHorizontalHeader(SortHeader(theme, self.table))
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.orders = EntriesView(theme, EntriesModel(self))
        self.lists = lists_view(desk, self)
        self._words = ListedWords(desk, self)
        self._titles = [label(theme, "heading") for _ in range(3)]
        self._said = [Elided(theme, "caption", "text2") for _ in range(3)]
        self._none = [label(theme, "body", "text2", wrap=True), label(theme, "body", "text2", wrap=True)]
        self._stacks = [QStackedWidget(), QStackedWidget()]
        cards = []
        for number, view in enumerate((self.table, self.orders)):
            self._none[number].setAlignment(Qt.AlignmentFlag.AlignTop)
            self._stacks[number].addWidget(view)
            self._stacks[number].addWidget(self._none[number])
            top = row(self._titles[number], (self._said[number], 1))
            cards.append(frame(column(top, (self._stacks[number], 1), gap=6), "card", (14, 10, 12, 10)))
            cards[-1].setMinimumHeight(150)
        self.empty = EmptyState(theme, "package")
        self.empty.first.clicked.connect(lambda: self.asked.emit("write_report", ""))
        self._both = QStackedWidget()
        top = row(self._titles[2], (self._said[2], 1))
        self._listed = frame(column(top, (self.lists, 1), gap=6), "card", (14, 10, 12, 10))
        own = column(*((card, 1) for card in cards), gap=12)
        self._own = frame(own, "plain", (0, 0, 0, 0))
        self.part = Segments(theme, 2)
        self.part.picked.connect(self._arrange)
        two = row((self._own, 3), (self._listed, 2), gap=12)
        whole = column(self.part, (two, 1), gap=10)
        self._both.addWidget(frame(whole, "plain", (0, 0, 0, 0)))
        self._both.addWidget(frame(column((self.empty, 1)), "card"))
        self.setLayout(column((self._both, 1)))

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        stock, past = whole.sheet.stock, whole.view.history.orders
        self.shelves.set_stock(stock)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(PRODUCT, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(70)
        for number in range(1, self.shelves.columnCount()):
            self.table.setColumnWidth(number, 148 if number == 1 else 92)
        self.orders.show_rows([self._order(order, whole) for order in past])
        self._stacks[0].setCurrentIndex(0 if stock.shelves else 1)
        self._stacks[1].setCurrentIndex(0 if past else 1)
        lists = whole.sheet.lists
        self.lists.show_rows(self._words.entries(lists))
        self._arrange()
        self._both.setCurrentIndex(0 if past or stock.shelves or lists else 1)
        today = self.desk.today()
        worth, number = year_amount(past, today, self.desk)
        said = self.tr("%n orders in 12 months", "", number) if past else ""
        self._said[1].setText(self.desk.speech.joined((said, worth)))
        counted = (
            self.tr("last counted {day}").format(day=self.desk.speech.full_day(stock.days[0]))
            if stock.days
            else ""
        )
        self._said[0].setText(counted)

    def _arrange(self) -> None:
        """Lists stand beside what the rep counted and sold; where that is too narrow, one of the two is chosen."""
        if self.whole is None:
            return
        lists = bool(self.whole.sheet.lists)
        own = bool(self.whole.view.history.orders or self.whole.sheet.stock.shelves) or not lists
        choose = lists and own and self.width() < ROOM_FOR_BOTH
        self.part.setVisible(choose)
        self._own.setVisible(own and not (choose and self.part.choice() == LISTS))
        self._listed.setVisible(lists and not (choose and self.part.choice() != LISTS))

    def _order(self, order: PastOrder, whole: AccountWhole) -> Entry:
        speech = self.desk.speech
        worth = (
            spoken(Money(order.amount, order.currency), speech)
            if order.amount is not None and order.currency
            else ""
        )
        shipped = (
            self.tr("shipped {day}").format(day=speech.day(order.shipped_on)) if order.shipped_on else ""
        )
        wanted = (
            self.tr("wanted by {day}").format(day=speech.day(order.required_on)) if order.required_on else ""
        )
        said = products(whole.sheet.products.get(order.id, ()), speech) or self.tr("no products recorded")
        return Entry(
            order.id,
            speech.full_day(order.ordered_on),
            said,
            quiet=speech.joined((order.number or "", shipped or wanted)),
            side=worth,
            icon="package",
            icon_tone="text3",
        )

    def leave(self) -> None:
        super().leave()
        self.shelves.set_stock(None)
        self.orders.show_rows([])
        self.lists.show_rows([])

    def choose(self, key: str) -> None:
        self.orders.choose(key)

    def set_density(self, density: Density) -> None:
        super().set_density(density)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focus_first(self) -> None:
        if self._both.currentIndex() == 1:
            self.empty.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._own.isHidden():
            self.lists.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._stacks[0].currentIndex() == 0:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.orders.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._titles[0].setText(self.tr("Stock, visit by visit"))
        self._titles[1].setText(self.tr("Orders"))
        self._titles[2].setText(self.tr("What lists say"))
        self._said[2].setText(self.tr("from files that were imported"))
        self.part.set_labels(self.tr("Counts and orders"), self.tr("What lists say"))
        self.lists.setAccessibleName(self.tr("What lists say"))
        self._none[0].setText(self.tr("Nothing counted yet. Stock is counted in the visit report."))
        self._none[1].setText(self.tr("No order recorded. Orders come from the visit report or a list."))
        self.table.setAccessibleName(self.tr("Stock, visit by visit"))
        self.orders.setAccessibleName(self.tr("Orders"))
        self.empty.say(
            self.tr("Neither stock nor orders yet"),
            self.tr(
                "Count the shelf and take the order in the visit report; lists from the office can be imported."
            ),
            self.tr("Write the visit report"),
        )
