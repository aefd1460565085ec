"""A proposed line in words: a slot, what differs, what the customer is to be told, which rule a part would break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.speech import Speech, clock
from kamdesk.reads.line_parts import first_day

if TYPE_CHECKING:
    from kamdesk.planning.checker import Fault
    from kamdesk.planning.problem import Slot, Unserved
    from kamdesk.qt.jobs.line_plan import LineProposal
    from kamdesk.reads.line_parts import Part
    from kamdesk.reads.line_problem import BookProblem
    from kamdesk.reads.line_proposal import Difference


MOST_NAMED = 4


def every_weeks(book: BookProblem, stop: str) -> int:
    return next(each.every_weeks for each in book.problem.stops if each.id == stop)


def slot_words(slot: Slot, book: BookProblem, speech: Speech) -> str:
    """``周三 08:30·每 2 周（1/2）``: which week of its rhythm is said where that may differ."""
    every = every_weeks(book, slot.id)
    rhythm = speech.text("rhythm_short.weekly") if every == 1 else speech.text("rhythm_short.every", n=every)
    which = f" {slot.first_week + 1}/{every}" if every > 1 else ""
    return speech.joined((when_words(slot, speech), rhythm + which))


def to_tell(each: Difference, found: LineProposal, speech: Speech) -> str:
    """What may be said to the customer of a difference: a question, since nothing is fixed before its answer."""
    translate = QCoreApplication.translate
    day = first_day(found.book, each.now, found.on)
    given = {
        "now": when_words(each.now, speech),
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
    return said.format(was=when_words(each.was, speech), **given)


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


def placed(book: BookProblem | None) -> bool:
    """Whether there is a visit to which a way can be counted."""
    return book is not None and len(book.unplaced) < len(book.problem.stops)


def facts_words(book: BookProblem, road: str, speech: Speech) -> str:
    """What is to be planned, in numbers; ``road`` says which way takes longer."""
    translate = QCoreApplication.translate
    waiting = len(book.problem.stops) - len(book.slots)
    promised = sum(each.promised is not None for each in book.problem.stops)
    unplaced = len(book.unplaced)
    facts = (
        translate("LineProposal", "%n fixed visits", "", len(book.slots)),
        translate("LineProposal", "%n promised, which stay", "", promised),
        translate("LineProposal", "%n accounts without one", "", waiting),
        translate("LineProposal", "%n without coordinates", "", unplaced),
        translate("LineProposal", "%n more for another time: class A first", "", book.later)
        if book.later
        else "",
    )
    return speech.joined((road, *facts, meanwhile_words(book, speech)))


def meanwhile_words(book: BookProblem, speech: Speech) -> str:
    """From when on the line stands that is planned; empty where nothing is decided for later."""
    if book.meanwhile is None:
        return ""
    said = QCoreApplication.translate("LineProposal", "planned as it is decided to stand from {day} on")
    return said.format(day=speech.day(book.meanwhile.until))


def later_words(found: LineProposal, speech: Speech) -> str:
    """Why a change holds from a later day than was asked for; empty where it does not."""
    if found.book.meanwhile is None or found.on <= found.book.meanwhile.begins:
        return ""
    said = QCoreApplication.translate(
        "LineProposal", "Holds from {day} on: until then a visit that is to move by then is in the way. "
    )
    return said.format(day=speech.day(found.on))


def odd_words(part: Part, speech: Speech) -> str:
    """What the page of the line would warn of that it does not today; empty where it would not."""
    counts = Counter(code for _, code in part.odd)
    named = {code: speech.text(f"paper.caution.{code}") for code in counts}
    listed = speech.joined(f"{named[code]} {number}" for code, number in counts.most_common())
    if not listed:
        return ""
    translate = QCoreApplication.translate
    said = translate("LineProposal", "%n to be looked at ({what})", "", len(part.odd))
    return said.format(what=listed)


def passed_over_words(found: LineProposal, part: Part) -> str:
    """Who goes without a visit in the change-over; empty where nobody does."""
    translate = QCoreApplication.translate
    names = [found.book.called(stop) for stop in found.passed_over(part.chosen)]
    if not names:
        return ""
    listed = translate("LineProposal", ", ").join(names[:MOST_NAMED])
    listed += "…" if len(names) > MOST_NAMED else ""
    said = translate("LineProposal", "%n miss a visit in the change-over ({names})", "", len(names))
    return said.format(names=listed)


def part_words(found: LineProposal, part: Part | None, speech: Speech, *, stopped: bool = False) -> str:
    """What the checker says of what is chosen: what it saves, or why it can't stand. None: it still looks."""
    translate = QCoreApplication.translate
    if part is None:
        return translate("LineProposal", "The checker looks at what is chosen…")
    if not part.faults:
        before, after = (sum(map(sum, each)) / len(each) for each in (found.today.travel, part.travel))
        said = translate("LineProposal", "On the road in a mean week: {minutes} min").format(
            minutes=minutes_words(before, after)
        )
        begun = len(part.chosen - set(found.book.slots))
        more = translate("LineProposal", "%n visits more", "", begun) if begun else ""
        early = translate("LineProposal", "stopped early: the best found until then") if stopped else ""
        sound = odd_words(part, speech) or translate("LineProposal", "the checker finds no fault")
        missed = passed_over_words(found, part)
        return later_words(found, speech) + speech.joined((said, more, missed, sound, early))
    what = fault_words(part.faults[0], found.book, speech)
    names = [found.book.called(stop) for stop in part.needed]
    if not names:
        return translate("LineProposal", "This can't be driven: {what}. Leave some of it out.").format(
            what=what
        )
    listed = translate("LineProposal", ", ").join(names[:MOST_NAMED]) + (
        "…" if len(names) > MOST_NAMED else ""
    )
    said = translate("LineProposal", "This part can't stand alone ({what}). It needs besides: {names}.")
    return said.format(what=what, names=listed)


def minutes_words(before: float, after: float, *, difference: bool = True) -> str:
    """``412 → 350  −62`` in whole minutes, the difference of what is shown."""
    one, two = round(before), round(after)
    if one == two:
        return f"{one}"
    if not difference:
        return f"{one} → {two}"
    return f"{one} → {two}  {two - one:+d}".replace("-", "−")


def when_words(slot: Slot, speech: Speech) -> str:
    """``周三 08:30``."""
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
