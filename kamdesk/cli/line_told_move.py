"""What is told of a customer's wish for another time: for eyes, or as JSON for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.cli.context import Context
from kamdesk.cli.line_told import as_json, difference_line, later_than_asked, left_why, when
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.planning.offers import Crowd
    from kamdesk.reads.line_move import MoveFound, MoveOption, MoveRequest
    from kamdesk.reads.line_problem import BookProblem


def tell_move(context: Context, book: BookProblem, found: MoveFound, applied: int) -> None:
    """Every place for the visit, numbered as ``--apply`` takes it; where there is none, who would have to be asked."""
    if context.options.json:
        context.give(_json(context, book, found, applied))
        return
    words = context.words
    every = next(stop.every_weeks for stop in book.problem.stops if stop.id == found.stop)
    context.say("planning.said.stands", name=book.called(found.stop), place=when(found.was, every, words))
    if not found.options:
        context.say("planning.said.no_offer")
        for request in found.requests:
            print(_request(context, book, request))
        if found.crowd is not None:
            print(crowd_line(found.crowd, book, words))
        if found.why is not None:
            context.say(
                "planning.said.left", name=book.called(found.stop), why=left_why(found.why, book, words)
            )
        if found.besides:
            context.say("planning.said.besides")
    for number, option in enumerate((*found.options, *found.besides), 1):
        place = when(option.slot, every, words)
        context.say("planning.said.offer", number=number, place=place, travel=f"{option.travel:+.1f}")
        for each in option.proposal.differences:
            if each.stop != found.stop:
                print("     " + difference_line(each, book, words))
        if (day := later_than_asked(option.proposal)) is not None:
            print("     " + words.text("planning.said.holds_from", day=day.isoformat()))
    if applied:
        context.say("planning.said.applied", count=applied)


def crowd_line(crowd: Crowd, book: BookProblem, words: Words) -> str:
    """Who stands in the way together, and what would be free without them."""
    every = next(stop.every_weeks for stop in book.problem.stops if stop.id == crowd.offer.slot.id)
    names = words.text("planning.said.and").join(dict.fromkeys(map(book.called, crowd.ids)))
    return words.text("planning.said.crowd", names=names, place=when(crowd.offer.slot, every, words))


def _request(context: Context, book: BookProblem, request: MoveRequest) -> str:
    """Whom to ask, for which time instead, and what would be free then."""
    words = context.words
    every = {stop.id: stop.every_weeks for stop in book.problem.stops}
    values = {
        "name": book.called(request.other),
        "was": when(request.was, every[request.other], words),
        "place": when(request.then, every[request.then.id], words),
    }
    kind = "ask_promised" if request.promised else "ask"
    if request.to is None:
        return words.text(f"planning.said.{kind}", **values)
    return words.text(f"planning.said.{kind}_to", to=when(request.to, every[request.other], words), **values)


def _json(context: Context, book: BookProblem, found: MoveFound, applied: int) -> dict[str, object]:
    def option(each: MoveOption) -> dict[str, object]:
        return {
            **(as_json(each.slot) or {}),
            "travel_a_week": each.travel,
            "holds_from": None if (day := later_than_asked(each.proposal)) is None else day.isoformat(),
            "touches": [
                {
                    "id": one.stop,
                    "account": book.called(one.stop),
                    "was": as_json(one.was),
                    "now": as_json(one.now),
                }
                for one in each.proposal.differences
                if one.stop != found.stop
            ],
        }

    return {
        "id": found.stop,
        "account": book.called(found.stop),
        "was": as_json(found.was),
        "options": [option(each) for each in found.options],
        "not_as_asked": [option(each) for each in found.besides],
        "requests": [
            {
                "id": each.other,
                "account": book.called(each.other),
                "promised": each.promised,
                "was": as_json(each.was),
                "to": as_json(each.to),
                "then": as_json(each.then),
                "text": _request(context, book, each),
            }
            for each in found.requests
        ],
        "in_the_way_together": None
        if found.crowd is None
        else {
            "ids": list(found.crowd.ids),
            "accounts": [book.called(each) for each in found.crowd.ids],
            "then": as_json(found.crowd.offer.slot),
            "text": crowd_line(found.crowd, book, context.words),
        },
        "why": None if found.why is None else left_why(found.why, book, context.words),
        "without_coordinates": [{"id": stop, "account": book.called(stop)} for stop in book.unplaced],
        "applied": applied,
    }
