"""Will it be loyal? The components, each for itself; the rep's own judgement stands beside them.

| component | for | against |
|---|---|---|
| tenure: years since the first purchase known | 3 or more | less than 1 |
| share of wallet: ours ÷ what it buys | half or more | less than a fifth |
| its trend: points since the list before | risen | fallen by 5 points or more |
| promise-kept rate of a year | 90 % or more | less than 70 % |
| visits: made ÷ planned by the line, a quarter | 90 % or more | less than 60 % |
| sources: suppliers of what we sell, us included | we alone | 4 or more |
| breadth: people of theirs met in half a year | 4 or more | 1 or none |
| departments they belong to | 3 or more | 1 |
| satisfaction: mean of the latest answers, 1–5 | 4 or more | less than 3 |
| held by price terms alone | no | yes |
"""

from __future__ import annotations

from fractions import Fraction

from kamdesk.domain.judging.component import Component, Speaks, ids, leaning
from kamdesk.domain.judging.facts import HALF_YEAR, QUARTER, YEAR, Relationship

PRICE = "price"
"""The kind of a term, benefit or measure that a competitor can simply better."""


def loyalty(of: Relationship) -> tuple[Component, ...]:
    """The ten components, always all of them."""
    return (
        tenure(of),
        share_of_wallet(of),
        share_trend(of),
        promises_kept(of),
        visits_made(of),
        sources(of),
        breadth(of),
        departments(of),
        satisfaction(of),
        price_alone(of),
    )


def tenure(of: Relationship) -> Component:
    """Years since the first purchase that is known."""
    reason = None if of.tenure is not None else "never_bought"
    return Component("tenure", of.tenure, "years", leaning(of.tenure, 3, Fraction(364, 365)), reason)


def share_of_wallet(of: Relationship) -> Component:
    """Ours ÷ what the account buys: by the newest list, else sales ÷ potential."""
    listed = of.shares[-1] if of.shares else None
    value = listed.ours if listed and listed.ours is not None else of.wallet
    reason = None if value is not None else "share_unknown"
    evidence = listed.ids if listed else ()
    speaks = leaning(value, Fraction(1, 2), Fraction(1999, 10_000))
    return Component("share_of_wallet", value, "share", speaks, reason, evidence=evidence)


def share_trend(of: Relationship) -> Component:
    """Points of share gained since the list before the newest."""
    known = [share for share in of.shares if share.ours is not None]
    if len(known) < 2:
        return Component("share_trend", None, "points", None, "one_list")
    before, last = known[-2:]
    assert last.ours is not None
    assert before.ours is not None
    points = (last.ours - before.ours) * 100
    speaks = Speaks.FOR if points > 0 else Speaks.AGAINST if points <= -5 else None
    parts = {"last": last.ours, "before": before.ours}
    return Component("share_trend", points, "points", speaks, None, parts, (*before.ids, *last.ids))


def promises_kept(of: Relationship) -> Component:
    """The promise-kept rate of the last year."""
    figure = of.promises
    value = Fraction(figure.numerator, figure.denominator) if figure and figure.denominator else None
    parts = {"kept": figure.numerator, "judged": figure.denominator} if figure else {}
    speaks = leaning(value, Fraction(9, 10), Fraction(6999, 10_000))
    reason = None if value is not None else "no_promises"
    return Component("promises_kept", value, "share", speaks, reason, parts, ids(of.broken))


def visits_made(of: Relationship) -> Component:
    """Visits of the last quarter ÷ those that the line plans in one."""
    made = of.recent(of.visits, QUARTER)
    parts = {"made": len(made), "planned": of.planned_quarter}
    if not of.planned_quarter:
        return Component("visits", None, "share", None, "not_on_line", parts, ids(made))
    value = Fraction(len(made), of.planned_quarter)
    speaks = leaning(value, Fraction(9, 10), Fraction(5999, 10_000))
    return Component("visits", value, "share", speaks, None, parts, ids(made))


def sources(of: Relationship) -> Component:
    """How many supply it, us included."""
    if not of.shares:
        return Component("sources", None, "count", None, "share_unknown")
    last = of.shares[-1]
    count = sum(1 for share in last.others.values() if share > 0) + bool(last.ours)
    speaks = Speaks.FOR if count == 1 and last.ours else leaning(count, 0, 4)
    return Component("sources", count, "count", speaks, None, {}, last.ids)


def breadth(of: Relationship) -> Component:
    """People of theirs met within half a year."""
    if not of.people:
        return Component("breadth", None, "count", None, "no_contacts")
    met = of.met(HALF_YEAR)
    parts = {"known": len(of.people)}
    return Component(
        "breadth", len(met), "count", leaning(len(met), 4, 1), None, parts, tuple(p.id for p in met)
    )


def departments(of: Relationship) -> Component:
    """The departments of the people met within half a year."""
    met = [person for person in of.met(HALF_YEAR) if person.department]
    if not met:
        return Component("departments", None, "count", None, "no_departments")
    count = len({person.department for person in met})
    return Component("departments", count, "count", leaning(count, 3, 1), None, {}, tuple(p.id for p in met))


def satisfaction(of: Relationship) -> Component:
    """The mean of the answers of the last year's latest day on which the customer was asked."""
    asked = [score for score in of.recent(of.scores, YEAR) if score.number is not None]
    if not asked:
        return Component("satisfaction", None, "score", None, "not_asked")
    newest = max(score.day for score in asked)
    latest = [score for score in asked if score.day == newest]
    value = Fraction(sum(score.number or 0 for score in latest), len(latest))
    parts = {"answers": len(latest), "days_ago": of.age(newest)}
    return Component(
        "satisfaction", value, "score", leaning(value, 4, Fraction(299, 100)), None, parts, ids(latest)
    )


def price_alone(of: Relationship) -> Component:
    """Whether nothing but price binds it: terms of price in force, and nothing else given or done in a year.

    ``value`` 1 is yes. Without any term, benefit, measure or deed recorded it can't be told.
    """
    bound = (*of.standing(of.terms), *of.standing(of.benefits), *of.standing(of.measures))
    price = [record for record in bound if record.kind == PRICE]
    other = [record for record in bound if record.kind != PRICE]
    deeds = of.recent(of.deeds, YEAR)
    parts = {"price": len(price), "other": len(other), "deeds": len(deeds)}
    if not price and not other and not deeds:
        return Component("price_alone", None, "count", None, "nothing_recorded", parts)
    alone = bool(price) and not other and not deeds
    speaks = Speaks.AGAINST if alone else Speaks.FOR
    return Component("price_alone", int(alone), "count", speaks, None, parts, ids((*price, *other, *deeds)))
