"""What may cost us the account: each danger for itself, present, absent or unknown; their number is no score.

| danger | present when |
|---|---|
| sales falling | the last twelve months are 20 % or more below those before |
| purchase late | later than the next date forecast by half a cycle |
| promises broken | one of the last year was not kept, with a churn risk of 4 or 5 |
| share falling | 5 points or more since the list before |
| rival's move | one against the account is under way (absent: somebody checked that there is none) |
| held by price alone | see loyalty |
| terms ending | a term or agreement ends within 90 days |
| single thread | one or none of theirs was met in half a year |
| dissatisfied | the latest answers are below 3, or one point lower than those before |
| neglected | no visit for twice as long as its rhythm allows, 60 days where it has none |
| complaint | a visit of the last quarter ended with one |
"""

from __future__ import annotations

from fractions import Fraction

from kamdesk.domain.judging.component import Component, Number, Speaks, ids
from kamdesk.domain.judging.facts import QUARTER, YEAR, Record, Relationship
from kamdesk.domain.judging.loyalty import breadth, price_alone, satisfaction, share_trend

ENDING_DAYS = 90
GRAVE = 4
COMPLAINT = "complaint"
NEGLECTED_DAYS = 60


def churn(of: Relationship) -> tuple[Component, ...]:
    """The eleven dangers, always all of them: AGAINST where present, FOR where not, None where unknown."""
    return (
        _sales(of),
        _late(of),
        _broken(of),
        _from_loyalty(share_trend(of), "share_falling"),
        _moves(of),
        _from_loyalty(price_alone(of), "price_alone"),
        _ending(of),
        _single_thread(of),
        _dissatisfied(of),
        _neglected(of),
        _complaints(of),
    )


def _danger(
    name: str,
    value: Number,
    unit: str,
    present: bool | None,
    reason: str | None,
    records: tuple[str, ...] = (),
) -> Component:
    speaks = None if present is None else Speaks.AGAINST if present else Speaks.FOR
    return Component(name, value, unit, speaks, reason if present is None else None, {}, records)


def _sales(of: Relationship) -> Component:
    change = of.trend.change if of.trend else None
    reason = (of.trend.reason if of.trend else None) or "never_bought"
    return _danger(
        "sales_falling", change, "share", None if change is None else change <= Fraction(-1, 5), reason
    )


def _late(of: Relationship) -> Component:
    cycle = of.cycle
    if cycle is None or cycle.late is None or cycle.median is None:
        return _danger(
            "purchase_late", None, "days", None, (cycle.reason if cycle else None) or "never_bought"
        )
    return _danger("purchase_late", cycle.late, "days", cycle.late > cycle.median / 2, None, of.orders[-1:])


def _broken(of: Relationship) -> Component:
    if of.promises is None or not of.promises.denominator:
        return _danger("promises_broken", None, "count", None, "no_promises")
    grave = [each for each in of.recent(of.broken, YEAR) if (each.number or 0) >= GRAVE]
    unjudged = [each for each in of.recent(of.broken, YEAR) if each.number is None]
    present = True if grave else None if unjudged else False
    records = ids(grave or unjudged)
    return _danger("promises_broken", len(grave), "count", present, "churn_risk_unjudged", records)


def _from_loyalty(component: Component, name: str) -> Component:
    known = component.value is not None
    present = component.speaks == Speaks.AGAINST if known else None
    return _danger(name, component.value, component.unit, present, component.reason, component.evidence)


def _moves(of: Relationship) -> Component:
    moves = of.standing(of.threats)
    if not moves and of.threats_checked is None:
        return _danger("rival_moves", None, "count", None, "no_moves")
    checked = (of.threats_checked.id,) if of.threats_checked and not moves else ()
    return _danger("rival_moves", len(moves), "count", bool(moves), None, ids(moves) or checked)


def _ending(of: Relationship) -> Component:
    bound: tuple[Record, ...] = (*of.standing(of.terms), *of.standing(of.agreements))
    if not bound:
        return _danger("terms_ending", None, "days", None, "no_terms")
    ending = [each for each in bound if each.until is not None and -of.age(each.until) <= ENDING_DAYS]
    soonest = min((-of.age(each.until) for each in bound if each.until is not None), default=None)
    return _danger("terms_ending", soonest, "days", bool(ending), None, ids(ending))


def _single_thread(of: Relationship) -> Component:
    met = breadth(of)
    present = None if met.value is None else met.value <= 1
    return _danger("single_thread", met.value, "count", present, met.reason, met.evidence)


def _dissatisfied(of: Relationship) -> Component:
    last = satisfaction(of)
    if last.value is None:
        return _danger("dissatisfied", None, "score", None, last.reason)
    days = sorted({score.day for score in of.recent(of.scores, YEAR)})
    fallen = False
    if len(days) > 1:
        before = [score.number or 0 for score in of.scores if score.day == days[-2]]
        fallen = last.value <= Fraction(sum(before), len(before)) - 1
    return _danger("dissatisfied", last.value, "score", last.value < 3 or fallen, None, last.evidence)


def _neglected(of: Relationship) -> Component:
    latest = max(of.visits, key=lambda visit: visit.day, default=None)
    if latest is None:
        return _danger("neglected", None, "days", None, "never_visited")
    allowed = 2 * QUARTER // of.planned_quarter if of.planned_quarter else NEGLECTED_DAYS
    return _danger("neglected", of.age(latest.day), "days", of.age(latest.day) > allowed, None, (latest.id,))


def _complaints(of: Relationship) -> Component:
    visits = of.recent(of.visits, QUARTER)
    if not visits:
        return _danger("complaint", None, "count", None, "not_visited")
    complaints = [visit for visit in visits if visit.kind == COMPLAINT]
    return _danger("complaint", len(complaints), "count", bool(complaints), None, ids(complaints))
