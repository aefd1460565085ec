"""The days ahead as lines of a card: birthdays, events, seasons of risk, what ends, holidays and leave."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.goals.agenda import Item, Task
from kamdesk.qt.pages.today.entry import CardLine
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.today import TodayBeside

translate = QCoreApplication.translate
AHEAD = {
    Task.EVENT: ("risks", "gift", "text2"),
    Task.RISK: ("risks", "umbrella", "warn"),
    Task.TERMS: ("needs", "receipt", "warn"),
    Task.CYCLE: ("risks", "refresh-cw", "text2"),
}
"""Where a day ahead leads to, its icon and how loud that is."""


def occasion_lines(beside: TodayBeside, today: date, speech: Speech) -> list[CardLine]:
    """Birthdays, events, seasons of risk, terms that end, holidays and leave in the order of their days."""
    occasions = beside.occasions
    found = [
        (one.day or today, ahead_line(one, today, speech))
        for one in beside.ahead
        if one.task is not Task.BIRTHDAY
    ]
    for one in occasions.birthdays:
        what = translate("Today", "{name}'s birthday").format(name=one.name)
        calendar = speech.choice("calendar", "lunar") if one.lunar else ""
        detail = speech.joined((one.account, one.title or "", calendar))
        found.append(
            (
                one.on,
                CardLine(
                    "account", one.account_id, what, detail, None, "gift", side=_when(one.on, today, speech)
                ),
            )
        )
    for spell in occasions.spells:
        name = speech.choice("holiday", spell.name) if not spell.leave else ""
        title = translate("Today", "Leave: {reason}").format(reason=spell.name) if spell.leave else name
        if spell.leave and not spell.name:
            title = translate("Today", "Leave")
        span = speech.day(spell.first) if spell.first == spell.last else speech.span(spell.first, spell.last)
        hit = translate("Today", "%n visits fall on it", "", spell.visits) if spell.visits else ""
        icon = "plane" if spell.leave else "calendar-days"
        tone = "warn" if spell.visits else "text2"
        line = CardLine(
            "week", spell.first.isoformat(), title, speech.joined((span, hit)), None, icon, tone,
            side=_when(spell.first, today, speech),
        )  # fmt: skip
        found.append((spell.first, line))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def ahead_line(one: Item, today: date, speech: Speech) -> CardLine:
    """An event, a season of risk, terms that end, what comes round: it leads to the account's section."""
    day, what, account = one.day or today, one.what or "", one.account or ""
    section, icon, tone = AHEAD[one.task]
    title = what
    detail = (account,)
    if one.task is Task.RISK:
        hazard = speech.choice("risk.hazard", one.kind or "")
        title = translate("Today", "Season of {hazard}: {account}").format(hazard=hazard, account=account)
        until = translate("Today", "until {day}").format(day=speech.day(one.last)) if one.last else ""
        detail = (what, until)
    elif one.task is Task.TERMS:
        title = translate("Today", "{terms} ends").format(terms=what)
    elif one.task is Task.CYCLE:
        detail = (account, speech.choice("life_cycle.kind", one.kind or ""))
    return CardLine(
        section, f"{one.account_id}/{one.record_id}", title, speech.joined(detail), None, icon, tone,
        side=translate("Today", "now") if one.task is Task.RISK and day == today else _when(day, today, speech),
    )  # fmt: skip


def _when(day: date, today: date, speech: Speech) -> str:
    days = (day - today).days
    if days < 0:
        return translate("Today", "%n days late", "", -days)
    if days == 0:
        return translate("Today", "today")
    if days == 1:
        return translate("Today", "tomorrow")
    return speech.joined((speech.day(day), translate("Today", "in %n days", "", days)))
