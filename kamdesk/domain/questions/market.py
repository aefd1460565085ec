"""Who our key accounts are, and whose they are otherwise (W1, W4–W9, W15)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

from kamdesk.domain.horizon import Horizon, horizon
from kamdesk.domain.knowledge.rule import Criterion
from kamdesk.domain.questions.answer import (
    Coded,
    Found,
    Part,
    Sum,
    facts,
    found,
    lacking,
    listed,
    phrase,
    quantity,
)
from kamdesk.domain.questions.view import AccountView, BookView
from kamdesk.domain.selling.pareto import concentration

_CLASSES = ("A", "B", "C")


def _sums(units: tuple[AccountView, ...]) -> tuple[str | None, dict[str, int]]:
    """The year's sales by unit in the currency that most of it is in."""
    by_currency: Counter[str | None] = Counter()
    for unit in units:
        by_currency[unit.bought.currency] += max(0, unit.bought.year)
    currency = max(by_currency, key=lambda each: (by_currency[each], each or ""), default=None)
    return currency, {unit.id: unit.bought.year for unit in units if unit.bought.currency == currency}


def part_of_keys(view: BookView) -> Found | None:
    """W1: what share key accounts bring, how much hangs on few, which count as references or teachers."""
    keys = view.keys
    currency, sums = _sums(view.units)
    total = sum(amount for amount in sums.values() if amount > 0)
    if not keys or not total:
        return None
    of_keys = sum(max(0, sums.get(unit.id, 0)) for unit in keys)
    risk = concentration(sums)
    margins = {
        unit.id: sum(row.amount for row in unit.of("margin") if row.currency == currency)
        for unit in view.units
    }
    whole = sum(amount for amount in margins.values() if amount > 0)
    worth = [row for unit in keys for row in unit.of("worth") if row.score >= 4]
    named = {
        aspect: sum(row.aspect == aspect for row in worth)
        for aspect in ("reference", "learning", "strategic")
    }
    return found(
        "question.answer.W1",
        (*(unit.id for unit in keys), *(row.id for row in worth)),
        view.latest_sale,
        lambda: {
            "count": len(keys),
            "share": Part(Fraction(of_keys, total)),
            "facts": facts(
                phrase("margin_share", share=Part(Fraction(sum(max(0, margins[u.id]) for u in keys), whole)))
                if whole
                else None,
                phrase("four_fifths", n=risk.four_fifths, of=risk.accounts),
                phrase("largest", share=Part(risk.top[0][1])) if risk.top else None,
                *(phrase(f"counts_{aspect}", n=n) for aspect, n in named.items() if n),
            ),
        },
    )


def who_are_key(view: BookView) -> Found | None:
    """W4: the rule's result per account, exceptions before criteria. Where nobody confirmed a rule there is none."""
    drawn = view.drawn
    if drawn is None:
        return lacking("question.part.no_rule") if view.keys else None
    results, rule_id = drawn.judged, drawn.rule.id or ""
    inside = [each for each in results if each.is_key]
    exempt = [each.exempt for each in results if each.exempt]
    names = {unit.id: unit.name for unit in view.units}
    days = (drawn.set_on, drawn.confirmed_on, view.proved.get(rule_id), view.latest_sale)
    return found(
        "question.answer.W4",
        (rule_id, *(each.unit_id for each in inside), *(each.id or "" for each in exempt)),
        max(day for day in days if day),
        lambda: {
            "count": len(inside),
            "names": listed(names[each.unit_id] for each in inside),
            "out": sum(each.is_key is False for each in results),
            "open": sum(each.is_key is None for each in results),
            "near": sum(each.near for each in results),
            "exceptions": len(exempt),
        },
    )


def smallest_unit(view: BookView) -> Found | None:
    """W5: the level of the managed unit, once somebody set it, and how many units that makes."""
    if view.unit_rule is None:
        return None
    row = view.unit_rule
    return found(
        "question.answer.W5",
        (row.id,),
        None,
        lambda: {
            "level": Coded(f"account.level.{row.level}"),
            "count": len(view.units),
            "facts": facts(row.set_by, row.set_on),
        },
    )


def _dealt(unit: AccountView) -> date | None:
    return max((day for day in (unit.bought.last_on, unit.line.last_visit) if day), default=None)


def present_keys(view: BookView) -> Found | None:
    """W6: key accounts that are active customers."""
    rows = [unit for unit in view.keys if unit.status == "active"]
    if not rows:
        return None
    return found(
        "question.answer.W6",
        (unit.id for unit in rows),
        max((day for unit in rows if (day := _dealt(unit))), default=view.today),
        lambda: {
            "count": len(rows),
            "names": listed((unit.name for unit in rows), 5),
            "classes": facts(
                *(
                    phrase("of_class", value_class=each, n=n)
                    for each in _CLASSES
                    if (n := sum(unit.value_class == each for unit in rows))
                )
            ),
        },
    )


def should_be_ours(view: BookView) -> Found | None:
    """W7: accounts over the line on potential that are not key yet, and what they are instead."""
    if view.drawn is None:
        return lacking("question.part.no_rule") if any(unit.of("potential") for unit in view.units) else None
    line = next(
        (
            each
            for wanted in (Criterion.POTENTIAL, Criterion.REVENUE)
            for each in view.drawn.rule.criteria
            if each.criterion == wanted
        ),
        None,
    )
    worth = {unit: known.value for unit, known in view.potentials.items() if known.value is not None}
    known = [unit for unit in view.units if not unit.is_key and unit.id in worth]
    if line is None or not known:
        return None
    over = [unit for unit in known if worth[unit.id] >= line.minimum]
    counted = {row_id for unit in over or known for row_id in view.potentials[unit.id].sources}
    rows = [row for unit in over or known for row in unit.of("potential") if row.id in counted]
    return found(
        "question.answer.W7" if over else "question.answer.W7_none",
        (row.id for row in rows),
        view.day_of(rows),
        lambda: {
            "count": len(over or known),
            "line": Sum(int(line.minimum), line.currency),
            "names": listed(
                phrase("person", name=unit.name, facts=facts(_what_it_is(unit))) for unit in over
            ),
        },
    )


def _what_it_is(unit: AccountView) -> Coded:
    if unit.status == "prospect":
        return Coded("account.status.prospect")
    if unit.standing("rival_reason") or any(not row.ours and row.share >= 5_000 for row in unit.shares):
        return Coded("question.part.buys_elsewhere")
    return Coded("account.key.ordinary")


def future_ones(view: BookView) -> Found | None:
    """W8: prospects by the day they are expected to buy; those found unfit don't count."""
    last = {unit.id: (unit, unit.of("prospect")[-1]) for unit in view.units if unit.of("prospect")}
    pairs = [(unit, row) for unit, row in last.values() if row.qualified != "no" and row.expected_on]
    if not pairs:
        return None
    ahead = Counter(horizon(row.expected_on, view.today) for _, row in pairs)
    first = min(pairs, key=lambda pair: (pair[1].expected_on < view.today, pair[1].expected_on, pair[1].id))
    regions = dict.fromkeys(unit.city for unit, _ in pairs if unit.city)
    return found(
        "question.answer.W8",
        (row.id for _, row in pairs),
        view.day_of([row for _, row in pairs]),
        lambda: {
            "count": len(pairs),
            "soon": ahead[Horizon.SOON],
            "middle": ahead[Horizon.MIDDLE],
            "later": ahead[Horizon.LATER],
            "first": phrase("person", name=first[0].name, facts=facts(first[1].expected_on)),
            "regions": listed(regions) if regions else Coded("absent.not_recorded"),
        },
    )


def classes(view: BookView) -> Found | None:
    """W9: each class with its service policy, once somebody confirmed it."""
    rows = [
        row
        for row in view.of("service_policy")
        if row.confirmed_on is not None and row.confirmed_on <= view.today and row.valid_from <= view.today
    ]
    if not rows:
        return lacking("question.part.no_policy") if any(unit.value_class for unit in view.units) else None
    newest = {row.value_class: row for row in sorted(rows, key=lambda row: (row.valid_from, row.id))}
    return found(
        "question.answer.W9",
        (row.id for row in newest.values()),
        view.day_of(rows, "confirmed_on"),
        lambda: {
            "classes": listed(
                phrase(
                    "class_policy",
                    value_class=each,
                    n=sum(unit.value_class == each for unit in view.units),
                    visits=newest[each].visits if newest[each].visits is not None else "—",
                    reports=newest[each].reports if newest[each].reports is not None else "—",
                )
                for each in _CLASSES
                if each in newest
            )
        },
    )


def dividing_line(view: BookView) -> Found | None:
    """W15: the confirmed rule: its criteria, who set it and when."""
    drawn = view.drawn
    if drawn is None:
        return lacking("question.part.not_confirmed") if view.of("key_rule") else None
    rule, rule_id, day = drawn.rule, drawn.rule.id or "", drawn.confirmed_on
    exceptions = sum(bool(each.exempt) for each in drawn.judged)
    return found(
        "question.answer.W15" if rule.criteria else "question.answer.W15_bare",
        (rule_id, *(each.id or "" for each in rule.criteria)),
        max(day, view.proved.get(rule_id, day)),
        lambda: {
            "criteria": listed(
                (
                    phrase(
                        "at_least",
                        what=Coded(f"rule_criterion.criterion.{each.criterion}"),
                        measure=Sum(int(each.minimum), each.currency)
                        if each.currency
                        else quantity(int(each.minimum * 1_000), each.unit),
                    )
                    for each in rule.criteria
                ),
                5,
            ),
            "facts": facts(drawn.confirmed_by or drawn.set_by, day),
            "exceptions": exceptions,
        },
    )
