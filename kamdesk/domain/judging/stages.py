"""Beside each of the five stages: by which signs it is known, which of them the records show, what is missing.

Nothing here moves a stage: the judgement is the rep's. A sign is *met* or *missing* where records tell, *unknown* where
they don't; what the rep saw when the stage was last judged stands beside (``seen``) and is never written over.

| sign | met when |
|---|---|
| few purchases | 3 orders or fewer in a year |
| single liaison | one of theirs met in half a year, and one of ours looks after it |
| quality and ease | a need for quality, delivery or service is recorded |
| technical, finance heard | somebody of that department, or in that role, was met in a year |
| trust | promise-kept rate of a year 80 % or more, of three promises at least |
| others supply | the newest list shows another supplier |
| several levels | in a year met both somebody who decides and somebody who doesn't |
| several posts | people of three departments met in a year |
| information shared | stock counted on three days of half a year, or a business review given |
| price stable | over half a year or more no product's price moved by more than 2 % |
| wider cooperation | deeds, benefits and measures of three kinds in a year |
| joint plans | a strategic or framework agreement in force, or an account plan given to the customer |
| joint research | a joint or technical measure is running or was carried out |
| open costs | a cost-saving analysis was given |
| organised exchange | people of three of their departments have a counterpart of ours |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from kamdesk.domain.contact import BuyingRole
from kamdesk.domain.departments import Department
from kamdesk.domain.judging.component import Number, ids
from kamdesk.domain.judging.facts import HALF_YEAR, YEAR, Person, Relationship
from kamdesk.domain.knowledge.stage import SIGNS, Sign
from kamdesk.domain.stages import Stage

FEW_ORDERS = 3
TRUST, TRUST_PROMISES = Fraction(4, 5), 3
DEPARTMENTS, KINDS, COUNTS = 3, 3, 3
PRICE_MOVED = Fraction(2, 100)
DECIDING = {BuyingRole.DECISION_MAKER, BuyingRole.ECONOMIC_BUYER}
EASE = {"quality", "delivery", "service"}
TOGETHER = {"strategic", "framework"}


class Met(StrEnum):
    MET = "met"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SignHint:
    """One sign: what the records show, with the figures and their records; ``seen`` is the rep's own word."""

    sign: Sign
    met: Met
    figures: Mapping[str, Number] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    seen: bool | None = None


@dataclass(frozen=True, slots=True)
class StageHint:
    """A stage with its signs; ``judged``: it is the one that the rep says the account is in."""

    stage: Stage
    judged: bool
    signs: tuple[SignHint, ...]

    @property
    def missing(self) -> tuple[Sign, ...]:
        """What neither the records show nor the rep saw."""
        return tuple(hint.sign for hint in self.signs if hint.met != Met.MET and not hint.seen)


def stage_hints(of: Relationship) -> tuple[StageHint, ...]:
    """All five stages in their order."""
    return tuple(
        StageHint(stage, of.stage == stage, tuple(sign_hint(of, sign) for sign in signs))
        for stage, signs in SIGNS.items()
    )


def next_stage(hints: tuple[StageHint, ...]) -> StageHint | None:
    """The stage after the one that was judged; None after the last, or where none was."""
    judged = next((n for n, hint in enumerate(hints) if hint.judged), None)
    return hints[judged + 1] if judged is not None and judged + 1 < len(hints) else None


def sign_hint(of: Relationship, sign: Sign) -> SignHint:
    """What the records show of one sign."""
    met, figures, evidence = _TELLERS[sign](of)
    state = Met.UNKNOWN if met is None else Met.MET if met else Met.MISSING
    return SignHint(sign, state, figures, evidence, (of.signs or {}).get(sign))


Told = tuple[bool | None, Mapping[str, Number], tuple[str, ...]]


def _few_purchases(of: Relationship) -> Told:
    return len(of.orders) <= FEW_ORDERS, {"orders": len(of.orders)}, of.orders


def _single_liaison(of: Relationship) -> Told:
    met, ours = of.met(HALF_YEAR), of.standing(of.team)
    if not met:
        return None, {"met": 0}, ()
    figures = {"met": len(met), "ours": len(ours)}
    return len(met) == 1 and len(ours) <= 1, figures, (*_people(met), *ids(ours))


def _quality_and_ease(of: Relationship) -> Told:
    needs = [need for need in of.standing(of.needs) if need.kind in EASE]
    return (True if needs else None if not of.needs else False), {"needs": len(needs)}, ids(needs)


def _heard(department: Department, *roles: str) -> Callable[[Relationship], Told]:
    def told(of: Relationship) -> Told:
        known = [p for p in of.people if p.department == department or p.roles & set(roles)]
        heard = [p for p in known if p in of.met()]
        if not of.people:
            return None, {"known": 0, "met": 0}, ()
        return bool(heard), {"known": len(known), "met": len(heard)}, _people(heard or known)

    return told


def _trust(of: Relationship) -> Told:
    figure = of.promises
    if figure is None or figure.denominator < TRUST_PROMISES:
        return None, {"judged": figure.denominator if figure else 0}, ()
    kept = Fraction(figure.numerator, figure.denominator)
    return kept >= TRUST, {"kept": figure.numerator, "judged": figure.denominator}, ids(of.broken)


def _others_supply(of: Relationship) -> Told:
    if not of.shares:
        return None, {}, ()
    last = of.shares[-1]
    others = sum(last.others.values(), Fraction(0))
    return others > 0, {"others": others}, last.ids


def _several_levels(of: Relationship) -> Told:
    met = of.met()
    if not met or not any(person.roles for person in of.people):
        return None, {"met": len(met)}, ()
    deciding = [person for person in met if person.roles & DECIDING]
    figures = {"deciding": len(deciding), "not_deciding": len(met) - len(deciding)}
    return 0 < len(deciding) < len(met), figures, _people(met)


def _several_posts(of: Relationship) -> Told:
    met = [person for person in of.met() if person.department]
    if not met:
        return None, {"departments": 0}, ()
    count = len({person.department for person in met})
    return count >= DEPARTMENTS, {"departments": count}, _people(met)


def _information_shared(of: Relationship) -> Told:
    days = {day for day in of.counted_on if 0 <= of.age(day) <= HALF_YEAR}
    reviews = [paper for paper in of.recent(of.papers, YEAR) if paper.kind == "business_review"]
    return len(days) >= COUNTS or bool(reviews), {"counts": len(days), "reviews": len(reviews)}, ids(reviews)


def _price_stable(of: Relationship) -> Told:
    long = [price for price in of.prices if (price.last - price.first).days >= HALF_YEAR and price.lowest > 0]
    if not long:
        return None, {"products": 0}, ()
    moved = max(Fraction(price.highest, price.lowest) - 1 for price in long)
    return moved <= PRICE_MOVED, {"products": len(long), "moved": moved}, of.orders


def _wider_cooperation(of: Relationship) -> Told:
    done = (*of.recent(of.deeds, YEAR), *of.standing(of.benefits), *of.standing(of.measures))
    kinds = {record.kind for record in done} - {"price"}
    if not done:
        return None, {"kinds": 0}, ()
    return len(kinds) >= KINDS, {"kinds": len(kinds)}, ids(done)


def _joint_plans(of: Relationship) -> Told:
    agreed = [record for record in of.standing(of.agreements) if record.kind in TOGETHER]
    plans = [paper for paper in of.recent(of.papers, YEAR) if paper.kind == "account_plan"]
    return (
        (bool(agreed or plans) or None),
        {"agreements": len(agreed), "plans": len(plans)},
        ids((*agreed, *plans)),
    )


def _joint_research(of: Relationship) -> Told:
    joint = [record for record in of.standing(of.measures) if record.kind in {"joint", "technical"}]
    return (bool(joint) or None), {"measures": len(joint)}, ids(joint)


def _open_costs(of: Relationship) -> Told:
    papers = [paper for paper in of.papers if paper.kind == "cost_saving"]
    return (bool(papers) or None), {"papers": len(papers)}, ids(papers)


def _organised_exchange(of: Relationship) -> Told:
    paired = [person for person in of.people if person.department and person.counterpart]
    if not of.people:
        return None, {"departments": 0}, ()
    count = len({person.department for person in paired})
    return count >= DEPARTMENTS, {"departments": count}, _people(paired)


def _people(people: tuple[Person, ...] | list[Person]) -> tuple[str, ...]:
    return tuple(person.id for person in people)


_TELLERS: Mapping[Sign, Callable[[Relationship], Told]] = {
    Sign.FEW_PURCHASES: _few_purchases,
    Sign.SINGLE_LIAISON: _single_liaison,
    Sign.QUALITY_AND_EASE: _quality_and_ease,
    Sign.TECHNICAL_HEARD: _heard(Department.TECHNICAL, BuyingRole.TECHNICAL_BUYER),
    Sign.FINANCE_HEARD: _heard(Department.FINANCE, BuyingRole.ECONOMIC_BUYER),
    Sign.TRUST: _trust,
    Sign.OTHERS_SUPPLY: _others_supply,
    Sign.SEVERAL_LEVELS: _several_levels,
    Sign.SEVERAL_POSTS: _several_posts,
    Sign.INFORMATION_SHARED: _information_shared,
    Sign.PRICE_STABLE: _price_stable,
    Sign.WIDER_COOPERATION: _wider_cooperation,
    Sign.JOINT_PLANS: _joint_plans,
    Sign.JOINT_RESEARCH: _joint_research,
    Sign.OPEN_COSTS: _open_costs,
    Sign.ORGANISED_EXCHANGE: _organised_exchange,
}
