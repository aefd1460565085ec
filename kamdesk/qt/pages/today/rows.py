"""The day's stops as rows of its list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.moment import Moment, Phase
from kamdesk.domain.schedule import times_overlap
from kamdesk.qt.models.day import REPORT_ICON, Chip, DayRow
from kamdesk.qt.pages.line.sheet import long_warning, short_warning
from kamdesk.qt.speech import Speech, clock

if TYPE_CHECKING:
    from kamdesk.reads.line import RestingSlot
    from kamdesk.reads.stops import Stop
    from kamdesk.reads.today import TodayBoard

translate = QCoreApplication.translate
MOST_RESTING = 4
URGENT = frozenset({"too_tight", "overlap", "customer_closed", "holiday", "leave"})


def day_rows(board: TodayBoard, moment: Moment, minute: int, speech: Speech) -> list[DayRow]:
    """The rows from morning to evening; what has no time comes last, and after it what rests this week."""
    stops = board.day.line.stops
    timed = [stop for stop in stops if stop.start is not None]
    slack = _slack(board)
    rows: list[tuple[float, DayRow]] = [
        (float(stop.start or 0), stop_row(stop, board, moment, slack, speech)) for stop in timed
    ]
    lunch = _lunch(board, speech)
    if lunch is not None and timed:
        rows.append((board.rep.lunch_start or 0, lunch))
    if timed:
        rows.append((_place_of_now(timed, moment, minute), _now(minute)))
    rows.sort(key=lambda row: row[0])
    untimed = [stop_row(stop, board, moment, slack, speech) for stop in stops if stop.start is None]
    return [*(row for _, row in rows), *untimed, *_resting(board.day.resting, speech)]


def _place_of_now(timed: Sequence[Stop], moment: Moment, minute: int) -> float:
    """Just above the stop that is next, even where it should have begun already."""
    following = next((stop for stop in timed if stop.key == moment.key), None)
    if following is not None and (following.start or 0) <= minute:
        return (following.start or 0) - 0.5
    return minute - 0.5


def _now(minute: int) -> DayRow:
    said = translate("Today", "now {time}").format(time=clock(minute))
    return DayRow("now", said=said, spoken=said)


def _lunch(board: TodayBoard, speech: Speech) -> DayRow | None:
    begins, ends = board.rep.lunch_start, board.rep.lunch_end
    if begins is None or ends is None:
        return None
    said = translate("Today", "Lunch, {length}").format(length=speech.text("unit.minutes", n=ends - begins))
    return DayRow("lunch", time=clock(begins), said=said, spoken=said)


def _slack(board: TodayBoard) -> Mapping[str, int]:
    """For each stop the minutes left between the one before and this one, once lunch and the way are taken off."""
    found: dict[str, int] = {}
    ends: int | None = None
    begins, lunch = board.rep.lunch_start, (board.rep.lunch_end or 0) - (board.rep.lunch_start or 0)
    for stop in board.day.line.standing:
        if stop.start is None:
            continue
        if ends is not None and stop.travel is not None:
            gap = stop.start - ends
            if begins is not None and gap > 0:
                gap -= times_overlap(ends, gap, begins, lunch)
            found[stop.key] = gap - stop.travel.minutes
        ends = max(ends or 0, stop.start + (stop.minutes or 0))
    return found


def stop_row(
    stop: Stop, board: TodayBoard, moment: Moment, slack: Mapping[str, int], speech: Speech
) -> DayRow:
    mark = _mark(stop, moment)
    place = stop.account.district or stop.account.city or ""
    said = _said(stop, board, mark, speech)
    chips = _chips(stop, mark, speech)
    time = clock(stop.start) if stop.start is not None else translate("Today", "any time")
    drive = _drive(stop, mark, slack)
    spoken = ", ".join(
        filter(
            None,
            (
                time,
                stop.account.name,
                speech.choice("account.class", stop.account.value_class),
                _state(mark, stop, speech),
                said,
                *(chip[0] for chip in chips),
                *(long_warning(warning, speech) for warning in stop.warnings),
            ),
        )
    )
    badge = (stop.account.value_class, bool(stop.account.is_key))
    return DayRow("stop", stop.key, time, stop.account.called, place, said, mark, badge, chips, drive, spoken)


def _mark(stop: Stop, moment: Moment) -> str:
    if stop.state == "done":
        return "done"
    if stop.state != "planned":
        return "gone"
    if stop.key == moment.key:
        return "next"
    return "waiting" if stop.key in moment.unreported else "open"


def _state(mark: str, stop: Stop, speech: Speech) -> str:
    if mark == "next":
        return translate("Today", "next stop")
    if mark == "waiting":
        return translate("Today", "no report yet")
    return speech.choice("visit.state", stop.state)


def _said(stop: Stop, board: TodayBoard, mark: str, speech: Speech) -> str:
    if mark == "done":
        arrived = (
            translate("Today", "in {time}").format(time=clock(stop.arrived))
            if stop.arrived is not None
            else ""
        )
        order = board.orders.get(stop.visit_id or "")
        taken = translate("Today", "order {amount}").format(amount=yuan(order)) if order else ""
        return speech.joined((arrived, taken or speech.choice("visit.outcome", stop.outcome)))
    if mark == "gone":
        by = f"visit.{stop.state}_by"
        state = speech.choice("visit.state", stop.state)
        if stop.state in ("cancelled", "rescheduled") and stop.state_by:
            state = speech.choice(by, stop.state_by)
        to = ""
        if stop.moved_on is not None:
            to = f"→ {speech.weekday(stop.moved_on)} {speech.day(stop.moved_on)}"
        why = speech.choice("missed_reason", stop.reason) if stop.state == "missed" else ""
        return speech.joined((state, to, why, stop.reason_text or ""))
    who = " ".join(filter(None, (stop.contact.name, stop.contact.title))) if stop.contact else ""
    return speech.joined((who, stop.objective or ""))


def _chips(stop: Stop, mark: str, speech: Speech) -> tuple[Chip, ...]:
    if mark in ("done", "gone"):
        return ()
    chips: list[Chip] = []
    if mark == "waiting":
        chips.append((translate("Today", "no report yet"), "warn", "warnSoft", REPORT_ICON))
    urgent = [w for w in stop.warnings if str(w.code) in URGENT]
    warning = next(iter(urgent), next(iter(stop.warnings), None))
    if warning is not None:
        tone = "bad" if str(warning.code) in ("too_tight", "overlap") else "warn"
        chips.append((short_warning(warning, speech), tone, f"{tone}Soft", "triangle-alert"))
    if stop.open_promises:
        tone, ground = ("bad", "badSoft") if stop.overdue_promises else ("text2", "sunken")
        chips.append((str(stop.open_promises), tone, ground, "handshake"))
    if stop.origin == "ad_hoc":
        chips.append((speech.choice("visit.origin", stop.origin), "text2", "sunken", None))
    if stop.moved_from is not None:
        moved = translate("Today", "moved here from {day}").format(day=speech.day(stop.moved_from))
        chips.append((moved, "text2", "sunken", None))
    return tuple(chips)


def _drive(stop: Stop, mark: str, slack: Mapping[str, int]) -> str:
    if stop.travel is None or mark in ("done", "gone"):
        return ""
    spare = slack.get(stop.key)
    if spare is None or spare < 0:
        return translate("Today", "{n}′ drive").format(n=stop.travel.minutes)
    return translate("Today", "{n}′·{spare}′ spare").format(n=stop.travel.minutes, spare=spare)


def _resting(resting: Sequence[RestingSlot], speech: Speech) -> list[DayRow]:
    rows = []
    for rest in resting[:MOST_RESTING]:
        following = ""
        if rest.slot.next_on is not None:
            following = translate("Today", "next on {day}").format(day=speech.day(rest.slot.next_on))
        said = speech.joined((translate("Today", "not this week"), following))
        rows.append(
            DayRow(
                "rest",
                f"rest:{rest.account.id}",
                clock(rest.start),
                rest.account.called,
                rest.account.district or rest.account.city or "",
                said,
                "rest",
                (rest.account.value_class, bool(rest.account.is_key)),
                spoken=f"{clock(rest.start)}, {rest.account.name}, {said}",
            )
        )
    more = len(resting) - MOST_RESTING
    if more > 0:
        said = translate("Today", "%n more rest this week", "", more)
        rows.append(DayRow("lunch", said=said, spoken=said))
    return rows


def yuan(minor: int) -> str:
    """Money as it stands in a line: whole yuan with separators, fen only where there are any."""
    whole, fen = divmod(minor, 100)
    return f"¥{whole:,}.{fen:02d}" if fen else f"¥{whole:,}"


def summary(board: TodayBoard, moment: Moment, speech: Speech) -> str:
    """How much of the day is done, how much is left, when it ends."""
    standing = board.day.line.standing
    done = sum(stop.state == "done" for stop in standing)
    left = sum(stop.state == "planned" for stop in standing) - len(moment.unreported)
    parts = [translate("Today", "%n done", "", done)] if done else []
    missed = sum(stop.state == "missed" for stop in board.day.line.stops)
    if missed:
        parts.append(translate("Today", "%n missed", "", missed))
    waiting = len(moment.unreported)
    if waiting:
        parts.append(translate("Today", "%n without a report", "", waiting))
    if left > 0 and moment.phase not in (Phase.FREE, Phase.OVER):
        parts.append(translate("Today", "%n to go", "", left))
        ends = max((s.start + (s.minutes or 0) for s in standing if s.start is not None), default=None)
        if ends is not None:
            parts.append(translate("Today", "ends about {time}").format(time=clock(ends)))
    return translate("Today", ", ").join(parts)
