"""What rivals are after, and whose key accounts they are otherwise (W10, W11)."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from kamdesk.domain.questions.answer import Found, Part, facts, found, listed, phrase
from kamdesk.domain.questions.view import BookView


def where_rivals_aim(view: BookView) -> Found | None:
    """W10: competitors' moves that go on, by account, region, product."""
    rows = list(view.standing("competitor_move"))
    if not rows:
        return None
    aims = Counter(view.named(row.account_id) or row.region or view.named(row.product_id) for row in rows)
    rivals = Counter(view.named(row.competitor_id) for row in rows)
    day = view.day_of(rows)
    return found(
        "question.answer.W10",
        (row.id for row in rows),
        day,
        lambda: {
            "count": len(rows),
            "rivals": listed(phrase("moves", what=name, n=n) for name, n in rivals.most_common() if name),
            "aims": listed(name for name, _ in aims.most_common() if name),
            "day": day,
        },
    )


def whose_keys(view: BookView) -> Found | None:
    """W11: the accounts of which a competitor supplies most, by competitor."""
    main = []
    for unit in view.units:
        newest: dict[tuple[str, str | None], object] = {}
        for row in unit.shares:
            newest[row.supplier, row.category] = row
        theirs = max(
            (row for row in unit.shares if not row.ours and newest[row.supplier, row.category] is row),
            key=lambda row: (row.share, row.id),
            default=None,
        )
        ours = max((row.share for row in unit.shares if row.ours), default=0)
        if theirs is not None and theirs.share > ours:
            main.append((unit, theirs))
    if not main:
        return None
    rivals = Counter(row.supplier for _, row in main)
    first = max(main, key=lambda pair: (pair[1].share, pair[1].id))
    days = [row.as_of for _, row in main if row.as_of]
    return found(
        "question.answer.W11",
        (row.id for _, row in main),
        max(days, default=None),
        lambda: {
            "count": len(main),
            "rivals": listed(phrase("firms", what=name, n=n) for name, n in rivals.most_common()),
            "first": phrase(
                "person",
                name=first[0].name,
                facts=facts(first[1].supplier, Part(Fraction(first[1].share, 10_000))),
            ),
        },
    )
