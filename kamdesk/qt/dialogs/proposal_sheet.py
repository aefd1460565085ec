"""A week of today's line and of the proposed one as the two grids show it, with what differs between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.schedule import monday_of
from kamdesk.qt.dialogs.proposal_words import slot_words
from kamdesk.qt.pages.line.sheet import dots
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.weekgrid.compared import GONE, LEFT, MOVED, NEW
from kamdesk.qt.weekgrid.rows import DayHead, StopBlock, WeekSheet

if TYPE_CHECKING:
    from kamdesk.planning.problem import Slot
    from kamdesk.qt.jobs.line_plan import LineProposal
    from kamdesk.reads.line_parts import Part
    from kamdesk.reads.line_problem import BookProblem

FRIDAY = 5


def changed(before: Part, after: Part) -> tuple[dict[str, str], dict[str, str]]:
    """What differs between two lines, by stop: as it is marked in the one, and in the other."""
    one, two = ({slot.id: slot for slot in line.slots} for line in (before, after))
    moved = [stop for stop in one.keys() & two.keys() if one[stop] != two[stop]]
    was = dict.fromkeys(moved, LEFT) | dict.fromkeys(one.keys() - two.keys(), GONE)
    now = dict.fromkeys(moved, MOVED) | dict.fromkeys(two.keys() - one.keys(), NEW)
    return was, now


def monday_in(book: BookProblem, on: date, week: int) -> date:
    """The Monday of the first week from ``on`` on that is the cycle's ``week``, which counts from 0."""
    monday = monday_of(on)
    passed = (monday - book.rep.anchor_monday).days // 7
    return monday + timedelta(weeks=(week - passed) % book.problem.cycle_weeks)


def compared_week(
    found: LineProposal, line: Part, week: int, changes: Mapping[str, str], picked: str, speech: Speech
) -> WeekSheet:
    """One week of ``line``. What is ``picked`` is shown, as a ghost, where it does not fall due in that week."""
    book = found.book
    every = {stop.id: stop.every_weeks for stop in book.problem.stops}
    due = [slot for slot in line.slots if week % every[slot.id] == slot.first_week or slot.id == picked]
    used = [day.weekday for day in book.problem.days] + [slot.weekday for slot in line.slots]
    used += [slot.weekday for slot in found.whole.slots]
    monday = monday_in(book, found.seen_from(), week)
    rep = book.rep
    lunch = None
    if rep.lunch_start is not None and rep.lunch_end is not None:
        lunch = rep.lunch_start, rep.lunch_end
    return WeekSheet(
        days=tuple(
            _head(book, line, due, week, monday + timedelta(days=number), speech)
            for number in range(max([FRIDAY, *used]))
        ),
        blocks=tuple(_block(book, slot, week, changes.get(slot.id, ""), speech) for slot in due),
        lunch=lunch,
        lunch_word=QCoreApplication.translate("Week", "Lunch"),
    )


def _head(
    book: BookProblem, line: Part, due: Sequence[Slot], week: int, day: date, speech: Speech
) -> DayHead:
    places = [each.weekday for each in book.problem.days]
    weekday = day.isoweekday()
    worked = weekday in places
    bounds = book.problem.days[places.index(weekday)] if worked else None
    minutes = round(line.travel[week][places.index(weekday)]) if worked else 0
    every = {stop.id: stop.every_weeks for stop in book.problem.stops}
    number = sum(slot.weekday == weekday and week % every[slot.id] == slot.first_week for slot in due)
    return DayHead(
        date=day,
        name=speech.weekday(day),
        place=speech.text("unit.minutes", n=minutes) if number else "",
        stops=speech.text("unit.stops", n=number) if number else "",
        opens=round(bounds.begins) if bounds else None,
        closes=round(bounds.ends) if bounds else None,
        off=not worked,
    )


def _block(book: BookProblem, slot: Slot, week: int, change: str, speech: Speech) -> StopBlock:
    account = book.accounts[slot.id]
    stop = next(each for each in book.problem.stops if each.id == slot.id)
    weeks = [number % stop.every_weeks == slot.first_week for number in range(book.problem.cycle_weeks)]
    said = (
        account.name,
        slot_words(slot, book, speech),
        clock(round(slot.time + stop.minutes)),
        speech.choice("account.class", account.value_class),
        change_words(change),
    )
    return StopBlock(
        key=slot.id,
        account_id=account.id,
        day=slot.weekday - 1,
        start=round(slot.time),
        minutes=max(round(stop.minutes), 1),
        name=account.name,
        short=account.in_brief,
        letter=account.value_class,
        is_key=bool(account.is_key),
        weeks=dots(weeks) if len(weeks) <= 6 else "",
        here=weeks[week],
        spoken=speech.joined(each for each in said if each),
    )


def change_words(change: str) -> str:
    """What a mark means, in a word or two."""
    translate = QCoreApplication.translate
    return {
        NEW: translate("LineProposal", "new"),
        MOVED: translate("LineProposal", "moved here"),
        LEFT: translate("LineProposal", "moves away"),
        GONE: translate("LineProposal", "no longer visited"),
    }.get(change, "")
