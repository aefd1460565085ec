"""What an account wants, whom to see there, and how rivals stand with it (W2, W3, W12, W13, W14)."""

from __future__ import annotations

from kamdesk.domain.contact import BuyingRole, Support
from kamdesk.domain.departments import Department, Gap, department_matrix
from kamdesk.domain.questions.answer import Coded, Found, Phrase, Sum, facts, found, lacking, listed, phrase
from kamdesk.domain.questions.view import AccountView, Person

_LAST = 99


def needs(view: AccountView) -> Found | None:
    """W2: the needs that stand, the first in rank named."""
    rows = view.standing("need")
    if not rows:
        return None
    first = min(rows, key=lambda row: (row.rank or _LAST, -(row.importance or 0), row.id))
    told = facts(
        phrase("importance", n=first.importance) if first.importance else None,
        phrase("met", n=first.met) if first.met is not None else phrase("met_unknown"),
    )
    day = view.day_of(rows, "verified_on")
    return found(
        "question.answer.W2",
        (row.id for row in rows),
        day,
        lambda: {"count": len(rows), "first": first.what, "facts": told, "day": day},
    )


def whom_to_see(view: AccountView) -> Found | None:
    """W3: the roles of the buying centre, who opens the door, in which departments we know nobody."""
    if not view.people:
        return None
    roles = [(person, held) for person in view.people for held in person.roles]
    if not roles:
        return lacking("question.part.W3_roles", count=len(view.people))
    days = [held.day for _, held in roles]
    days += [view.proved[held.id] for _, held in roles if held.id in view.proved]
    return found(
        "question.answer.W3",
        (held.id for _, held in roles),
        max(days),
        lambda: {
            "people": listed(
                (
                    phrase(
                        "person",
                        name=person.name,
                        facts=facts(*(Coded(f"contact_role.{held.role}") for held in person.roles)),
                    )
                    for person in view.people
                    if person.roles
                ),
                4,
            ),
            "door": door.name if (door := _door(view)) else Coded("question.part.nobody"),
            "gaps": _gaps(view),
        },
    )


def _gaps(view: AccountView) -> Phrase:
    gaps = [
        Coded(f"department.{each.department}")
        for each in department_matrix(view.people)
        if isinstance(each.department, Department) and each.gap is Gap.NOBODY
    ]
    return phrase("W3_gaps", gaps=listed(gaps, 7)) if gaps else phrase("W3_all")


def _door(view: AccountView) -> Person | None:
    """Who opens the door: the gatekeeper, else whoever supports us most."""
    keepers = [p for p in view.people if any(held.role == BuyingRole.GATEKEEPER for held in p.roles)]
    friends = [
        p for support in (Support.MENTOR, Support.SUPPORTER) for p in view.people if p.support == support
    ]
    return next(iter((*keepers, *friends)), None)


def why_the_competitor(view: AccountView) -> Found | None:
    """W12: coded reasons that stand, the weightiest first."""
    rows = sorted(view.standing("rival_reason"), key=lambda row: (-(row.weight or 0), row.id))
    if not rows:
        return None
    day = view.day_of(rows)
    return found(
        "question.answer.W12",
        (row.id for row in rows),
        day,
        lambda: {
            "count": len(rows),
            "reasons": listed(
                phrase(
                    "of",
                    what=Coded(f"rival_reason.reason.{row.reason}"),
                    facts=facts(view.named(row.competitor_id), row.said),
                )
                if view.named(row.competitor_id) or row.said
                else Coded(f"rival_reason.reason.{row.reason}")
                for row in rows
            ),
            "day": day,
        },
    )


def win_conditions(view: AccountView) -> Found | None:
    """W13: on what conditions it could be won; those refused for good don't count."""
    rows = [row for row in view.of("win_condition") if row.state != "refused"]
    if not rows:
        return None
    day = view.day_of(rows, "met_on")
    return found(
        "question.answer.W13",
        (row.id for row in rows),
        day,
        lambda: {
            "count": len(rows),
            "met": sum(row.state == "met" for row in rows),
            "conditions": listed(
                phrase(
                    "of",
                    what=row.what,
                    facts=facts(
                        Coded(f"win_condition.state.{row.state}"),
                        phrase("cost", sum=Sum(row.cost, row.currency)) if row.cost is not None else None,
                        phrase("approved_by", name=row.approver) if row.approver else None,
                        phrase("due", day=row.due_on) if row.due_on and row.state == "unmet" else None,
                    ),
                )
                for row in rows
            ),
            "day": day,
        },
    )


def threats(view: AccountView) -> Found | None:
    """W14: what competitors do here: purpose, motive, behaviour, how severe, our answer."""
    rows = sorted(view.standing("competitor_move"), key=lambda row: (-(row.severity or 0), row.id))
    if not rows:
        return None
    first, day = rows[0], view.day_of(rows)
    return found(
        "question.answer.W14",
        (row.id for row in rows),
        day,
        lambda: {
            "count": len(rows),
            "rival": view.named(first.competitor_id) or Coded("question.part.somebody"),
            "purpose": Coded(f"competitor_move.purpose.{first.purpose}"),
            "motive": Coded(f"competitor_move.motive.{first.motive}"),
            "behaviour": Coded(f"competitor_move.behaviour.{first.behaviour}"),
            "facts": facts(
                phrase("severity", n=first.severity) if first.severity else None,
                phrase("response", what=first.response) if first.response else phrase("no_response"),
            ),
            "day": day,
        },
    )
