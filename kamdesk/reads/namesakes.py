"""What is known of accounts that share their name, to be said beside it: town, address, code, contact, day."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.namesakes import told_apart


def namesakes(store: Store) -> dict[str, str]:
    """The words that tell accounts of one name apart, by account; most books have none."""
    a, code = t.account.c, t.account_code.c
    stands = (a.deleted_at.is_(None), a.merged_into.is_(None))
    with store.read() as connection:
        shared = select(a.name).where(*stands).group_by(a.name).having(func.count() > 1)
        rows = connection.execute(
            select(a.id, a.name, a.city, a.district, a.address, a.recorded_at)
            .where(*stands, a.name.in_(shared))
            .order_by(a.id)
        ).all()
        codes: dict[str, list[str]] = defaultdict(list)
        if rows:
            for found in connection.execute(
                select(code.account_id, code.code)
                .where(code.deleted_at.is_(None), code.account_id.in_([row.id for row in rows]))
                .order_by(code.system, code.code)
            ):
                codes[found.account_id].append(found.code)
    return told_apart(
        (
            row.id,
            row.name,
            (
                row.city or "",
                row.district or "",
                row.address or "",
                next(iter(codes[row.id]), ""),
                f"{row.recorded_at:%Y-%m-%d}",
                f"{row.recorded_at:%H:%M:%S}",
            ),
        )
        for row in rows
    )
