"""Phrases that several parts of a briefing share."""

from __future__ import annotations

from itertools import groupby

from kamdesk.papers.account_briefing.brief import Brief
from kamdesk.papers.briefing import (
    BriefedAccount,
    BriefedPerson,
    ClosedDays,
    FixedVisit,
    Hours,
    NextVisit,
    Owed,
    PastOrder,
    PastVisit,
    Sales,
)
from kamdesk.papers.kit.said import Said, clock


def for_which_visit(visit: NextVisit | None, said: Said) -> str:
    """What the briefing is for: 为 11月23日 周一 8:30 的固定拜访（60分）."""
    if visit is None:
        return said.text("briefing.no_visit")
    day = said.day_weekday(visit.day)
    if visit.start is not None:
        day += f" {clock(visit.start)}" if said.chinese else f", {clock(visit.start)}"
    text = said.text("briefing.for_visit" if visit.origin == "planned" else "briefing.for_ad_hoc", day=day)
    if visit.minutes is None:
        return text
    minutes = said.minutes(visit.minutes)
    return f"{text}（{minutes}）" if said.chinese else f"{text} ({minutes})"


def address_text(account: BriefedAccount, said: Said) -> str:
    """Street and place, in the order of the language: 台州市椒江区葭沚街道 88 号; 10 Taucherstraße, Cunewalde."""
    area, address = account.area or "", account.address or ""
    if not area or not address or area in address:
        return address or area
    return f"{area} {address}" if said.chinese else f"{address}, {area}"


def hours_text(hours: tuple[Hours, ...], said: Said) -> str:
    """周一–周五 8:30–12:00、13:30–17:00; days with the same hours together."""
    by_day: dict[int, list[str]] = {}
    for one in sorted(hours, key=lambda one: (one.weekday, one.opens)):
        by_day.setdefault(one.weekday, []).append(f"{clock(one.opens)}–{clock(one.closes)}")
    texts = []
    days = sorted(by_day)
    for _, run in groupby(enumerate(days), key=lambda pair: (pair[1] - pair[0], by_day[pair[1]])):
        run_days = [day for _, day in run]
        name = said.weekday(run_days[0])
        if len(run_days) > 1:
            name = f"{name}–{said.weekday(run_days[-1])}"
        if len(run_days) == 7:
            name = said.text("briefing.every_day")
        texts.append(f"{name} {said.listed(by_day[run_days[0]])}")
    return ("；" if said.chinese else "; ").join(texts)


def closed_text(closed: tuple[ClosedDays, ...], said: Said) -> str:
    """11月30日–12月2日 盘点."""
    texts = [f"{said.days(one.first_day, one.last_day)} {one.reason or ''}".rstrip() for one in closed]
    return ("；" if said.chinese else "; ").join(texts)


def fixed_text(slot: FixedVisit, said: Said) -> str:
    """周一 8:30 60分 每周."""
    return said.facts(
        f"{said.weekday(slot.weekday)} {clock(slot.start)}",
        said.minutes(slot.minutes),
        said.rhythm(slot.rhythm),
        slot.place,
        said.text("briefing.told") if slot.promised else None,
    )


def ended(visit: PastVisit, said: Said) -> str:
    """How a visit ended: its outcome, or why it did not happen."""
    if visit.state == "done":
        return said.heading("visit.outcome", visit.outcome) or said.heading("visit.state", visit.state)
    reason = said.words.choice("missed_reason", visit.reason)
    if visit.reason_text:
        reason = ("：" if said.chinese else ": ").join(part for part in (reason, visit.reason_text) if part)
    state = said.heading("visit.state", visit.state)
    if not reason:
        return state
    return f"{state}（{reason}）" if said.chinese else f"{state} ({reason})"


def roles_text(person: BriefedPerson, said: Said) -> str:
    """Roles in the buying centre; an assumed one bears a question mark."""
    return said.listed(
        [said.heading("contact_role", role.role) + ("" if role.confirmed else "?") for role in person.roles]
    )


def overdue_text(owed: Owed, brief: Brief) -> str:
    """¥ 128,000，最早一笔已逾期 35 天（11月20日的单子）; without the days where no due day is known."""
    said = brief.said
    amount = said.money(owed.overdue or 0, owed.currency)
    day = said.near_day(owed.as_of, brief.today)
    if owed.days is None:
        return said.text("briefing.late_sum", amount=amount, day=day)
    code = "late_day" if owed.days == 1 else "late_days"
    return said.text(f"briefing.{code}", amount=amount, day=day, n=owed.days)


def open_text(owed: Owed, brief: Brief) -> str:
    """What is owed in all, and of which day that is."""
    said = brief.said
    amount, day = said.money(owed.open, owed.currency), said.near_day(owed.as_of, brief.today)
    return said.text("briefing.open_sum", amount=amount, day=day)


def name_and_post(person: BriefedPerson, said: Said) -> str:
    """陈海晟 董事长, Chen Haisheng, chairman."""
    parts = [person.name, *(part for part in (person.department, person.post) if part)]
    return " ".join(parts) if said.chinese else ", ".join(parts)


def order_head(order: PastOrder, sales: Sales, brief: Brief) -> str:
    """When it was ordered and for how much."""
    said = brief.said
    amount = said.money(order.amount, sales.currency) if order.amount is not None else None
    return said.facts(said.near_day(order.on, brief.today), amount)


def ordered_products(order: PastOrder, said: Said) -> str:
    """What was ordered. A product's code and a quantity never meet: C2 8吨 reads C28 in haste."""
    return said.listed([f"{said.quantity(one.quantity, one.unit)} {one.product}" for one in order.products])
