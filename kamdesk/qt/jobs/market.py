"""The market: its page, another rule tried and set, accounts marked after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.domain.classing.rule import Rule
    from kamdesk.reads.market_page.view import MarketView, Tried


def market_view(store: Store, **arguments: Any) -> MarketView:
    from kamdesk.reads.market_page.view import market_view

    return market_view(store, **arguments)


def try_rule(store: Store, *, view: MarketView, rule: Rule) -> Tried:
    """In the runner's thread: thousands of accounts take a moment."""
    from kamdesk.reads.market_page.view import try_rule

    return try_rule(view, rule)


def record_share(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.shares import record_share

    return record_share(store, **arguments)


def share_subject(store: Store) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """What a share is put down with: the accounts, and whom else is known to supply."""
    from kamdesk.reads.account_names import account_names
    from kamdesk.reads.market_page.rivals import supplier_names

    return account_names(store), supplier_names(store)


def save_rule(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.key_rule import save_rule

    return save_rule(store, **arguments)


def mark_by_rule(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.key_rule import mark_by_rule

    return mark_by_rule(store, **arguments)
