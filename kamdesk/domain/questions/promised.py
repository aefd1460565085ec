"""What we promised an account, and what became of it (D5–D8)."""

from __future__ import annotations

from datetime import date
from typing import Any

from kamdesk.domain.promise import PromiseState
from kamdesk.domain.questions.answer import Coded, Found, facts, found, lacking, listed, phrase
from kamdesk.domain.questions.view import AccountView


def _days(rows: list[Any]) -> date | None:
    days = [row.made_on for row in rows] + [row.settled_on for row in rows if row.settled_on]
    return max(days, default=None)


def promised(view: AccountView) -> Found | None:
    """D5: what was promised, how much of it is open, what is overdue."""
    rows = list(view.promises)
    if not rows:
        return None
    waiting = [row for row in rows if row.state == PromiseState.OPEN]
    first = min(waiting, key=lambda row: (row.due_on or date.max, row.id), default=None)
    last = first or max(rows, key=lambda row: (row.made_on, row.id))
    return found(
        "question.answer.D5",
        (row.id for row in rows),
        _days(rows),
        lambda: {
            "count": len(rows),
            "open": len(waiting),
            "overdue": sum(row.due_on is not None and row.due_on < view.today for row in waiting),
            "first": phrase(
                "of",
                what=last.what,
                facts=facts(
                    last.by_whom,
                    phrase("due", day=last.due_on)
                    if first and last.due_on
                    else Coded(f"promise.state.{last.state}"),
                ),
            ),
        },
    )


def kept_or_not(view: AccountView) -> Found | None:
    """D6: how each ended; one not kept as given needs its cause, and one broken or overdue a way round or its cause."""
    rows = [row for row in view.promises if row.state != PromiseState.WITHDRAWN]
    if not rows:
        return None
    failed = [row for row in rows if row.state in ("broken", "substituted", "kept_late")]
    mute = [row for row in failed if not row.cause and row.state != "kept_late"]
    if mute:
        return lacking("question.part.D6_causes", count=len(mute), what=mute[0].what)
    overdue = [
        row for row in rows if row.state == PromiseState.OPEN and row.due_on and row.due_on < view.today
    ]
    causes = dict.fromkeys(row.cause for row in failed if row.cause)
    rounds = [row.workaround for row in failed if row.workaround]
    return found(
        "question.answer.D6" if causes else "question.answer.D6_kept",
        (row.id for row in rows),
        _days(rows),
        lambda: {
            "kept": sum(row.state in ("kept", "kept_late") for row in rows),
            "failed": sum(row.state in ("broken", "substituted") for row in rows),
            "overdue": len(overdue),
            "causes": listed(Coded(f"promise.cause.{cause}") for cause in causes),
            "rounds": listed(rounds, 1) if rounds else Coded("question.part.no_way_round"),
        },
    )


def effects(view: AccountView) -> Found | None:
    """D7: what keeping them is to bring, and what it brought."""
    expected = [row for row in view.promises if row.expected_effect]
    seen = [row for row in view.promises if row.effect_seen]
    rows = list({row.id: row for row in (*expected, *seen)}.values())
    if not rows:
        return None
    last = max(rows, key=lambda row: (row.settled_on or row.made_on, row.id))
    return found(
        "question.answer.D7",
        (row.id for row in rows),
        _days(rows),
        lambda: {
            "expected": len(expected),
            "seen": len(seen),
            "last": phrase("of", what=last.what, facts=facts(last.effect_seen or last.expected_effect)),
        },
    )


def would_be_lost(view: AccountView) -> Found | None:
    """D8: how far a broken promise endangers the account, as the rep judged each."""
    rows = [row for row in view.promises if row.churn_risk]
    if not rows:
        return None
    unkept = [
        row
        for row in rows
        if row.state == "broken"
        or (row.state == PromiseState.OPEN and row.due_on is not None and row.due_on < view.today)
    ]
    worst = max(unkept or rows, key=lambda row: (row.churn_risk, row.id))
    return found(
        "question.answer.D8_broken" if unkept else "question.answer.D8",
        (row.id for row in rows),
        _days(rows),
        lambda: {"count": len(unkept) if unkept else len(rows), "risk": worst.churn_risk, "what": worst.what},
    )
