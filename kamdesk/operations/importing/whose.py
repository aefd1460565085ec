"""Which account and which product of the book a list about known accounts means."""

from __future__ import annotations

from kamdesk.exchange.records import Named
from kamdesk.exchange.values.names import near_key, same_key
from kamdesk.operations.importing.index import AccountIndex, ProductIndex


def account_of(
    named: Named, accounts: AccountIndex, system: str
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The account; else why that can't be said, and which it may be."""
    if named.code:
        found = accounts.by_code.get((system, named.code.casefold()))
        if found:
            return found, None, ()
    for also in named.also:
        ids = accounts.by_name.get(same_key(also), ())
        if len(ids) == 1 and not accounts.by_name.get(same_key(named.name or "")):
            return ids[0], None, ()
    if named.name:
        ids = accounts.by_name.get(same_key(named.name), ())
        if ids:
            meant = accounts.one_of(ids)
            return (meant, None, ()) if meant else (None, "several_of_name", tuple(ids))
        former = accounts.by_former.get(same_key(named.name))
        if former:
            return former, None, ()
        near = accounts.near.get(near_key(named.name), ())
        if near:
            return None, "near_name", tuple(near)
    return None, "account_unknown", ()


def product_of(named: Named, products: ProductIndex) -> tuple[str | None, str | None]:
    """The product; else why that can't be said."""
    code = named.code
    by_code = products.by_code.get(code.casefold()) if code else None
    if by_code:
        return by_code, None
    found = [products.called(name) for name in (named.name, *named.also) if name]
    one = next((ids[0] for ids in found if len(ids) == 1), None)
    return one, "several_of_name" if one is None and any(found) else None
