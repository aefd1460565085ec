"""What the account should order now: product by product, each figure with its formula; put down as proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.jobs.judging import account_order
from kamdesk.qt.models.entries import EntriesModel
from kamdesk.qt.pages.account.order_words import OrderWords
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.details import Deed, DetailPane
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.restock.suggested import SuggestedLine, SuggestedOrder


class OrderSection(Section):
    """``chosen`` comes with another product, or other figures."""

    icon = "package"
    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._order: SuggestedOrder | None = None
        self._asked_for = ""
        self._words = OrderWords(desk, self)
        self.view = EntriesView(theme, EntriesModel(self))
        self.propose = Button(theme, icon="check", small=True)
        self.setting = Button(theme, icon="settings", small=True)
        self._title = label(theme, "heading")
        self._plan = label(theme, "caption", "text2", wrap=True)
        self._none = label(theme, "body", "text2", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        top = row(self._title, None, self.setting, self.propose)
        self._card = frame(column(top, self._plan, (self._stack, 1), gap=6), "card", (14, 10, 12, 10))
        self.setLayout(column((self._card, 1)))
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(lambda key: self._records())
        self.propose.clicked.connect(self._propose)
        self.setting.clicked.connect(lambda: self.asked.emit("record", "supply_setting"))

    def show_account(self, whole: AccountWhole) -> None:
        """What was reckoned is reckoned again once it is looked at."""
        if self.whole is None or self.whole.view.page.id != whole.view.page.id:
            self._order = None
        super().show_account(whole)
        self._asked_for = ""
        self._show()

    def arrive(self) -> None:
        if self.whole is not None and not self._asked_for:
            self._asked_for = self.whole.view.page.id
            self.desk.runner.read(
                account_order, done=self._take, latest=True, account_id=self._asked_for, now=self.desk.now()
            )

    def leave(self) -> None:
        super().leave()
        self._order, self._asked_for = None, ""
        self.view.show_rows([])

    def _take(self, found: tuple[str, SuggestedOrder]) -> None:
        if found[0] == self._asked_for:
            self._order = found[1]
            self._show()

    def line(self) -> SuggestedLine | None:
        """The product in view."""
        lines = self._order.lines if self._order is not None else ()
        return next((line for line in lines if line.product.id == self.view.key()), None)

    def _show(self) -> None:
        order = self._order
        lines = order.lines if order is not None else ()
        self._plan.setText(self._words.plan(order) if order is not None else "")
        self._plan.setVisible(bool(lines))
        self.view.show_rows([self._words.entry(line) for line in lines])
        self._stack.setCurrentIndex(0 if lines else 1)
        self.propose.setEnabled(any(line.suggestion.quantity for line in lines))
        self._none.setText(self._why_none(order))
        self.chosen.emit()

    def _why_none(self, order: SuggestedOrder | None) -> str:
        speech = self.desk.speech
        if order is None:
            return self.tr("Reckoning from counts and orders…")
        if order.sites:
            return f"{speech.text('suggest.sites')}\n{speech.listed(name for _, name in order.sites)}"
        return speech.text("suggest.none")

    def show_details(self, pane: DetailPane) -> None:
        """Every figure of the product that is chosen."""
        line = self.line()
        pane.setVisible(line is not None)
        if line is None:
            return
        title, facts, sources = self._words.facts(line)
        deeds = [Deed(self.tr("Count the stock"), "pencil", lambda: self.asked.emit("write_report", ""))]
        if sources:
            said = self.tr("Records %n", "", len(sources))
            deeds.insert(0, Deed(said, "search", self._records))
        pane.show_facts(title, facts, deeds)

    def _records(self) -> None:
        line = self.line()
        if line is not None and line.suggestion.sources:
            self.asked.emit("records_of", ",".join(line.suggestion.sources))

    def _propose(self) -> None:
        """What is suggested is put down as the proposal of today, to be shown and signed."""
        if self._order is None:
            return
        wanted = [line for line in self._order.lines if line.suggestion.quantity]
        parts = [
            (
                "suggested_line",
                {
                    "product_id": line.product.id,
                    "quantity": line.suggestion.quantity,
                    "unit": line.suggestion.unit,
                    "rank": place + 1,
                },
            )
            for place, line in enumerate(wanted)
        ]
        self.desk.runner.run(
            jobs.record,
            done=lambda changes: self.asked.emit("show_trade", "suggested_order"),
            kind="suggested_order",
            fields={"account_id": self._order.account_id, "state": "draft", "known_on": self.desk.today()},
            parts=parts,
        )

    def focus_first(self) -> None:
        target = self.view if self._stack.currentIndex() == 0 else self.setting
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Suggested order"))
        self.propose.set_label(self.tr("Put down as proposed"))
        self.setting.set_label(self.tr("Weeks of lead and cover"))
        self.view.setAccessibleName(self.tr("Suggested order, product by product"))
        self._show()
