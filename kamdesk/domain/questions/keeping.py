"""How an account is kept: what it has of us, for how long, what holds it, when we would let it go (H5–H8, H12)."""

from __future__ import annotations

from typing import Any

from kamdesk.domain.questions.answer import Coded, Found, Sum, facts, found, listed, phrase
from kamdesk.domain.questions.view import AccountView


def benefits(view: AccountView) -> Found | None:
    """H5: the benefits in force, since when, worth how much."""
    rows = view.standing("benefit")
    if not rows:
        return None
    return found(
        "question.answer.H5",
        (row.id for row in rows),
        view.day_of(rows),
        lambda: {
            "count": len(rows),
            "benefits": listed(
                phrase(
                    "of",
                    what=row.what,
                    facts=facts(
                        phrase("since", day=row.since) if row.since else None,
                        phrase("worth", sum=Sum(row.worth, row.currency)) if row.worth is not None else None,
                    ),
                )
                if row.since or row.worth is not None
                else row.what
                for row in rows
            ),
        },
    )


def seen_benefits(view: AccountView) -> Found | None:
    """H6: what the customer thinks of each benefit that stands."""
    granted = {row.id: row for row in view.standing("benefit")}
    rows = [row for row in view.of("benefit_valuation") if row.benefit_id in granted]
    if not rows:
        return None
    people = {person.id: person.name for person in view.people}
    last = {row.benefit_id: row for row in rows}
    return found(
        "question.answer.H6",
        (row.id for row in rows),
        view.day_of(rows),
        lambda: {
            "of": len(granted),
            "count": len(last),
            "views": listed(
                phrase(
                    "of",
                    what=granted[row.benefit_id].what,
                    facts=facts(
                        phrase("score", n=row.score),
                        phrase("quoted", said=row.said) if row.said else None,
                        people.get(row.said_by or ""),
                        row.known_on,
                    ),
                )
                for row in last.values()
            ),
        },
    )


def how_long(view: AccountView) -> Found | None:
    """H7: the agreements in force and how long the customer means to stay."""
    agreements = view.standing("agreement")
    terms = view.of("intended_term")
    if not agreements and not terms:
        return None
    said: list[Any] = [
        phrase("agreement", name=row.name, until=row.last_day)
        if row.last_day
        else phrase("agreement_open", name=row.name)
        for row in agreements
    ]
    if terms:
        last = terms[-1]
        said.insert(
            0,
            phrase("means_forever", day=last.known_on)
            if last.open_ended or last.months is None
            else phrase("means_months", n=last.months, day=last.known_on),
        )
    rows = (*terms[-1:], *agreements)
    return found(
        "question.answer.H7",
        (r.id for r in rows),
        view.day_of(rows, "signed_on"),
        lambda: {"said": listed(said)},
    )


def how_to_keep(view: AccountView) -> Found | None:
    """H8: what is done to keep it; those by price alone are counted apart."""
    rows = [row for row in view.of("retention_measure") if row.state != "dropped"]
    if not rows:
        return None
    return found(
        "question.answer.H8",
        (row.id for row in rows),
        view.day_of(rows, "done_on"),
        lambda: {
            "count": len(rows),
            "by_price": sum(bool(row.by_price) for row in rows),
            "measures": listed(
                phrase(
                    "of",
                    what=row.what,
                    facts=facts(
                        Coded(f"retention_measure.state.{row.state}"),
                        row.owner,
                        phrase("due", day=row.due_on) if row.due_on and row.state != "done" else None,
                        phrase("hard_to_copy", n=row.hard_to_copy) if row.hard_to_copy else None,
                    ),
                )
                for row in rows
            ),
        },
    )


def why_give_up(view: AccountView) -> Found | None:
    """H12: the criteria that stand, and the decision once it is taken."""
    criteria, decisions = view.standing("exit_criterion"), view.of("exit_decision")
    if not criteria and not decisions:
        return None
    last = decisions[-1] if decisions else None
    rows = (*criteria, *decisions[-1:])
    return found(
        "question.answer.H12" if last else "question.answer.H12_criteria",
        (row.id for row in rows),
        view.day_of(rows),
        lambda: {
            "criteria": listed(row.what for row in criteria) if criteria else Coded("question.part.none_set"),
            "decision": phrase(
                "of",
                what=Coded(f"exit_decision.decision.{last.decision}"),
                facts=facts(last.known_on, last.decided_by, last.why),
            )
            if last
            else "",
        },
    )
