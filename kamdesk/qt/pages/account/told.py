"""What the office's lists say of the account: each thing with its day and the list that told it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.money import Money
from kamdesk.qt.amounts import quantity, spoken
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.speech import Speech
from kamdesk.qt.widgets.entries import EntriesView

if TYPE_CHECKING:
    from kamdesk.reads.debts import Debt
    from kamdesk.reads.listed import AccountLists, Coming, Lying, Paid, Price, Sold, Supply

BEFORE = 3


def lists_view(desk: Desk, parent: QObject) -> EntriesView:
    """The list; its headings are lower than its entries."""
    view = EntriesView(desk.theme, EntriesModel(parent))
    view.setUniformItemSizes(False)
    return view


def listed_money(amount: int, currency: str | None, speech: Speech) -> str:
    """An amount as it is spoken of; a bare number where the list names no currency."""
    if currency is None:
        return f"{amount / 100:,.2f}".removesuffix(".00")
    return spoken(Money(amount, currency), speech)


class ListedWords(QObject):
    """Puts it into entries."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def entries(self, lists: AccountLists) -> list[Entry]:
        """Headings and what stands under them; a kind of which nothing is known has none."""
        parts = (
            (self.tr("Receivables"), [entry for debt in lists.debts for entry in self._debt(debt)]),
            (self.tr("Payments"), [self._paid(each, n) for n, each in enumerate(lists.payments)]),
            (self.tr("Goods in transit"), [self._coming(each, n) for n, each in enumerate(lists.transit)]),
            (self.tr("Stock from lists"), [self._lying(each, n) for n, each in enumerate(lists.stock)]),
            (self.tr("Prices"), [self._price(each, n) for n, each in enumerate(lists.prices)]),
            (self.tr("Supply shares"), [self._supply(each, n) for n, each in enumerate(lists.supply)]),
            (self.tr("Sales by period"), [self._sold(each, n) for n, each in enumerate(lists.sales)]),
        )
        said: list[Entry] = []
        for title, entries in parts:
            if entries:
                said += [Entry(f"heading {title}", title, heading=True), *entries]
        return said

    def _debt(self, debt: Debt) -> list[Entry]:
        words = self._desk.speech
        today = self._desk.today()
        as_of = self.tr("as of {day}").format(day=self._day(debt.as_of))
        overdue, tone = "", "text2"
        if debt.overdue:
            overdue = self.tr("{amount} overdue").format(amount=self._money(debt.overdue, debt.currency))
            tone = "bad"
        elif debt.overdue is not None and debt.open > 0:
            overdue = self.tr("nothing overdue")
        whole = Entry(
            f"debt {debt.currency}",
            self.tr("{amount} open").format(amount=self._money(debt.open, debt.currency)),
            words.joined((overdue, as_of, debt.source or "")),
            detail_tone=tone,
            icon="receipt",
            icon_tone=tone if debt.overdue else "text3",
        )
        invoices = [
            Entry(
                f"invoice {debt.currency} {number}",
                invoice.number or "",
                words.joined((self._due(invoice.due_on, invoice.overdue, today), debt.source or "")),
                side=self._money(invoice.open, debt.currency),
                detail_tone="bad" if invoice.overdue else "text2",
            )
            for number, invoice in enumerate(debt.invoices)
        ]
        earlier = [
            Entry(
                f"debt {debt.currency} {day}",
                self.tr("Before: {amount} open").format(amount=self._money(amount, debt.currency)),
                words.joined((self.tr("as of {day}").format(day=self._day(day)), source or "")),
            )
            for day, amount, source in debt.before[:BEFORE]
        ]
        return [whole, *invoices, *earlier]

    def _due(self, due_on: date | None, overdue: int, today: date) -> str:
        if due_on is None:
            return self.tr("overdue") if overdue else ""
        if due_on < today:
            return self.tr("%n days overdue, due {day}", "", (today - due_on).days).format(
                day=self._day(due_on)
            )
        return self.tr("due {day}").format(day=self._day(due_on))

    def _paid(self, paid: Paid, number: int) -> Entry:
        detail = (paid.method or "", paid.number or "", paid.source or "")
        return Entry(
            f"paid {number}",
            self._day(paid.paid_on),
            self._desk.speech.joined(detail),
            side=self._money(paid.amount, paid.currency),
        )

    def _coming(self, coming: Coming, number: int) -> Entry:
        today = self._desk.today()
        late = coming.expected_on is not None and coming.expected_on < today
        expected = ""
        if coming.expected_on is not None:
            text = self.tr("was expected {day}") if late else self.tr("expected {day}")
            expected = text.format(day=self._day(coming.expected_on))
        shipped = (
            self.tr("shipped {day}").format(day=self._day(coming.shipped_on)) if coming.shipped_on else ""
        )
        return Entry(
            f"coming {number}",
            coming.product,
            self._desk.speech.joined((expected, shipped, coming.number or "", coming.source or "")),
            side=quantity(coming.quantity, coming.unit),
            detail_tone="bad" if late else "text2",
        )

    def _lying(self, lying: Lying, number: int) -> Entry:
        day = self.tr("as of {day}").format(day=self._day(lying.counted_on)) if lying.counted_on else ""
        return Entry(
            f"lying {number}",
            lying.product,
            self._desk.speech.joined((day, lying.source or "")),
            side=quantity(lying.quantity, lying.unit),
        )

    def _price(self, price: Price, number: int) -> Entry:
        whose = self.tr("agreed with this account") if price.own else price.level or ""
        minimum = (
            self.tr("from {quantity}").format(quantity=quantity(price.minimum, price.unit))
            if price.minimum
            else ""
        )
        since = self.tr("since {day}").format(day=self._day(price.first_day)) if price.first_day else ""
        tax = {True: self.tr("with tax"), False: self.tr("without tax"), None: ""}[price.tax_included]
        amount = self._money(price.amount, price.currency)
        return Entry(
            f"price {number}",
            price.product,
            self._desk.speech.joined((minimum, tax, since, price.source or "")),
            quiet=whose,
            side=f"{amount} / {price.unit}" if price.unit else amount,
        )

    def _supply(self, supply: Supply, number: int) -> Entry:
        shares = [f"{supplier} {share / 100:g}%" for supplier, share, _ in supply.shares]
        day = self.tr("as of {day}").format(day=self._day(supply.as_of)) if supply.as_of else ""
        return Entry(
            f"supply {number}",
            self._desk.speech.joined(shares),
            self._desk.speech.joined((day, supply.source or "")),
            quiet=supply.category or "",
        )

    def year(self, sold: Sold) -> tuple[str, str]:
        """What was sold in a year, and the period and the list that say so."""
        period = self._period(sold.first_day, sold.last_day)
        said = self._desk.speech.joined((period, sold.source or ""))
        return self._money(sold.amount, sold.currency), said

    def _sold(self, sold: Sold, number: int) -> Entry:
        period = self._period(sold.first_day, sold.last_day)
        title = sold.product or period
        detail = (period if sold.product else "", sold.source or "")
        return Entry(
            f"sold {number}",
            title,
            self._desk.speech.joined(detail),
            side=self._money(sold.amount, sold.currency),
        )

    def _period(self, first: date, last: date) -> str:
        """A year or a month by its name, anything else by its days."""
        speech = self._desk.speech
        month = speech.text(f"month.{first.month}")
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            if (first.month, last.month) == (1, 12) and first.year == last.year:
                return self.tr("year {year}").format(year=first.year)
            if (first.year, first.month) == (last.year, last.month):
                return speech.text("date.month", year=first.year, month=month)
        return (
            speech.full_day(first) if first == last else f"{speech.full_day(first)}–{speech.full_day(last)}"
        )

    def _money(self, amount: int, currency: str | None) -> str:
        return listed_money(amount, currency, self._desk.speech)

    def _day(self, day: date) -> str:
        return self._desk.speech.day_or_year(day, self._desk.today())
