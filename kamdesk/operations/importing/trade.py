"""Products, orders and order lines, from rows into the book."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select

from kamdesk.db import tables as t
from kamdesk.db.fresh import Fresh
from kamdesk.db.store import Transaction
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.exchange.records import LineRecord, OrderRecord, ProductRecord
from kamdesk.exchange.values.names import same_key
from kamdesk.operations.fields import assign_in
from kamdesk.operations.importing.index import AccountIndex, OrderIndex, ProductIndex
from kamdesk.operations.importing.merging import Merger, Subject
from kamdesk.operations.importing.questions import Questions, Whence

PRODUCT_FIELDS = (
    "name", "code", "specification", "unit", "pack", "price", "currency", "tax_included", "discontinued",
)  # fmt: skip
ORDER_FIELDS = ("ordered_on", "required_on", "shipped_on", "amount", "freight", "currency", "tax_included")
LINE_FIELDS = ("quantity", "unit", "price", "discount")


@dataclass(slots=True)
class Held:
    """A row of the book as compared; ``row`` is the object where this batch made it."""

    id: str
    fields: dict[str, Any]
    row: Fresh | None = None
    lines: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))


class Trade:
    """Takes products, orders and lines in batches."""

    def __init__(
        self,
        tx: Transaction,
        accounts: AccountIndex,
        products: ProductIndex,
        merger: Merger,
        questions: Questions,
        *,
        system: str,
    ) -> None:
        self._tx = tx
        self._accounts = accounts
        self._products = products
        self._orders = OrderIndex(tx.connection)
        self._merger = merger
        self._questions = questions
        self._system = system
        self._held: dict[str, Held] = {}
        self._said: set[tuple[int, str]] = set()
        self._times: Counter[tuple[int, str, str]] = Counter()

    # products

    def take_products(self, records: list[ProductRecord], whence: Whence) -> None:
        """Writes what a batch of rows says of products."""
        ids = {found for record in records for found in self._product_ids(record.code, record.name)}
        self._held = _load(self._tx.connection, t.product, ids, PRODUCT_FIELDS)
        for record in records:
            self._product(record, whence)
        self._tx.flush()

    def _product_ids(self, code: str | None, name: str | None) -> list[str]:
        by_code = self._products.by_code.get(code.casefold()) if code else None
        return [by_code] if by_code else list(self._products.called(name)) if name else []

    def _product(self, record: ProductRecord, whence: Whence) -> None:
        ids = self._product_ids(record.code, record.name)
        if record.code and record.code.casefold() not in self._products.by_code:
            # Another number is another product, whatever its name.
            ids = [found for found in ids if self._held[found].fields["code"] is None]
        if len(ids) > 1:
            self._questions.ask_row(record.raw, "products", "several_of_name", whence)
            return
        if not ids and record.name is None:
            self._questions.reject(record.raw, "products", "code_unknown", whence)
            return
        wanted = dict(record.fields)
        wanted.update(
            {name: value for name, value in (("name", record.name), ("code", record.code)) if value}
        )
        self._note(record.raw, record.name or record.code or "", whence)
        if ids:
            held = self._held[ids[0]]
            changed = self._merge(Product, held, wanted, record, str(held.fields["name"]), whence)
            self._products.add(
                held.id, held.fields["code"], held.fields["name"], held.fields["specification"]
            )
            self._questions.ledger.count("products", "updated" if changed else "unchanged")
            return
        row = self._tx.make(Product, id=self._tx.new_id(), name=record.name or "")
        row.update(wanted)
        self._held[row.id] = Held(row.id, {name: row.get(name) for name in PRODUCT_FIELDS}, row)
        self._products.add(row.id, row.get("code"), row.get("name"), row.get("specification"))
        self._questions.ledger.count("products", "created")

    # orders

    def take_orders(self, records: list[OrderRecord], whence: Whence) -> None:
        """Writes what a batch of rows says of orders."""
        self._held = self._load_orders([record.number for record in records])
        for record in records:
            self._order(record, whence)
        self._tx.flush()

    def _load_orders(self, numbers: Iterable[str]) -> dict[str, Held]:
        ids = {order for number in numbers for order, _ in self._orders.by_number.get(number.casefold(), ())}
        return _load(self._tx.connection, t.order, ids, ORDER_FIELDS)

    def _account(self, record: OrderRecord) -> tuple[str | None, str | None]:
        """Whose order it is, or why that can't be said."""
        if record.account_code:
            found = self._accounts.by_code.get((self._system, record.account_code.casefold()))
            if found:
                return found, None
        if record.account_name:
            named = self._accounts.by_name.get(same_key(record.account_name), ())
            meant = self._accounts.one_of(named) if named else None
            if meant:
                return meant, None
            if named:
                return None, "several_of_name"
        return None, "account_unknown"

    def _order(self, record: OrderRecord, whence: Whence, *, of_line: bool = False) -> str | None:
        """The order's id, None where it doesn't go in."""
        account, doubt = self._account(record)
        kind = "order_lines" if of_line else "orders"
        if account is None:
            if doubt == "several_of_name":
                self._questions.ask_row(record.raw, kind, doubt, whence)
            else:
                self._questions.reject(record.raw, kind, "account_unknown", whence)
            return None
        known = self._orders.by_number.get(record.number.casefold(), ())
        target = self._accounts.target
        mine = [order for order, owner in known if target(owner) == target(account)]
        if len(mine) > 1 or (known and not mine):
            reason = "several_of_number" if mine else "order_of_another"
            self._questions.ask_row(record.raw, kind, reason, whence)
            return None
        if of_line and (whence.number, record.number) in self._said:
            return mine[0] if mine else None
        self._said.add((whence.number, record.number))
        if not of_line:
            self._note(record.raw, record.number, whence)
        wanted = {"ordered_on": record.ordered_on, **record.fields}
        if mine:
            held = self._held[mine[0]]
            changed = self._merge(Order, held, wanted, record, record.number, whence)
            self._questions.ledger.count("orders", "updated" if changed else "unchanged")
            return held.id
        row = self._tx.make(
            Order,
            id=self._tx.new_id(),
            account_id=account,
            ordered_on=record.ordered_on,
            number=record.number,
        )
        row.update(record.fields)
        self._held[row.id] = Held(row.id, {name: row.get(name) for name in ORDER_FIELDS}, row)
        self._orders.add(record.number, row.id, account)
        self._questions.ledger.count("orders", "created")
        return row.id

    # lines

    def take_lines(self, records: Sequence[tuple[LineRecord, Whence]]) -> None:
        """Writes what a batch of rows says of order lines, and the orders that they make themselves."""
        self._held = self._load_orders([record.number for record, _ in records])
        self._load_lines()
        for record, whence in records:
            self._line(record, whence)
        self._tx.flush()

    def _load_lines(self) -> None:
        line = t.order_line.c
        rows = self._tx.connection.execute(
            select(t.order_line)
            .where(line.order_id.in_(list(self._held)), line.deleted_at.is_(None))
            .order_by(line.rank, line.id)
        )
        for row in rows:
            fields = {name: getattr(row, name) for name in LINE_FIELDS}
            self._held[row.order_id].lines[row.product_id].append(Held(row.id, fields))

    def _line(self, record: LineRecord, whence: Whence) -> None:
        products = self._product_ids(record.product_code, record.product_name)
        if not products:
            self._questions.reject(record.raw, "order_lines", "product_unknown", whence)
            return
        if len(products) > 1:
            self._questions.ask_row(record.raw, "order_lines", "several_of_name", whence)
            return
        order = self._order_of(record, whence)
        if order is None:
            return
        self._note(record.raw, record.number, whence)
        held = self._held[order]
        product = products[0]
        # The second line of one product in one order is a line of its own, but only within one table.
        time = self._times[whence.number, order, product]
        self._times[whence.number, order, product] += 1
        wanted = {"quantity": record.quantity, **record.fields}
        if time < len(held.lines[product]):
            changed = self._merge(OrderLine, held.lines[product][time], wanted, record, record.number, whence)
            self._questions.ledger.count("order_lines", "updated" if changed else "unchanged")
            return
        rank = sum(len(lines) for lines in held.lines.values())
        row = self._tx.make(
            OrderLine,
            id=self._tx.new_id(),
            order_id=order,
            product_id=product,
            quantity=record.quantity,
            rank=rank,
        )
        row.update(record.fields)
        held.lines[product].append(Held(row.id, {name: row.get(name) for name in LINE_FIELDS}, row))
        self._questions.ledger.count("order_lines", "created")

    def _order_of(self, record: LineRecord, whence: Whence) -> str | None:
        if record.order is not None:
            return self._order(record.order, whence, of_line=True)
        known = self._orders.by_number.get(record.number.casefold(), ())
        if len(known) == 1:
            return known[0][0]
        if known:
            self._questions.ask_row(record.raw, "order_lines", "several_of_number", whence)
        else:
            self._questions.reject(record.raw, "order_lines", "order_unknown", whence)
        return None

    # all

    def _note(self, raw: Any, label: str, whence: Whence) -> None:
        self._questions.ledger.note(raw.problems)
        self._questions.ask_cells(raw, label, whence)

    def _merge(
        self,
        kind: type[Product] | type[Order] | type[OrderLine],
        held: Held,
        wanted: dict[str, Any],
        record: ProductRecord | OrderRecord | LineRecord,
        label: str,
        whence: Whence,
    ) -> bool:
        subject = Subject(held.id, label, record.raw.origin, whence.sha256)
        taken = self._merger.merge(subject, held.fields, wanted)
        if taken:
            assign_in(self._tx, kind, held.id, held.row, taken)
            held.fields.update(taken)
        return bool(taken)


def _load(
    connection: Connection, table: Table, ids: Iterable[str], fields: tuple[str, ...]
) -> dict[str, Held]:
    rows = connection.execute(select(table).where(table.c.id.in_(list(ids))))
    return {row.id: Held(row.id, {name: getattr(row, name) for name in fields}) for row in rows}
