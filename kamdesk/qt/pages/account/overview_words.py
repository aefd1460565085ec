"""What each card of the overview says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.addresses import without_repeats
from kamdesk.domain.figures import FigureId
from kamdesk.domain.money import Money
from kamdesk.qt import marks
from kamdesk.qt.amounts import products, spoken
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account import entries
from kamdesk.qt.pages.account.cards import Line
from kamdesk.qt.pages.account.telephones import telephone_lines
from kamdesk.qt.pages.account.told import ListedWords, listed_money
from kamdesk.qt.pages.account.trade import year_amount
from kamdesk.qt.speech import clock

if TYPE_CHECKING:
    from kamdesk.domain.figures import Figure
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.account import AccountPage, Person
    from kamdesk.reads.debts import Debt
    from kamdesk.reads.history import PastVisit

SHOWN = 4
FIGURES = (
    FigureId.PLAN_COMPLETION,
    FigureId.ON_DAY_RATE,
    FigureId.PUNCTUALITY,
    FigureId.STRIKE_RATE,
    FigureId.PROMISE_KEPT,
)
WEIGHT = (
    "decision_maker",
    "economic_buyer",
    "purchaser",
    "technical_buyer",
    "influencer",
    "gatekeeper",
    "user",
)


class OverviewWords(QObject):
    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listed = ListedWords(desk, self)

    def titles(self, whole: AccountWhole | None) -> dict[str, tuple[str, str]]:
        """Heading and link of each card."""
        figures = self.tr("The last 12 weeks")
        if whole is not None:
            span = self._desk.speech.span(whole.sheet.period.first, whole.sheet.period.last)
            figures = self._desk.speech.joined((figures, span))
        return {
            "next": (self.tr("Next step"), self.tr("All dealings")),
            "promises": (self.tr("Open promises"), self.tr("All promises")),
            "last": (self.tr("Last visit"), self.tr("All visits")),
            "figures": (figures, ""),
            "identity": (self.tr("Card"), self.tr("Edit")),
            "people": (self.tr("Who matters"), self.tr("Buying centre")),
            "line": (self.tr("Fixed visits"), self.tr("All of them")),
            "trade": (self.tr("Stock and orders"), self.tr("All orders")),
        }

    # the left column

    def next(self, whole: AccountWhole) -> list[Line]:
        today, speech = self._desk.today(), self._desk.speech
        past = whole.view.history
        said: list[Line] = []
        done = _last_done(past.visits)
        if done is not None and done.next_step:
            day = done.visited_on or done.planned_date
            said.append(
                Line(
                    done.next_step,
                    below=self.tr("agreed on {day}").format(day=speech.day_or_year(day, today)),
                )
            )
        for action in past.actions[:SHOWN]:
            if action.state == "open":
                due = self._due(action.due_on, today)
                said.append(Line(action.what, below=action.owner or "", side=due[0], side_tone=due[1]))
        return said or [self._absent(self.tr("No next step recorded. The visit report asks for it."))]

    def promises(self, whole: AccountWhole) -> list[Line]:
        today, speech = self._desk.today(), self._desk.speech
        still = [p for p in whole.view.history.promises if p.state == "open"]
        said = []
        for promise in still[: SHOWN + 1]:
            text, tone, _ = entries.due_chip(promise, today, speech)
            said.append(Line(promise.what, below=promise.contact or "", side=text, side_tone=tone))
        if len(still) > SHOWN + 1:
            said.append(Line(self.tr("%n more", "", len(still) - SHOWN - 1), tone="text2"))
        return said or [self._absent(self.tr("Nothing is owed at the moment."))]

    def last(self, whole: AccountWhole) -> list[Line]:
        visit = _last_done(whole.view.history.visits)
        if visit is None:
            return [self._absent(self.tr("No visit recorded yet."))]
        speech, today = self._desk.speech, self._desk.today()
        day = visit.visited_on or visit.planned_date
        when = f"{speech.weekday(day)} {speech.day_or_year(day, today)}"
        times = ""
        if visit.arrived is not None:
            times = clock(visit.arrived) + (f"–{clock(visit.left)}" if visit.left is not None else "")
        met = ", ".join(name for _, name in visit.met)
        facts = (speech.choice("visit.outcome", visit.outcome), met)
        said = [Line(when, side=times, strong=True, below=speech.joined(facts))]
        if visit.points:
            said.append(Line(visit.points))
        if visit.rival_note:
            said.append(Line(visit.rival_note, name=self.tr("Competitors")))
        return said

    def figures(self, whole: AccountWhole) -> list[Line]:
        found = {figure.id: figure for figure in whole.sheet.figures}
        due = found[FigureId.VISITS_DUE].numerator
        said = [self._figure(found[name], whole.sheet.tolerance) for name in FIGURES]
        text = self._desk.speech.text("figure.visits_due.name")
        return [Line(text, side=str(due), strong=True), *said]

    def _figure(self, figure: Figure, tolerance: int) -> Line:
        speech = self._desk.speech
        formula = speech.text(f"figure.{figure.id}.formula")
        if figure.id == FigureId.PUNCTUALITY:
            formula = speech.text("figure.punctuality.formula", tolerance=tolerance)
        side = (
            "—" if figure.value is None else f"{figure.value:.0%}  {figure.numerator} ÷ {figure.denominator}"
        )
        return Line(speech.text(f"figure.{figure.id}.name"), below=formula, side=side, side_tone="text")

    # the right column

    def identity(self, whole: AccountWhole) -> list[Line]:
        page, speech = whole.view.page, self._desk.speech
        parts = without_repeats(page.province, page.city, page.district, page.address)
        address = ", ".join(reversed(parts)) if speech.language == "en" else "".join(parts)
        said = [
            Line(address, self.tr("Address"), copy=True)
            if address
            else Line(self.tr("not recorded"), self.tr("Address"), tone="text3")
        ]
        none = Line(self.tr("not recorded"), self.tr("Telephone"), tone="text3")
        said += telephone_lines(page, speech, none=none)
        more = [
            (self.tr("WeChat"), page.wechat or ""),
            (self.tr("Receives"), self._hours(page)),
            (self.tr("Kind"), page.kind or ""),
            (self.tr("Tags"), "、".join(page.tags) if speech.language == "zh" else ", ".join(page.tags)),
            (self.tr("Merged"), ", ".join(name for _, name in page.aliases)),
        ]
        said += [Line(text, name, copy=name == self.tr("WeChat")) for name, text in more if text]
        if page.parent is not None:
            said.append(Line(page.parent[1], self.tr("Belongs to"), deed="open_account", key=page.parent[0]))
        for number, (key, name) in enumerate(page.children):
            said.append(Line(name, self.tr("Sites") if number == 0 else " ", deed="open_account", key=key))
        return said

    def _hours(self, page: AccountPage) -> str:
        by_times: dict[tuple[int, int], list[int]] = {}
        for hours in page.hours:
            by_times.setdefault((hours.opens, hours.closes), []).append(hours.weekday)
        return "\n".join(
            f"{self._days(days)} {clock(opens)}–{clock(closes)}" for (opens, closes), days in by_times.items()
        )

    def _days(self, days: list[int]) -> str:
        words = [self._desk.speech.text(f"weekday.{day}") for day in days]
        if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
            return f"{words[0]}–{words[-1]}"
        return " ".join(words)

    def people(self, whole: AccountWhole) -> list[Line]:
        here = {p.id: p for p in whole.view.page.people if p.until is None}
        if not here:
            return [self._absent(self.tr("Nobody recorded yet."))]
        said = []
        for person in sorted(here.values(), key=_weight)[:SHOWN]:
            tone = marks.SUPPORT_TONES.get(person.support or "", "text3")
            sign = marks.SUPPORT_SIGNS.get(person.support or "", "")
            word = self._desk.speech.choice("support", person.support) or self.tr("support not known")
            said.append(
                Line(
                    person.name,
                    below=self._roles(person),
                    side=f"{sign} {word}".strip(),
                    side_tone=tone if tone in ("text3",) else "text",
                    deed="show_people",
                    key=person.id,
                )
            )
        if len(here) > SHOWN:
            said.append(Line(self.tr("%n more", "", len(here) - SHOWN), tone="text2"))
        return said

    def _roles(self, person: Person) -> str:
        speech = self._desk.speech
        held = [
            speech.choice("contact_role", role.role)
            + ("" if role.standing == "confirmed" else self.tr(" (assumed)"))
            for role in person.roles
            if role.until is None
        ]
        return speech.joined((person.title or "", *held))

    def line(self, whole: AccountWhole) -> list[Line]:
        speech, today = self._desk.speech, self._desk.today()
        said = []
        for slot in whole.view.page.slots:
            entry = entries.slot_entry(slot, today, speech)
            weeks = whole.sheet.weeks.get(slot.id, 0)
            kept = self.tr("kept %n weeks in a row", "", weeks) if weeks else ""
            below = speech.joined((speech.rhythm(slot.every_weeks), kept))
            following = self.tr("next {day}").format(day=speech.day_or_year(slot.next_due, today))
            said.append(Line(entry.title, below=below, side=following, strong=True))
        if not said and whole.view.page.visited_at:
            names = speech.listed(name for _, name in whole.view.page.visited_at)
            return [self._absent(self.tr("Visited at {name}, which is of the same unit.").format(name=names))]
        return said or [self._absent(self.tr("Not on the line yet: give the account a fixed day and time."))]

    def trade(self, whole: AccountWhole) -> list[Line]:
        speech, today = self._desk.speech, self._desk.today()
        past, stock = whole.view.history.orders, whole.sheet.stock
        owed = [self._owed(debt) for debt in whole.sheet.lists.debts]
        if whole.sheet.lists.year is not None:
            amount, told = self._listed.year(whole.sheet.lists.year)
            owed.insert(0, Line(amount, self.tr("Sold, by list"), below=told))
        if owed and not past and not stock.shelves:
            return owed
        if not past and not stock.shelves:
            return [self._absent(self.tr("Neither stock nor orders recorded yet."))]
        worth, number = year_amount(past, today, self._desk)
        said = [Line(worth or "—", self.tr("12 months"), below=self.tr("%n orders", "", number), strong=True)]
        if past:
            order = past[0]
            amount = (
                spoken(Money(order.amount, order.currency), speech) if order.amount and order.currency else ""
            )
            what = products(whole.sheet.products.get(order.id, ())[:SHOWN], speech)
            day = speech.day_or_year(order.ordered_on, today)
            said.append(Line(speech.joined((day, amount)), self.tr("Last order"), below=what))
        counted = [shelf for shelf in stock.shelves if shelf.counts and shelf.counts[0] is not None]
        if counted:
            what = products([(s.product, s.counts[0] or 0, s.unit) for s in counted[:SHOWN]], speech)
            said.append(Line(speech.day_or_year(stock.days[0], today), self.tr("Last count"), below=what))
        return [*said, *owed]

    def _owed(self, debt: Debt) -> Line:
        """What a list says is owed; what is overdue of it stands below."""
        speech, today = self._desk.speech, self._desk.today()
        as_of = self.tr("as of {day}").format(day=speech.day_or_year(debt.as_of, today))
        late = ""
        if debt.overdue:
            late = self.tr("{amount} overdue").format(
                amount=listed_money(debt.overdue, debt.currency, speech)
            )
        return Line(
            listed_money(debt.open, debt.currency, speech),
            self.tr("Owed"),
            below=speech.joined((late, as_of)),
            tone="bad" if late else "text",
        )

    def _due(self, day: date | None, today: date) -> tuple[str, str]:
        if day is None:
            return "", "text2"
        return self._desk.speech.day_or_year(day, today), "bad" if day < today else "text2"

    def _absent(self, text: str) -> Line:
        return Line(text, tone="text2")


def _last_done(visits: tuple[PastVisit, ...]) -> PastVisit | None:
    done = [visit for visit in visits if visit.state == "done"]
    return max(done, key=lambda v: (v.visited_on or v.planned_date, v.arrived or 0), default=None)


def _weight(person: Person) -> tuple[int, str]:
    """Who decides before who uses; who has no role last."""
    held = [WEIGHT.index(role.role) for role in person.roles if role.until is None and role.role in WEIGHT]
    return min(held, default=len(WEIGHT)), person.id
