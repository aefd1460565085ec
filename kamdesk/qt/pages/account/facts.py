"""What the details beside a section's list say of the chosen entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.money import Money, amount_text
from kamdesk.domain.telephone import phone_text
from kamdesk.qt import marks
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.widgets.details import Fact

if TYPE_CHECKING:
    from kamdesk.reads.account import Person, Phone
    from kamdesk.reads.history import AccountHistory, PastNote, PastPromise, PastVisit
    from kamdesk.reads.orders import PastOrder

translate = QCoreApplication.translate


def phone_lines(phones: Iterable[Phone], speech: Speech) -> str:
    lines = []
    for phone in phones:
        number = phone_text(phone.number, phone.extension)
        lines.append(f"{number}  {speech.choice('phone.kind', phone.kind)}")
    return "\n".join(lines)


def person_facts(person: Person, everyone: Iterable[Person], today: date, speech: Speech) -> list[Fact]:
    support = speech.choice("support", person.support)
    sign = marks.SUPPORT_SIGNS.get(person.support or "", "")
    boss = next((other.name for other in everyone if other.id == person.reports_to), "")
    roles = [
        speech.joined((speech.choice("contact_role", role.role), speech.choice("standing", role.standing)))
        for role in person.roles
        if role.until is None
    ]
    return [
        Fact("", speech.joined((person.title or "", person.department or "")), "text2"),
        Fact("", _post_end(person, today, speech), "warn"),
        Fact(translate("Person", "Roles"), "\n".join(roles) or translate("Person", "none recorded yet")),
        Fact(
            translate("Person", "Support"),
            f"{sign} {support}".strip(),
            marks.SUPPORT_TONES.get(person.support or "", "text"),
        ),
        Fact(translate("Person", "Influence"), speech.choice("influence", person.influence)),
        Fact(translate("Person", "Telephones"), phone_lines(person.phones, speech)),
        Fact(translate("Person", "WeChat"), person.wechat or ""),
        Fact(translate("Person", "E-mail"), person.email or ""),
        Fact(translate("Person", "Reports to"), boss),
        Fact(translate("Person", "Our counterpart"), person.counterpart or ""),
        Fact(translate("Person", "Birthday"), birthday(person, speech)),
        Fact(translate("Person", "Last met"), speech.full_day(person.last_met) if person.last_met else ""),
    ]


def _post_end(person: Person, today: date, speech: Speech) -> str:
    if person.until is None:
        return ""
    return translate("Person", "left on {day}").format(day=speech.day_or_year(person.until, today))


def birthday(person: Person, speech: Speech) -> str:
    """Day and month, with the year where it is known, and the calendar where it is the lunar one."""
    if person.birth_month is None or person.birth_day is None:
        return ""
    if person.birth_calendar == "lunar":
        day = f"{person.birth_month}-{person.birth_day}"
    else:
        day = speech.text("date.day", month=speech.text(f"month.{person.birth_month}"), day=person.birth_day)
    calendar = speech.choice("calendar", person.birth_calendar) if person.birth_calendar == "lunar" else ""
    return speech.joined((day, str(person.birth_year or ""), calendar))


def promise_facts(promise: PastPromise, today: date, speech: Speech) -> list[Fact]:
    tone = "bad" if promise.overdue else "text"
    due = speech.full_day(promise.due_on) if promise.due_on else translate("Promise", "no due day")
    state = speech.choice("promise.state", "overdue" if promise.overdue else promise.state)
    settled = speech.full_day(promise.settled_on) if promise.settled_on else ""
    cause = speech.joined((speech.choice("promise.cause", promise.cause), promise.cause_text or ""))
    risk = translate("Promise", "{n} of 5").format(n=promise.churn_risk) if promise.churn_risk else ""
    return [
        Fact(translate("Promise", "State"), speech.joined((state, settled)), tone, strong=True),
        Fact(translate("Promise", "Due"), due, tone),
        Fact(translate("Promise", "Made on"), speech.full_day(promise.made_on)),
        Fact(translate("Promise", "To whom"), promise.contact or ""),
        Fact(translate("Promise", "By whom"), promise.by_whom or ""),
        Fact(translate("Promise", "Expected effect"), promise.expected_effect or ""),
        Fact(translate("Promise", "Risk of losing the account"), risk),
        Fact(translate("Promise", "Cause"), cause),
        Fact(translate("Promise", "What we did instead"), promise.workaround or ""),
        Fact(translate("Promise", "Effect seen"), promise.effect_seen or ""),
    ]


def visit_facts(visit: PastVisit, history: AccountHistory, speech: Speech) -> list[Fact]:
    """What is recorded of a visit, with the orders taken and the promises made on it."""
    orders = [_order(order) for order in history.orders if order.visit_id == visit.id]
    made = [promise.what for promise in history.promises if promise.visit_id == visit.id]
    state = speech.choice("visit.state", visit.state)
    if visit.state in ("cancelled", "rescheduled") and visit.state_by:
        state = speech.choice(f"visit.{visit.state}_by", visit.state_by)
    times = ""
    if visit.arrived is not None:
        times = clock(visit.arrived) + (f"–{clock(visit.left)}" if visit.left is not None else "")
    planned = speech.full_day(visit.planned_date)
    if visit.planned_start is not None:
        planned += f" {clock(visit.planned_start)}"
    stock = [f"{row.product}  {quantity(row.quantity)} {row.unit or ''}".strip() for row in visit.stock]
    why = speech.joined((speech.choice("missed_reason", visit.reason), visit.reason_text or ""))
    return [
        Fact(translate("Visit", "State"), state, strong=True),
        Fact(translate("Visit", "Planned"), planned),
        Fact(translate("Visit", "Arrived and left"), times),
        Fact(translate("Visit", "Why"), why),
        Fact(translate("Visit", "Objective"), visit.objective or ""),
        Fact(translate("Visit", "Met"), ", ".join(name for _, name in visit.met)),
        Fact(translate("Visit", "With us"), ", ".join(visit.companions)),
        Fact(translate("Visit", "Outcome"), speech.choice("visit.outcome", visit.outcome)),
        Fact(translate("Visit", "Points"), visit.points or ""),
        Fact(translate("Visit", "Competitors"), visit.rival_note or ""),
        Fact(translate("Visit", "Stock counted"), "\n".join(stock)),
        Fact(translate("Visit", "Order"), "\n".join(orders)),
        Fact(translate("Visit", "Promised"), "\n".join(made)),
        Fact(translate("Visit", "Next step"), visit.next_step or ""),
    ]


def _order(order: PastOrder) -> str:
    worth = ""
    if order.amount is not None and order.currency:
        worth = f"{amount_text(Money(order.amount, order.currency))} {order.currency}"
    return "  ".join(filter(None, (worth, order.number)))


def quantity(thousandths: int) -> str:
    """A quantity without needless zeros: 1500 → ``1.5``."""
    whole, rest = divmod(abs(thousandths), 1000)
    sign = "-" if thousandths < 0 else ""
    return f"{sign}{whole}" + (f".{rest:03d}".rstrip("0") if rest else "")


def note_facts(note: PastNote, speech: Speech) -> list[Fact]:
    return [
        Fact(translate("Note", "Day"), speech.full_day(note.noted_on)),
        Fact(translate("Note", "About"), note.contact or ""),
        Fact("", note.text),
    ]
