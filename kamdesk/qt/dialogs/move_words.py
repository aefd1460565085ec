"""Another time for a visit in words: what an option costs, what each customer is told, who stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.planning.problem import Slot
from kamdesk.qt.dialogs.proposal_words import meanwhile_words, slot_words, to_tell, when_words, why_left
from kamdesk.qt.speech import Speech
from kamdesk.reads.line_parts import first_day

if TYPE_CHECKING:
    from kamdesk.qt.jobs.line_plan import LineProposal
    from kamdesk.reads.due import SlotRow
    from kamdesk.reads.line_move import MoveFound, MoveRequest
    from kamdesk.reads.line_problem import BookProblem

MOST_REQUESTS = 3


def travel_words(minutes: float) -> str:
    """``+12 min``; less is good."""
    whole = round(minutes)
    said = QCoreApplication.translate("MoveWords", "{minutes} min")
    return said.format(minutes=f"{whole:+d}".replace("-", "−") if whole else "±0")


def visit_words(slot: SlotRow, book: BookProblem, speech: Speech) -> str:
    """Where the visit stands that is to move, and what is known of it."""
    translate = QCoreApplication.translate
    now = Slot(slot.id, slot.weekday + 1, float(slot.start), slot.week_offset)
    facts = (
        translate("LineMoveDialog", "now {when}").format(when=slot_words(now, book, speech)),
        translate("LineMoveDialog", "promised")
        if slot.promised
        else translate("LineMoveDialog", "not promised"),
        translate("LineMoveDialog", "no coordinates: its way is not counted")
        if slot.id in book.unplaced
        else "",
        meanwhile_words(book, speech),
    )
    return speech.joined(facts)


def option_words(stop: str, shown: LineProposal, speech: Speech) -> str:
    """A line for each customer who is touched, whoever asked first."""
    said = []
    for each in sorted(shown.proposal.differences, key=lambda each: each.stop != stop):
        told = to_tell(each, shown, speech) if each.stop != stop else _agreed(each.stop, shown, speech)
        name = shown.book.called(each.stop)
        said.append(speech.text("planning.said.fault_of", name=name, what=told))
    return "\n".join(said)


def _agreed(stop: str, shown: LineProposal, speech: Speech) -> str:
    each = next(one for one in shown.proposal.differences if one.stop == stop)
    translate = QCoreApplication.translate
    every = next(one.every_weeks for one in shown.book.problem.stops if one.id == stop)
    assert each.was is not None
    said = translate(
        "MoveWords",
        "As you asked, I will come at {now} instead of {was}, {rhythm}, for the first time on {day}.",
    )
    return said.format(
        now=when_words(each.now, speech),
        was=when_words(each.was, speech),
        rhythm=speech.rhythm(every),
        day=speech.day(first_day(shown.book, each.now, shown.on)),
    )


def in_the_way(found: MoveFound, book: BookProblem, speech: Speech) -> str:
    """Why there is no time as asked, and the smallest request to make; empty where there is one."""
    translate = QCoreApplication.translate
    if found.options:
        return ""
    said = [translate("MoveWords", "There is no such time while everybody else keeps what was promised.")]
    said += [_request(each, book, speech) for each in found.requests[:MOST_REQUESTS]]
    if found.crowd is not None:
        names = translate("MoveWords", ", ").join(dict.fromkeys(map(book.called, found.crowd.ids)))
        place = when_words(found.crowd.offer.slot, speech)
        told = translate("MoveWords", "Together in the way of {place}: {names}.")
        said.append(told.format(place=place, names=names))
    if found.why is not None:
        said.append(speech.raised(why_left(found.why, book, speech)) + translate("MoveWords", "."))
    if found.besides:
        said.append(translate("MoveWords", "Free, though not as asked:"))
    return "\n".join(said)


def _request(each: MoveRequest, book: BookProblem, speech: Speech) -> str:
    translate = QCoreApplication.translate
    values = {
        "name": book.called(each.other),
        "was": when_words(each.was, speech),
        "then": slot_words(each.then, book, speech),
        "to": slot_words(each.to, book, speech) if each.to else "",
    }
    if each.to is None:
        said = (
            translate(
                "MoveWords", "In the way is the promise to {name} ({was}), for which there is no other place."
            )
            if each.promised
            else translate("MoveWords", "In the way is {name} ({was}), for which there is no other place.")
        )
    elif each.promised:
        said = translate(
            "MoveWords",
            "In the way is the promise to {name} ({was}). Smallest request: {to} instead; then {then} is free.",
        )
    else:
        said = translate(
            "MoveWords",
            "In the way is {name} ({was}, not promised). Smallest request: {to} instead; then {then} is free.",
        )
    return said.format(**values)
