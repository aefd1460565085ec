"""How an account is won: who does it, what it is, who decides, what it brings (H1–H4, H9–H11)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from kamdesk.domain.contact import BuyingRole, Standing
from kamdesk.domain.knowledge.benefit import OF_PRICE
from kamdesk.domain.knowledge.worth import kind_of
from kamdesk.domain.questions.answer import Coded, Found, Part, Phrase, Sum, facts, found, listed, phrase
from kamdesk.domain.questions.view import AccountView, Bought

KEPT, NOT_KEPT = "kept", ("kept_late", "broken", "substituted")


def who_develops(view: AccountView) -> Found | None:
    """H1: the owner and the support team by function. From the account's own field where no team is recorded."""
    rows = view.standing("account_team")
    owners = [row for row in rows if row.part == "owner"]
    helpers = [row for row in rows if row.part != "owner"]
    if not owners and not view.owner:
        return None
    owner = owners[0] if owners else None
    team = listed(
        (
            phrase("person", name=row.name, facts=facts(Coded(f"account_team.function.{row.function}")))
            for row in helpers
        ),
        4,
    )
    evidence = [row.id for row in rows] if owners else [view.id, *(row.id for row in rows)]
    return found(
        "question.answer.H1" if helpers else "question.answer.H1_alone",
        evidence,
        None,
        lambda: {
            "owner": phrase("person", name=owner.name, facts=facts(phrase("since", day=owner.since)))
            if owner
            else view.owner,
            "team": team,
        },
    )


def what_kind(view: AccountView) -> Found | None:
    """H2: type, segment, how it buys; the type from the account's own field where that is one of the known ones."""
    rows = view.of("account_nature")
    if not rows:
        kind = kind_of(view.kind)
        if kind is None:
            return None
        return found(
            "question.answer.H2_kind",
            (view.id,),
            None,
            lambda: {"kind": Coded(f"account_nature.kind.{kind}")},
        )
    last = rows[-1]
    return found(
        "question.answer.H2",
        (last.id,),
        None,
        lambda: {
            "kind": Coded(f"account_nature.kind.{last.kind}"),
            "segment": Coded(f"account_nature.segment.{last.segment}")
            if last.segment
            else Coded("absent.not_recorded"),
            "pattern": Coded(f"account_nature.pattern.{last.pattern}")
            if last.pattern
            else Coded("absent.not_recorded"),
        },
    )


def loyalty(view: AccountView) -> Found | None:
    """H3: the rep's judgement with what it can be held against, each by itself and never added up."""
    rows = view.of("loyalty_judgement")
    if not rows:
        return None
    last = rows[-1]
    ended = [p for p in view.promises if p.state == KEPT or p.state in NOT_KEPT]
    ours = [row for row in view.shares if row.ours]
    share = max(ours, key=lambda row: (row.as_of is not None, row.as_of, row.id), default=None)
    scores, terms = view.of("satisfaction")[-1:], view.standing("terms")
    shares = () if share is None else (share,)
    return found(
        "question.answer.H3",
        [row.id for row in (last, *ended, *scores, *terms, *shares)],
        view.day_of((last,)),
        lambda: {
            "judgement": Coded(f"loyalty_judgement.judgement.{last.judgement}"),
            "day": last.known_on,
            "beside": _beside(view, ended, share),
        },
    )


def _beside(view: AccountView, ended: list[Any], share: Any) -> Phrase:
    """What a judgement of loyalty can be held against."""
    others = {row.supplier for row in view.shares if not row.ours}
    scores, terms = view.of("satisfaction"), view.standing("terms")
    kept = sum(p.state == KEPT for p in ended)
    told = facts(
        phrase("customer_since", day=view.bought.first_on) if view.bought.first_on else None,
        phrase("share_of_wallet", share=Part(Fraction(share.share, 10_000))) if share else None,
        phrase("others_supply", n=len(others)) if others else None,
        phrase("promises_kept", kept=kept, of=len(ended)) if ended else None,
        phrase("satisfaction", n=scores[-1].score) if scores else None,
        phrase("people", n=len(view.people)) if view.people else None,
        phrase("price_alone") if terms and all(row.kind in OF_PRICE for row in terms) else None,
    )
    return phrase("H3_beside", facts=told) if told.items else phrase("H3_alone")


def who_decides(view: AccountView) -> Found | None:
    """H4: who holds the decision maker's role, assumed or confirmed, with power and stance."""
    deciders = [
        (person, held)
        for person in view.people
        for held in person.roles
        if held.role == BuyingRole.DECISION_MAKER
    ]
    if not deciders:
        return None
    said = [
        phrase(
            "person",
            name=person.name,
            facts=facts(
                person.title,
                phrase("confirmed" if held.standing == Standing.CONFIRMED else "assumed", day=held.day),
                Coded(f"support.{person.support}") if person.support else phrase("stance_unknown"),
                Coded(f"influence.{person.influence}") if person.influence else None,
            ),
        )
        for person, held in deciders
    ]
    days = [max(held.day, view.proved.get(held.id, held.day)) for _, held in deciders]
    return found(
        "question.answer.H4",
        (held.id for _, held in deciders),
        max(days),
        lambda: {"who": listed(said)},
    )


def who_informs(view: AccountView) -> Found | None:
    """H9: who informs us and when we last heard; only what the rep has unlocked is ever in the view."""
    there = [row for row in view.informants or () if row.until is None]
    if not there:
        return None
    heard = [row.last_heard for row in there if row.last_heard]
    return found(
        "question.answer.H9",
        (row.id for row in there),
        max(heard, default=None),
        lambda: {
            "who": listed(
                phrase("person", name=row.name, facts=facts(phrase("heard", day=row.last_heard)))
                if row.last_heard
                else row.name
                for row in there
            )
        },
    )


def reason_and_feeling(view: AccountView) -> Found | None:
    """H10: the last deed of reason and the last act of care; the older of the two says how fresh this is."""
    deeds = view.of("value_deed")
    reasons = [(row.known_on, row) for row in deeds if row.touch == "reason"]
    feelings = [(row.known_on, row) for row in deeds if row.touch == "feeling"]
    feelings += [(row.done_on, row) for row in view.of("care_event") if row.done_on]
    if not reasons and not feelings:
        return None
    if not reasons or not feelings:
        day, row = max(reasons or feelings, key=lambda each: (each[0], each[1].id))
        return Found(
            "question.part.H10_no_reason" if not reasons else "question.part.H10_no_feeling",
            {"what": row.what, "day": day},
            lacking=True,
        )
    (reason_on, reason), (feeling_on, feeling) = (
        max(each, key=lambda pair: (pair[0], pair[1].id)) for each in (reasons, feelings)
    )
    return found(
        "question.answer.H10",
        (reason.id, feeling.id),
        min(reason_on, feeling_on),
        lambda: {
            "reason": phrase("of", what=reason.what, facts=facts(reason_on)),
            "feeling": phrase("of", what=feeling.what, facts=facts(feeling_on)),
        },
    )


def what_it_brings(view: AccountView) -> Found | None:
    """H11: revenue and growth of a year, margin, cost to serve, reference and learning."""
    bought = view.bought
    if not bought.records:
        return None
    margins, costs, worth = view.of("margin"), view.of("serving_cost"), view.of("worth")
    margin, cost = (_latest_sum(rows) for rows in (margins, costs))
    scores = {row.aspect: row.score for row in worth}
    growth = (
        Fraction(bought.year - bought.year_before, bought.year_before) if bought.year_before > 0 else None
    )
    return found(
        "question.answer.H11",
        (*bought.records, *(row.id for row in (*margins, *costs, *worth))),
        bought.last_on,
        lambda: {
            "span": _span(bought),
            "revenue": Sum(bought.year, bought.currency),
            "facts": facts(
                phrase("by_lists") if bought.told else None,
                phrase("growth", share=Part(growth)) if growth is not None else None,
                phrase("margin", sum=margin) if margin else phrase("margin_unknown"),
                phrase("serving_cost", sum=cost) if cost else None,
                *(
                    phrase(f"worth_{aspect}", n=scores[aspect])
                    for aspect in ("reference", "learning")
                    if aspect in scores
                ),
            ),
        },
    )


def _span(bought: Bought) -> Phrase:
    """Of which twelve months the revenue is."""
    told = bought.told
    if told is None:
        return phrase("twelve_months")
    if (told.first.month, told.first.day) == (1, 1):
        return phrase("year", year=str(told.first.year))
    return phrase("year_until", day=told.last)


def _latest_sum(rows: tuple[Any, ...]) -> Sum | None:
    """What the rows of the newest period add up to, in the currency of the last of them."""
    if not rows:
        return None
    last = max(rows, key=lambda row: (row.last_day, row.id))
    same = [row for row in rows if row.last_day.year == last.last_day.year and row.currency == last.currency]
    return Sum(sum(row.amount for row in same), last.currency)
