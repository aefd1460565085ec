"""What a member of the team may change, as the duties say that the office set: its own rows alone, nobody else's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.team import RecordKind
from kamdesk.sync.book.scope import written_by_office

OF_KIND = {
    RecordKind.ACCOUNTS: {"account", "account_code", "account_phone", "account_tag", "account_closed"},
    RecordKind.CONTACTS: {"contact", "contact_phone", "contact_post", "contact_role"},
    RecordKind.VISITS: {"visit", "visit_companion", "visit_report", "report_amendment", "report_met"},
    RecordKind.PROMISES: {"promise", "action"},
    RecordKind.TRADE: {"order", "order_line", "receivable", "payment", "supply_share", "stock_count", "product_price"},
    RecordKind.KNOWLEDGE: set(KINDS) - {"team_member", "member_duty"},
}  # fmt: skip
"""The tables that a duty's word stands for."""


@dataclass(frozen=True, slots=True)
class Duties:
    """Account (None: each), record kind, whether it may be changed; none at all where nobody set any."""

    rows: tuple[tuple[str | None, str, bool], ...] = ()

    def allow(self, table: str, accounts: Collection[str]) -> bool:
        """Whether a row of the table that hangs on these accounts may be changed: the nearest duty says it; of one
        that hangs on none what is said of all.
        """
        kind = next((kind for kind, tables in OF_KIND.items() if table in tables), None)
        for account in accounts or ([None] if kind else []):
            found = [
                (of is not None, record != RecordKind.ALL, may)
                for of, record, may in self.rows
                if of in (None, account) and record in (RecordKind.ALL, kind)
            ]
            if found and not max(found)[2]:
                return False
        return True


def duties_of(connection: Connection, rep: str, today: date) -> Duties:
    """Those in force on ``today`` that the office set for the member who is ``rep``."""
    rows = plain.rows(
        connection,
        "SELECT d.id, d.account_id, d.record, d.may_change FROM member_duty d JOIN team_member m ON m.id = d.member_id"
        " LEFT JOIN rep r ON r.id = m.rep_id WHERE d.deleted_at IS NULL AND m.deleted_at IS NULL"
        " AND (d.until IS NULL OR d.until >= ?1) AND (m.name = ?2 OR r.name = ?2)",
        (today.isoformat(), rep),
    )
    by_office = written_by_office(connection, ["member_duty"]) if rows else set()
    return Duties(
        tuple(
            (row.account_id, row.record, bool(row.may_change))
            for row in rows
            if ("member_duty", row.id) in by_office
        )
    )
