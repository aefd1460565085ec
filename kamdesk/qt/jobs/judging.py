"""What is reckoned about one account beside the rep's judgement: signs, components, dangers; its suggested order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kamdesk.db.store import Store
    from kamdesk.reads.judging.relationships import Judging
    from kamdesk.reads.restock.suggested import SuggestedOrder


def account_judging(store: Store, *, account_id: str, now: datetime) -> tuple[str, Judging | None]:
    """The account that was asked for, and what is reckoned of its managed unit."""
    from kamdesk.reads.judging.relationships import judgings

    return account_id, next(iter(judgings(store, now=now, account_id=account_id)), None)


def account_order(store: Store, *, account_id: str, now: datetime) -> tuple[str, SuggestedOrder]:
    """The account that was asked for, and what it should order."""
    from kamdesk.reads.restock.suggested import suggested_order

    return account_id, suggested_order(store, account_id=account_id, now=now)
