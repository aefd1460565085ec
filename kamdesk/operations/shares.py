"""What share of an account's purchases comes from whom, as the rep learnt it; lists bring the same rows."""

from __future__ import annotations

from datetime import date, datetime

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.supply import SupplyShare
from kamdesk.operations.fields import require

WHOLE = 10_000


def record_share(
    store: Store,
    *,
    account_id: str,
    supplier: str,
    share: int,
    as_of: date,
    now: datetime,
    ours: bool = False,
    category: str | None = None,
) -> Changes:
    """``share`` in 1/10,000 of what the account buys (of the ``category``). An earlier word on the same stays.

    Raises RuleError for a share that is none.
    """
    if not 0 <= share <= WHOLE:
        raise RuleError("share_out_of_range")
    supplier = require(supplier, "supplier")
    with store.write("supply_share.record", now=now, summary=supplier) as tx:
        tx.get(Account, account_id)
        tx.add(
            SupplyShare(
                id=tx.new_id(), account_id=account_id, supplier=supplier, share=share, ours=ours,
                category=(category or "").strip() or None, as_of=as_of,
            )
        )  # fmt: skip
    return tx.changes()
