"""Who may become a customer: when, whether it is worth it, to whom the lead was passed and how it came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.horizon import Horizon, horizon
from kamdesk.reads.aliases import Aliases


@dataclass(frozen=True, slots=True)
class ProspectRow:
    """``id`` None: an account that is a prospect and of which nothing more is recorded."""

    id: str | None
    account_id: str
    account: str
    place: str
    horizon: Horizon
    expected_on: date | None
    qualified: str
    reason: str | None
    source: str | None
    amount: int | None
    currency: str | None
    call_again_on: date | None
    passed_to: str | None


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead that was passed on; ``returned_on`` with its reason where it came back."""

    id: str
    account_id: str
    account: str
    passed_to: str
    passed_on: date
    taken_on: date | None
    returned_on: date | None
    return_reason: str | None
    said: str | None


def read_prospects(connection: Connection, aliases: Aliases, today: date) -> tuple[ProspectRow, ...]:
    """What was recorded last of each, the soonest first; accounts of the status prospect too."""
    p, a, lead = t.prospect.c, t.account.c, t.lead_passed.c
    rows = connection.execute(
        select(t.prospect).where(p.deleted_at.is_(None)).order_by(p.known_on, p.recorded_at, p.id)
    )
    newest = {aliases.of(row.account_id): row for row in rows}
    passed = {
        aliases.of(row.account_id): row.passed_to
        for row in connection.execute(
            select(lead.account_id, lead.passed_to)
            .where(lead.deleted_at.is_(None), lead.returned_on.is_(None))
            .order_by(lead.known_on, lead.id)
        )
    }
    accounts = connection.execute(
        select(a.id, a.name, a.short_name, a.city, a.district, a.status)
        .where(a.deleted_at.is_(None), a.merged_into.is_(None))
        .where((a.status == AccountStatus.PROSPECT) | a.id.in_(list(newest)))
    )
    found = []
    for row in accounts:
        known = newest.get(row.id)
        expected = known.expected_on if known is not None else None
        found.append(
            ProspectRow(
                known.id if known is not None else None, row.id, row.short_name or row.name,
                row.district or row.city or "", horizon(expected, today), expected,
                known.qualified if known is not None else "unknown",
                known.reason if known is not None else None, known.source if known is not None else None,
                known.amount if known is not None else None, known.currency if known is not None else None,
                known.call_again_on if known is not None else None, passed.get(row.id),
            )
        )  # fmt: skip
    return tuple(
        sorted(found, key=lambda each: (each.expected_on or date.max, each.account, each.account_id))
    )


def read_leads(connection: Connection, aliases: Aliases) -> tuple[Lead, ...]:
    """Those under way first, then the ones that came back, each the newest first."""
    lead, a = t.lead_passed.c, t.account.c
    rows = connection.execute(
        select(t.lead_passed, a.name, a.short_name)
        .join(t.account, lead.account_id == a.id)
        .where(lead.deleted_at.is_(None), a.deleted_at.is_(None))
        .order_by(lead.returned_on.is_not(None), lead.known_on.desc(), lead.id)
    )
    return tuple(
        Lead(
            row.id, aliases.of(row.account_id), row.short_name or row.name, row.passed_to, row.known_on, row.taken_on,
            row.returned_on, row.return_reason, row.said,
        )
        for row in rows
    )  # fmt: skip
