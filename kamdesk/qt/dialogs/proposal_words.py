"""A proposed line in words: a slot, what differs, what the customer is to be told, which rule a part would break."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.speech import Speech, clock
from kamdesk.reads.line_parts import first_day

if TYPE_CHECKING:
    from kamdesk.planning.checker import Fault
    from kamdesk.planning.problem import Slot, Unserved
    from kamdesk.qt.jobs.line_plan import LineProposal
    from kamdesk.reads.line_problem import BookProblem
    from kamdesk.reads.line_proposal import Difference


def every_weeks(book: BookProblem, stop: str) -> int:
    return next(each.every_weeks for each in book.problem.stops if each.id == stop)


def slot_words(slot: Slot, book: BookProblem, speech: Speech) -> str:
    """``周三 08:30·每 2 周（1/2）``: which week of its rhythm is said where that may differ."""
    every = every_weeks(book, slot.id)
    rhythm = speech.text("rhythm_short.weekly") if every == 1 else speech.text("rhythm_short.every", n=every)
    which = f" {slot.first_week + 1}/{every}" if every > 1 else ""
    return speech.joined((_when(slot, speech), rhythm + which))


def to_tell(each: Difference, found: LineProposal, speech: Speech) -> str:
    """What may be said to the customer of a difference: a question, since nothing is fixed before its answer."""
    translate = QCoreApplication.translate
    day = first_day(found.book, each.now, found.on)
    given = {
        "now": _when(each.now, speech),
        "rhythm": speech.rhythm(every_weeks(found.book, each.stop)),
        "day": speech.day(day),
    }
    if each.was is None:
        said = translate(
            "LineProposal",
            "I would like to come {rhythm}, {now}, for the first time on {day}. Would that suit you?",
        )
        return said.format(**given)
    said = translate(
        "LineProposal",
        "I have come at {was} so far. Could I come at {now} instead, {rhythm}, from {day} on?",
    )
    return said.format(was=_when(each.was, speech), **given)


def why_asked(each: Difference) -> str:
    """Why a difference is no more than a proposal."""
    translate = QCoreApplication.translate
    if each.was is None:
        return translate("LineProposal", "Has no fixed visit yet; nobody else has been promised this time.")
    return translate("LineProposal", "Its time was never promised, so it may be asked for another.")


def why_left(unserved: Unserved, book: BookProblem, speech: Speech) -> str:
    """Why an account has no place."""
    return speech.text(f"planning.why.{unserved.code}", **_values(unserved.values, book, speech))


def fault_words(fault: Fault, book: BookProblem, speech: Speech) -> str:
    """``海川建材：……`` the rule that a part would break."""
    values = _values(fault.values, book, speech)
    values["by"] = f"{fault.by:.0f}" if fault.by >= 1 else f"{fault.by:.1f}"
    if fault.week is not None:
        values["week"] = fault.week + 1
    if fault.weekday is not None:
        values["weekday"] = speech.text(f"weekday.{fault.weekday - 1}")
    if values.get("before") == "start":
        values["before"] = speech.text("planning.said.start")
    said = speech.text(f"planning.fault.{fault.code}", **values)
    if fault.stop not in book.accounts:
        return said
    return speech.text("planning.said.fault_of", name=book.called(str(fault.stop)), what=said)


def minutes_words(before: float, after: float, *, difference: bool = True) -> str:
    """``412 → 350  −62`` in whole minutes, the difference of what is shown."""
    one, two = round(before), round(after)
    if one == two:
        return f"{one}"
    if not difference:
        return f"{one} → {two}"
    return f"{one} → {two}  {two - one:+d}".replace("-", "−")


def _when(slot: Slot, speech: Speech) -> str:
    return f"{speech.text(f'weekday.{slot.weekday - 1}')} {clock(round(slot.time))}"


def _values(values: Mapping[str, object], book: BookProblem, speech: Speech) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in values.items():
        if name == "weekday":
            value = speech.text(f"weekday.{int(str(value)) - 1}")
        elif isinstance(value, str) and value in book.accounts:
            value = book.called(value)
        found[name] = value
    return found
