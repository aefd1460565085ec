"""By what an account, product or order of a list is found in the book: number, name, nearly the name, a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.recording import plain
from kamdesk.domain.units import resolve_alias
from kamdesk.exchange.values.names import near_key, person_key, same_key
from kamdesk.exchange.values.phones import is_mobile
from kamdesk.exchange.values.text import folded


class AccountIndex:
    """All accounts of the book by key, kept up as the import adds to them.

    An alias stays an account of its own here: what a list says of it goes to it, so that a join can be taken apart.
    """

    def __init__(self, connection: Connection) -> None:
        self.by_code: dict[tuple[str, str], str] = {}
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.near: dict[str, list[str]] = defaultdict(list)
        self.by_former: dict[str, str] = {}
        self.gone: dict[str, list[str]] = defaultdict(list)
        self.by_mobile: dict[tuple[str, str], tuple[str, str]] = {}
        self.live: set[str] = set()
        self._load(connection)

    def _load(self, connection: Connection) -> None:
        account = t.account.c
        rows = connection.execute(
            select(
                account.id, account.name, account.short_name, account.merged_into, account.deleted_at
            ).order_by(account.id)
        ).all()
        merged = {row.id: row.merged_into for row in rows if row.merged_into and row.deleted_at is None}
        self._alias = {alias: resolve_alias(alias, merged) for alias in merged}
        self._aliases: dict[str, list[str]] = defaultdict(list)
        for alias, target in self._alias.items():
            self._aliases[target].append(alias)
        for row in rows:
            if row.deleted_at is not None:
                self.gone[same_key(row.name)].append(row.id)
                continue
            self.add_name(row.id, row.name)
            if row.short_name:
                self._near(row.id, row.short_name)
        self._load_former(connection)
        code = t.account_code.c
        live = self.live = {row.id for row in rows if row.deleted_at is None}
        for row in connection.execute(
            select(code.account_id, code.system, code.code).where(code.deleted_at.is_(None)).order_by(code.id)
        ):
            if row.account_id in live:
                self.by_code.setdefault((row.system, row.code.casefold()), row.account_id)
        self._load_mobiles(connection, live)

    def _load_former(self, connection: Connection) -> None:
        """Names that accounts had before somebody changed them."""
        account, change = t.account.c, t.change.c
        for row in connection.execute(
            select(account.id, change.old)
            .join_from(t.account, t.change, (change.row == account.id) & (change.field == "name"))
            .where(account.deleted_at.is_(None), change.old.is_not(None))
            .order_by(change.counter)
        ):
            self.by_former[same_key(plain(row.old, str))] = row.id

    def _load_mobiles(self, connection: Connection, live: set[str]) -> None:
        post, contact, phone = t.contact_post.c, t.contact.c, t.contact_phone.c
        for row in connection.execute(
            select(post.account_id, contact.id, contact.name, phone.number)
            .join_from(t.contact_post, t.contact, post.contact_id == contact.id)
            .join(t.contact_phone, phone.contact_id == contact.id)
            .where(post.deleted_at.is_(None), contact.deleted_at.is_(None), phone.deleted_at.is_(None))
            .order_by(post.id)
        ):
            if row.account_id in live:
                self.add_mobile(row.account_id, row.id, row.name, row.number)

    def target(self, account_id: str) -> str:
        """The account itself, or the one that it was joined to."""
        return self._alias.get(account_id, account_id)

    def group(self, account_id: str) -> tuple[str, ...]:
        """The account itself, then what it was joined with."""
        target = self.target(account_id)
        joined = dict.fromkeys((account_id, target, *self._aliases.get(target, ())))
        return tuple(joined)

    def one_of(self, account_ids: Sequence[str]) -> str | None:
        """The one account that is meant by these: the only one, or the one that all of them became."""
        targets = {self.target(account) for account in account_ids}
        if len(targets) != 1:
            return None
        (target,) = targets
        return target if target in account_ids else account_ids[0]

    def add_name(self, account_id: str, name: str) -> None:
        """Makes an account known by its name."""
        found = self.by_name[same_key(name)]
        if account_id not in found:
            found.append(account_id)
        self._near(account_id, name)

    def _near(self, account_id: str, name: str) -> None:
        found = self.near[near_key(name)]
        if account_id not in found:
            found.append(account_id)

    def add_mobile(self, account_id: str, contact_id: str, name: str, number: str) -> None:
        """Makes a person known by name and mobile number; other numbers are not one person's."""
        if is_mobile(number):
            self.by_mobile.setdefault((person_key(name), number), (account_id, contact_id))


class ProductIndex:
    """All products by number and by name."""

    def __init__(self, connection: Connection) -> None:
        self.by_code: dict[str, str] = {}
        self.by_name: dict[str, list[str]] = defaultdict(list)
        product = t.product.c
        for row in connection.execute(
            select(product.id, product.code, product.name, product.specification)
            .where(product.deleted_at.is_(None))
            .order_by(product.id)
        ):
            self.add(row.id, row.code, row.name, row.specification)

    def add(self, product_id: str, code: str | None, name: str, specification: str | None = None) -> None:
        """Makes a product known, by its name and its specification together as well: 品名规格 is one column often."""
        if code:
            self.by_code.setdefault(code.casefold(), product_id)
        names = [name, *([f"{name} {specification}", f"{name}{specification}"] if specification else [])]
        for key in dict.fromkeys(map(same_key, names)):
            found = self.by_name[key]
            if product_id not in found:
                found.append(product_id)

    def called(self, name: str) -> Sequence[str]:
        """The products of a name; where none is called so, the one of that number: lists write either in one column."""
        found = self.by_name.get(same_key(name), ())
        of_code = self.by_code.get(folded(name).strip().casefold())
        return found or ([of_code] if of_code else ())


class OrderIndex:
    """All orders by the office's number: (order, account)."""

    def __init__(self, connection: Connection) -> None:
        self.by_number: dict[str, list[tuple[str, str]]] = defaultdict(list)
        order = t.order.c
        for row in connection.execute(
            select(order.id, order.number, order.account_id)
            .where(order.deleted_at.is_(None), order.number.is_not(None))
            .order_by(order.id)
        ):
            self.add(row.number, row.id, row.account_id)

    def add(self, number: str, order_id: str, account_id: str) -> None:
        """Makes an order known."""
        self.by_number[number.casefold()].append((order_id, account_id))
