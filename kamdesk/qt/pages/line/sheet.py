"""A week of the line as the grid shows it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.warnings import warning_code
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.weekgrid.rows import DayHead, StopBlock, Travel, WeekSheet

if TYPE_CHECKING:
    from kamdesk.domain.warnings import StopWarning
    from kamdesk.reads.line import LineDay, RestingSlot, WeekLine
    from kamdesk.reads.stops import Stop

translate = QCoreApplication.translate
USUAL_MINUTES = 60
WEEKEND = (5, 6)
OF_THE_DAY = frozenset({"holiday", "make_up_workday"})
"""Said in the head of the day already: in the block what concerns the stop alone goes first."""


def dots(weeks: Iterable[bool]) -> str:
    return "".join("1" if on else "0" for on in weeks)


def short_warning(warning: StopWarning, speech: Speech) -> str:
    """A warning in the few words that fit into a block; the whole of it is in the tooltip."""
    values = {name: str(value) for name, value in warning.values.items()}
    said = {
        "holiday": translate("Warning", "public holiday"),
        "make_up_workday": translate("Warning", "make-up workday"),
        "leave": translate("Warning", "on leave, {substitute} goes").format(
            substitute=first_word(values["substitute"])
        )
        if values.get("substitute")
        else translate("Warning", "you are on leave"),
        "customer_closed": translate("Warning", "customer closed"),
        "closed_weekday": translate("Warning", "closed that day"),
        "outside_hours": translate("Warning", "open {hours}").format(hours=values.get("hours", "")),
        "rep_day_off": translate("Warning", "your day off"),
        "outside_rep_hours": translate("Warning", "outside your hours"),
        "over_lunch": translate("Warning", "{n}′ over lunch").format(n=values.get("minutes", "")),
        "clock_skipped": translate("Warning", "clocks change"),
        "clock_repeated": translate("Warning", "clocks change"),
        "overlap": translate("Warning", "overlaps by {n}′").format(n=values.get("minutes", "")),
        "too_tight": translate("Warning", "gap {gap}′ < drive {travel}′").format(
            gap=values.get("gap", ""), travel=values.get("travel", "")
        ),
        "early_start": translate("Warning", "leave at {time}").format(time=values.get("time", "")),
    }
    return said.get(str(warning.code), str(warning.code))


def long_warning(warning: StopWarning, speech: Speech) -> str:
    """The catalogue's text of a warning."""
    values = dict(warning.values)
    if "name" in values:
        values["name"] = speech.choice("holiday", str(values["name"]))
    return speech.text(f"warning.{warning_code(warning)}", **values)


def week_sheet(week: WeekLine, now: datetime, speech: Speech) -> WeekSheet:
    """Saturday and Sunday are shown only where the rep works or a stop falls on them."""
    last = last_weekday(week)
    days = [day for day in week.days if day.date.weekday() <= last]
    blocks = [stop_block(stop, speech) for day in days for stop in day.stops if stop.start is not None]
    blocks += [
        _resting(slot, speech) for slot in week.resting if slot.slot.weekday <= last and slot.slot.next_on
    ]
    local = now.astimezone(ZoneInfo(week.rep.zone))
    here = (local.date() - week.monday).days
    lunch = None
    if week.rep.lunch_start is not None and week.rep.lunch_end is not None:
        lunch = (week.rep.lunch_start, week.rep.lunch_end)
    return WeekSheet(
        days=tuple(_head(day, week, speech) for day in days),
        blocks=tuple(blocks),
        travels=tuple(drive for day in days for drive in _drives(day, speech)),
        lunch=lunch,
        lunch_word=translate("Week", "Lunch"),
        now=(here, local.hour * 60 + local.minute) if 0 <= here < len(days) else None,
    )


def last_weekday(week: WeekLine) -> int:
    """The last day to show: Friday, or a day of the weekend that is used or worked."""
    return max(
        (day.date.weekday() for day in week.days if day.date.weekday() < 5 or _used(day, week)), default=4
    )


def _used(day: LineDay, week: WeekLine) -> bool:
    rests = any(slot.slot.weekday == day.date.weekday() for slot in week.resting)
    return bool(day.stops) or bool(day.works) or rests


def _head(day: LineDay, week: WeekLine, speech: Speech) -> DayHead:
    towns = dict.fromkeys(stop.account.district or stop.account.city or "" for stop in day.standing)
    works = day.works
    opens = min((span.begins for span in works or ()), default=None)
    closes = max((span.ends for span in works or ()), default=None)
    return DayHead(
        date=day.date,
        name=speech.weekday(day.date),
        place=speech.joined([town for town in towns if town][:3]),
        stops=speech.text("unit.stops", n=len(day.standing)) if day.standing else "",
        note=day_note(day, speech),
        off=day_off(day),
        opens=opens,
        closes=closes,
    )


def day_note(day: LineDay, speech: Speech) -> str:
    """What is special about a day: leave and who goes instead, a public holiday, a make-up workday."""
    if day.leave is not None:
        if day.substitute:
            return translate("Week", "leave, {substitute} goes").format(substitute=first_word(day.substitute))
        return translate("Week", "on leave")
    if day.kind is not None and str(day.kind) == "holiday":
        return speech.choice("holiday", day.festival) or translate("Warning", "public holiday")
    if day.kind is not None and str(day.kind) == "make_up_workday":
        return translate("Week", "make-up workday")
    return ""


def first_word(substitute: str) -> str:
    """The substitute's name without the telephone behind it."""
    name = substitute.strip()
    while name and not name[-1].isalpha():
        name = name[:-1]
    return name or substitute


def day_off(day: LineDay) -> bool:
    """Whether the whole day is hatched: leave, a public holiday, a day without working hours."""
    holiday = day.kind is not None and str(day.kind) == "holiday"
    made_up = day.kind is not None and str(day.kind) == "make_up_workday"
    idle = not day.works if day.works is not None else day.date.weekday() in WEEKEND
    return day.leave is not None or holiday or (idle and not made_up)


def stop_block(stop: Stop, speech: Speech) -> StopBlock:
    assert stop.start is not None
    account, slot = stop.account, stop.slot
    first = min(stop.warnings, key=lambda warning: str(warning.code) in OF_THE_DAY, default=None)
    return StopBlock(
        key=stop.key,
        account_id=account.id,
        day=stop.date.weekday(),
        start=stop.start,
        minutes=stop.minutes or USUAL_MINUTES,
        name=account.name,
        short=account.in_brief,
        letter=account.value_class,
        is_key=bool(account.is_key),
        weeks=dots(slot.dots) if slot else "",
        here=stop.stands,
        warning=short_warning(first, speech) if first and stop.state == "planned" else "",
        state=stop.state,
        spoken=spoken(stop, speech),
        rhythm=speech.rhythm(slot.every_weeks) if slot else speech.choice("visit.origin", stop.origin),
        state_word=speech.choice("visit.state", stop.state),
        fixed=not stop.stands or (slot is None and stop.state != "planned"),
    )


def spoken(stop: Stop, speech: Speech) -> str:
    """All that the block shows, in words."""
    account = stop.account
    end = (stop.start or 0) + (stop.minutes or USUAL_MINUTES)
    key = speech.choice("account.key", "key" if account.is_key else "ordinary")
    rhythm = speech.rhythm(stop.slot.every_weeks) if stop.slot else speech.choice("visit.origin", "ad_hoc")
    state = speech.choice("visit.state", stop.state) if stop.state != "planned" else ""
    parts = [
        account.name,
        f"{speech.weekday(stop.date)} {clock(stop.start or 0)}–{clock(end)}",
        speech.choice("account.class", account.value_class),
        key,
        rhythm,
        state,
        *(long_warning(warning, speech) for warning in stop.warnings),
    ]
    return ", ".join(part for part in parts if part)


def _resting(rest: RestingSlot, speech: Speech) -> StopBlock:
    account = rest.account
    following = ""
    if rest.slot.next_on is not None:
        following = translate("Week", "next on {day}").format(day=speech.day(rest.slot.next_on))
    said = [account.name, translate("Week", "not this week"), speech.rhythm(rest.slot.every_weeks), following]
    return StopBlock(
        key=f"rest:{rest.slot.id}",
        account_id=account.id,
        day=rest.slot.weekday,
        start=rest.start,
        minutes=rest.minutes,
        name=account.name,
        short=account.in_brief,
        letter=account.value_class,
        is_key=bool(account.is_key),
        weeks=dots(rest.slot.dots),
        here=False,
        state="resting",
        rhythm=speech.rhythm(rest.slot.every_weeks),
        state_word=translate("Week", "not this week"),
        spoken=", ".join(part for part in said if part),
    )


def _drives(day: LineDay, speech: Speech) -> list[Travel]:
    drives: list[Travel] = []
    number = day.date.weekday()
    end: int | None = None
    for stop in day.standing:
        if stop.start is None:
            continue
        if stop.travel is not None and stop.travel.minutes:
            begins = stop.start - stop.travel.minutes if end is None else end
            if end is None or stop.start > end:
                said = speech.text("unit.minutes", n=stop.travel.minutes)
                length = stop.travel.minutes if end is None else min(stop.travel.minutes, stop.start - end)
                drives.append(Travel(number, begins, length, said))
        end = stop.start + (stop.minutes or USUAL_MINUTES)
    if day.way_home is not None and end is not None and day.way_home.minutes:
        said = speech.text("unit.minutes", n=day.way_home.minutes)
        drives.append(Travel(number, end, day.way_home.minutes, said))
    return drives
