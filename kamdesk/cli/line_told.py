"""What is told of a planned line: for eyes, or as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from kamdesk.cli.context import Context
from kamdesk.cli.planning import said, why
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.planning.checker import Fault
    from kamdesk.planning.problem import Slot
    from kamdesk.reads.line_problem import BookProblem
    from kamdesk.reads.line_proposal import Audit, Difference, Proposal, Ranked
    from kamdesk.reads.line_repair import Repair

MOST_OFFERS = 12


def when(slot: Slot, every: int, words: Words) -> str:
    """A slot for eyes: weekday, time, rhythm and its first week."""
    from kamdesk.planning.problem import clock

    rhythm = words.text("rhythm_short.weekly") if every == 1 else words.text("rhythm_short.every", n=every)
    first = "" if every == 1 else f" ({slot.first_week + 1}/{every})"
    return f"{words.text(f'weekday.{slot.weekday - 1}')} {clock(slot.time)} {rhythm}{first}"


def as_json(slot: Slot | None) -> dict[str, object] | None:
    """A slot as `line solve` gives it."""
    from kamdesk.planning.problem import clock

    if slot is None:
        return None
    return {"weekday": slot.weekday, "time": clock(slot.time), "first_week": slot.first_week}


def _every(book: BookProblem) -> Mapping[str, int]:
    return {stop.id: stop.every_weeks for stop in book.problem.stops}


def _names(values: Mapping[str, object], book: BookProblem) -> dict[str, object]:
    """Stops by their account's name."""
    return {
        name: book.called(value) if isinstance(value, str) and value in book.accounts else value
        for name, value in values.items()
    }


def left_why(each: object, book: BookProblem, words: Words) -> str:
    from dataclasses import replace

    from kamdesk.planning.problem import Unserved

    assert isinstance(each, Unserved)
    return why(replace(each, values=_names(each.values, book)), words)


def since_when(proposal: Proposal, chosen: Iterable[str]) -> date | None:
    """The first day from which what is chosen can be driven beside what stands until it ends; None: the day asked."""
    from kamdesk.reads.line_parts import part

    return None if proposal.meanwhile is None else part(proposal, frozenset(chosen)).since


def later_than_asked(proposal: Proposal) -> date | None:
    """That day for all of a proposal, where it is later than was asked for."""
    since = since_when(proposal, [each.stop for each in proposal.differences])
    asked = proposal.meanwhile.begins if proposal.meanwhile else None
    return since if since is not None and asked is not None and since > asked else None


def proposal_json(proposal: Proposal, book: BookProblem, words: Words) -> dict[str, object]:
    """A proposal for a program."""
    return {
        "differences": [
            {
                "id": each.stop,
                "account": book.called(each.stop),
                "was": as_json(each.was),
                "now": as_json(each.now),
            }
            for each in proposal.differences
        ],
        "unserved": [
            {
                "id": each.id,
                "account": book.called(each.id),
                "why": left_why(each, book, words),
                "code": each.code,
            }
            for each in proposal.unserved
        ],
        "away": [{"id": stop, "account": book.called(stop)} for stop in proposal.settled.away],
        "without_coordinates": [{"id": stop, "account": book.called(stop)} for stop in book.unplaced],
        "later": book.later,
        "holds_from": None if (day := later_than_asked(proposal)) is None else day.isoformat(),
        "travel_before": list(proposal.before),
        "travel_minutes": list(proposal.after),
        "own_times": roads_json(book),
        "seconds": round(proposal.plan.seconds, 3),
        "iterations": proposal.plan.iterations,
    }


def tell_proposal(context: Context, book: BookProblem, proposal: Proposal, applied: int) -> None:
    """What would change, who has no place, what it saves."""
    if context.options.json:
        context.give({**proposal_json(proposal, book, context.words), "applied": applied})
        return
    for each in proposal.differences:
        print(difference_line(each, book, context.words))
    for each in proposal.unserved:
        context.say("planning.said.left", name=book.called(each.id), why=left_why(each, book, context.words))
    for stop in proposal.settled.away:
        context.say("planning.said.away", name=book.called(stop))
    for stop in book.unplaced:
        context.say("planning.said.unplaced", name=book.called(stop))
    if book.later:
        context.say("planning.said.later", count=book.later)
    if (day := later_than_asked(proposal)) is not None:
        context.say("planning.said.holds_from", day=day.isoformat())
    tell_roads(context, book)
    weeks = len(proposal.after) or 1
    before, after = sum(proposal.before) / weeks, sum(proposal.after) / weeks
    context.say("planning.said.travel", before=round(before), after=round(after))
    if applied:
        context.say("planning.said.applied", count=applied)
    else:
        context.say("planning.said.proposed", count=len(proposal.differences))


def difference_line(each: Difference, book: BookProblem, words: Words) -> str:
    every = _every(book)[each.stop]
    was = "＋" if each.was is None else f"{when(each.was, every, words)} →"
    return f"{each.stop}  {book.called(each.stop)}  {was} {when(each.now, every, words)}"


def roads_json(book: BookProblem) -> dict[str, object] | None:
    """On how many own drives the ways rest; None where on none."""
    if book.roads is None or not book.roads.drives:
        return None
    return {"drives": book.roads.drives, "factor": round(book.roads.factor, 3)}


def tell_roads(context: Context, book: BookProblem) -> None:
    """The same for eyes."""
    if book.roads is not None and book.roads.drives:
        context.say("planning.said.own_times", drives=book.roads.drives, factor=f"{book.roads.factor:.2f}")


def tell_ranked(context: Context, book: BookProblem, ranked: Ranked) -> None:
    """Every place for one visit, numbered as `--apply` takes it."""
    words = context.words
    if context.options.json:
        context.give(
            {
                "offers": [
                    {**(as_json(each.slot) or {}), "travel_a_week": each.travel} for each in ranked.offers
                ],
                "obstacles": [
                    {
                        "id": each.id,
                        "account": book.called(each.id),
                        "promised": each.promised,
                        "then": {**(as_json(each.offer.slot) or {}), "travel_a_week": each.offer.travel},
                    }
                    for each in ranked.obstacles
                ],
                "with_others": proposal_json(ranked.with_others, book, words) if ranked.with_others else None,
            }
        )
        return
    every = _every(book)
    for number, each in enumerate(ranked.offers[:MOST_OFFERS], 1):
        place = when(each.slot, every[each.slot.id], words)
        context.say("planning.said.offer", number=number, place=place, travel=f"{each.travel:+.1f}")
    if not ranked.offers:
        context.say("planning.said.no_offer")
    for each in sorted(ranked.obstacles, key=lambda each: (each.promised, each.offer.travel))[:MOST_OFFERS]:
        code = "planning.said.ask_promised" if each.promised else "planning.said.ask"
        place = when(each.offer.slot, every[each.offer.slot.id], words)
        context.say(code, name=book.called(each.id), place=place)
    if ranked.with_others is not None and ranked.with_others.differences:
        context.say("planning.said.with_others")
        for each in ranked.with_others.differences:
            print("  " + difference_line(each, book, words))


def tell_repair(context: Context, found: Repair) -> None:
    """Where each visit of a lost day may be made up for."""
    from kamdesk.planning.problem import clock

    if context.options.json:
        context.give(
            {
                "day": found.day.isoformat(),
                "made_up": [
                    {
                        "visit": each.visit.key,
                        "account": each.visit.account.called,
                        "date": each.on.isoformat(),
                        "time": clock(each.start),
                        "travel_minutes": each.travel,
                    }
                    for each in found.made_up
                ],
                "left": [
                    {
                        "visit": each.visit.key,
                        "account": each.visit.account.called,
                        "requests": [
                            {
                                "account": one.other.account.called,
                                "promised": one.promised,
                                "date": one.on.isoformat(),
                                "time": clock(one.start),
                            }
                            for one in each.requests
                        ],
                    }
                    for each in found.left
                ],
            }
        )
        return
    for each in found.made_up:
        place = f"{each.on.isoformat()} {clock(each.start)}"
        name = each.visit.account.called
        context.say("planning.said.made_up", name=name, place=place, travel=f"{each.travel:+.0f}")
    for each in found.left:
        context.say("planning.said.not_made_up", name=each.visit.account.called)
        for one in each.requests[:2]:
            code = "planning.said.ask_promised" if one.promised else "planning.said.ask"
            place = f"{one.on.isoformat()} {clock(one.start)}"
            context.say(code, name=one.other.account.called, place=place)
    if not found.made_up and not found.left:
        context.say("planning.said.nothing_lost")


def _whose(fault: Fault, book: BookProblem) -> str | None:
    """The account's name; None for a fault of a whole day."""
    return book.called(fault.stop) if fault.stop is not None and fault.stop in book.accounts else None


def tell_audit(context: Context, book: BookProblem, found: Audit) -> None:
    """Each broken rule with the visit, the week and by how much."""
    if context.options.json:
        context.give(
            {
                "faults": [
                    {
                        "code": each.code,
                        "id": each.stop,
                        "account": _whose(each, book),
                        "week": each.week,
                        "weekday": each.weekday,
                        "by": each.by,
                        "text": fault_text(each, book, context.words),
                    }
                    for each in found.faults
                ],
                "without_coordinates": [{"id": stop, "account": book.called(stop)} for stop in book.unplaced],
                "travel_minutes": list(found.travel),
                "own_times": roads_json(book),
            }
        )
        return
    for each in found.faults:
        name = _whose(each, book) or "—"
        print(f"{name}  {fault_text(each, book, context.words)}")
    for stop in book.unplaced:
        context.say("planning.said.unplaced", name=book.called(stop))
    tell_roads(context, book)
    travel = round(sum(found.travel) / (len(found.travel) or 1))
    context.say("planning.said.audited", count=len(found.faults), travel=travel)


def fault_text(fault: Fault, book: BookProblem, words: Words) -> str:
    """A broken rule in words."""
    values = _names(fault.values, book)
    values |= {"by": f"{fault.by:.0f}" if fault.by >= 1 else f"{fault.by:.1f}"}
    if fault.week is not None:
        values["week"] = fault.week + 1
    if fault.weekday is not None:
        values["weekday"] = fault.weekday
    if values.get("before") == "start":
        values["before"] = words.text("planning.said.start")
    return words.text(f"planning.fault.{fault.code}", **said(values, words))
