"""Who comes: prospects by when they will buy, what contact they get, leads passed on and returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.domain.horizon import Horizon
from kamdesk.qt.desk import Desk
from kamdesk.qt.measure import money_measure
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Chip

if TYPE_CHECKING:
    from kamdesk.reads.market_page.prospects import Lead, ProspectRow
    from kamdesk.reads.market_page.view import MarketView

LEADS = 156
LOOKS = {"yes": ("good", "goodSoft"), "no": ("bad", "badSoft")}


class HorizonList(QWidget):
    """One column of the board."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.title = label(theme, "heading")
        self.count = Chip(theme, height=20)
        self.contact = label(theme, "caption", "text2", wrap=True)
        self.list = EntriesView(theme, EntriesModel(self))
        head = row(self.title, self.count, None)
        self.setLayout(
            column(frame(column(head, self.contact, (self.list, 1), gap=4), "card", (14, 9, 6, 6)))
        )


class ProspectsSection(QWidget):
    asked = Signal(str, str)
    account_asked = Signal(str)
    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._view: MarketView | None = None
        self._current = ""
        self.columns = {each: HorizonList(desk) for each in Horizon}
        self.add = Button(theme, icon="plus", small=True)
        self.edit = Button(theme, icon="pencil", small=True)
        self.pass_on = Button(theme, icon="arrow-right", small=True)
        self.said = label(theme, "body", "text2", wrap=True)
        self.leads_title = label(theme, "heading")
        self.leads = EntriesView(theme, EntriesModel(self))
        self.no_leads = label(theme, "caption", "text2", wrap=True)
        board = row(*((each, 1) for each in self.columns.values()), gap=10)
        leads = column(self.leads_title, self.no_leads, (self.leads, 1), gap=4)
        self._leads = frame(leads, "card", (14, 9, 6, 6))
        self._leads.setMaximumHeight(LEADS)
        self.setLayout(
            column(row((self.said, 1), self.add, self.edit, self.pass_on), (board, 1), self._leads, gap=10)
        )
        for each in self.columns.values():
            each.list.opened.connect(self.account_asked)
            each.list.clicked.connect(lambda index, view=each.list: self._choose(view))
            each.list.chosen.connect(
                lambda key, view=each.list: self._choose(view) if view.hasFocus() else None
            )
        self.add.clicked.connect(lambda: self.asked.emit("add_prospect", ""))
        self.edit.clicked.connect(lambda: self.asked.emit("edit_prospect", ""))
        self.pass_on.clicked.connect(lambda: self.asked.emit("pass_lead", ""))
        self.leads.opened.connect(lambda key: self.asked.emit("edit_lead", key))

    def set_narrow(self, narrow: bool) -> None:
        for each in self.columns.values():
            each.list.setMinimumHeight(200 if narrow else 120)

    def prospect(self) -> ProspectRow | None:
        """The prospect that a deed is done to."""
        if self._view is None:
            return None
        return next((each for each in self._view.prospects if each.account_id == self._current), None)

    def _choose(self, view: EntriesView) -> None:
        self._current = view.key()
        for each in self.columns.values():
            if each.list is not view:
                each.list.selectionModel().clearSelection()
        self._say_possible()
        self.chosen.emit()

    def _say_possible(self) -> None:
        there = self.prospect() is not None
        self.edit.setEnabled(there)
        self.pass_on.setEnabled(there)

    def show_view(self, view: MarketView) -> None:
        self._view = view
        self._say()

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        for each, part in self.columns.items():
            rows = [prospect for prospect in view.prospects if prospect.horizon == each]
            part.list.blockSignals(True)
            part.list.show_rows([self._entry(prospect) for prospect in rows])
            part.list.selectionModel().clearSelection()
            part.list.blockSignals(False)
            part.count.show_text(str(len(rows)))
        known = {each.account_id for each in view.prospects}
        if self._current not in known:
            self._current = next((each.account_id for each in view.prospects), "")
        for part in self.columns.values():
            part.list.choose(self._current)
        self.said.setText(self._sentence(view))
        self.leads.show_rows([self._lead(lead) for lead in view.leads])
        self.leads.setVisible(bool(view.leads))
        self.no_leads.setVisible(not view.leads)
        self._leads.setMaximumHeight(LEADS if view.leads else 76)
        self._say_possible()

    def _sentence(self, view: MarketView) -> str:
        if not view.prospects:
            return self.tr("No prospects yet: who might buy from us, and when?")
        good = sum(each.qualified == "yes" for each in view.prospects)
        back = sum(lead.returned_on is not None for lead in view.leads)
        parts = (
            self.tr("%n prospects", "", len(view.prospects)),
            self.tr("%n qualified", "", good),
            self.tr("%n leads passed on", "", len(view.leads)) if view.leads else "",
            self.tr("%n returned", "", back) if back else "",
        )
        return self._desk.speech.joined(parts)

    def _entry(self, each: ProspectRow) -> Entry:
        speech, today = self._desk.speech, self._desk.today()
        amount = ""
        if each.amount is not None:
            amount = money_measure(each.currency, speech.language, each.amount).full(each.amount)
        when = speech.day_or_year(each.expected_on, today) if each.expected_on else ""
        call = ""
        if each.call_again_on is not None:
            call = self.tr("call again {day}").format(day=speech.day_or_year(each.call_again_on, today))
        passed = self.tr("passed to {name}").format(name=each.passed_to) if each.passed_to else ""
        reason = speech.choice("prospect.reason", each.reason) if each.reason else ""
        tone, ground = LOOKS.get(each.qualified, ("text2", "sunken"))
        detail = speech.joined((when, amount, reason, call, passed)) or self.tr("nothing recorded yet")
        return Entry(
            each.account_id, each.account, detail,
            chip=speech.choice("prospect.qualified", each.qualified), chip_tone=tone, chip_ground=ground,
            detail_tone="warn" if each.expected_on is not None and each.expected_on < today else "text2",
        )  # fmt: skip

    def _lead(self, lead: Lead) -> Entry:
        speech, today = self._desk.speech, self._desk.today()
        passed = self.tr("to {name}").format(name=lead.passed_to)
        if lead.returned_on is not None:
            reason = (
                speech.choice("lead_passed.return_reason", lead.return_reason) if lead.return_reason else ""
            )
            back = self.tr("back {day}").format(day=speech.day_or_year(lead.returned_on, today))
            return Entry(
                lead.id, lead.account, speech.joined((passed, back, reason)), chip=self.tr("returned"),
                chip_tone="bad", chip_ground="badSoft",
            )  # fmt: skip
        given = speech.day_or_year(lead.passed_on, today)
        taken = self.tr("taken up") if lead.taken_on is not None else self.tr("not taken up yet")
        good = lead.taken_on is not None
        return Entry(
            lead.id, lead.account, speech.joined((passed, given)), chip=taken,
            chip_tone="good" if good else "warn", chip_ground="goodSoft" if good else "warnSoft",
        )  # fmt: skip

    def retranslate(self) -> None:
        titles = {
            Horizon.SOON: (self.tr("Soon"), self.tr("within 3 months: visit")),
            Horizon.MIDDLE: (self.tr("Middle"), self.tr("within a year: call now and then")),
            Horizon.LATER: (self.tr("Later"), self.tr("after a year: material by post, a day to call again")),
            Horizon.OPEN: (self.tr("No date"), self.tr("ask when they will buy")),
        }
        for each, part in self.columns.items():
            part.title.setText(titles[each][0])
            part.contact.setText(titles[each][1])
            part.list.setAccessibleName(": ".join(titles[each]))
        self.add.set_label(self.tr("New prospect"))
        self.edit.set_label(self.tr("Put down more"))
        self.pass_on.set_label(self.tr("Pass the lead on"))
        self.leads_title.setText(self.tr("Leads passed on"))
        self.no_leads.setText(self.tr("No lead was passed to a dealer or a colleague."))
        self.leads.setAccessibleName(self.leads_title.text())
        self._say()
