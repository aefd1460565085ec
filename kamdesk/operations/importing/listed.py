"""What lists tell of known accounts (debt, payments, stock, prices …), from rows into the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from kamdesk.db.fresh import Fresh
from kamdesk.db.store import Transaction
from kamdesk.domain.trade import Product
from kamdesk.exchange.records import Listed, ListedRecord, Named
from kamdesk.operations.fields import assign_in
from kamdesk.operations.importing.index import AccountIndex, ProductIndex
from kamdesk.operations.importing.listed_kinds import KINDS, ListedKind
from kamdesk.operations.importing.merging import Merger, Subject
from kamdesk.operations.importing.questions import Questions, Whence
from kamdesk.operations.importing.whose import account_of, product_of
from kamdesk.reads.answers import LEFT_OUT

_ASKED = frozenset({"near_name", "several_of_name"})
_HELD_AT_ONCE = 20_000
Key = tuple[str | None, str | None]
"""Account, or what it was joined to, and product."""


@dataclass(slots=True)
class _Held:
    """A row of the book as compared; ``row`` is the object where this batch made it."""

    id: str
    fields: dict[str, Any]
    row: Fresh | None = None


class ListedRows:
    """Takes rows in batches. ``taken`` is the account that the last row went into."""

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
        self._merger = merger
        self._questions = questions
        self._system = system
        self._held: dict[tuple[Any, ...], list[_Held]] = defaultdict(list)
        self._loaded: set[str] = set()
        self._of: str | None = None
        self._count = 0
        self._made: list[_Held] = []
        self._table = -1
        self._used: set[str] = set()
        self.taken = ""

    def take(self, records: Sequence[ListedRecord], whence: Whence, *, decided: str | None = None) -> None:
        """Writes what a batch of rows of one kind says; ``decided`` is the account that a person says is meant."""
        if whence.number != self._table:
            self._table = whence.number
            self._used.clear()
        meant = [
            (part, account, product)
            for record in records
            for part, whose in self._apart(record, whence, decided)
            if (found := self._meant(part, whence, whose)) is not None
            for account, product in [found]
        ]
        if meant:
            self._load(KINDS[meant[0][0].kind], [(account, product) for _, account, product in meant])
        for record, account, product in meant:
            self._take(record, account, product, whence, alone=decided is not None)
        self._tx.flush()
        for each in self._made:
            each.row = None
        self._made.clear()

    # which account, which product

    def _apart(
        self, record: ListedRecord, whence: Whence, decided: str | None
    ) -> Iterator[tuple[ListedRecord, str | None]]:
        """The cells of a matrix, each with the account that is known to be meant; what its row lacks is told once."""
        if not record.parts:
            yield record, decided
            return
        found = self._meant(record, whence, decided)
        if found is None:
            return
        label = self._label(record)
        self._questions.ledger.note(self._questions.undecided(record.raw, label, whence))
        self._questions.ask_cells(record.raw, label, whence)
        for part in record.parts:
            yield part, found[0]

    def _meant(
        self, record: ListedRecord, whence: Whence, decided: str | None
    ) -> tuple[str | None, str | None] | None:
        """Account and product of a row; None where it doesn't go in."""
        raw, kind = record.raw, record.kind
        account = decided
        if account is None and record.account is not None:
            answer = self._questions.answer(raw, kind, whence)
            if answer == LEFT_OUT:
                self._questions.ask_row(raw, kind, "", whence)
                return None
            asked = self._questions.asked_row(raw, kind, whence)
            if answer in self._accounts.live:
                account = answer
            else:
                account, reason, like = account_of(record.account, self._accounts, self._system)
                if asked in _ASKED or reason in _ASKED:
                    self._questions.ask_row(raw, kind, reason or asked or "", whence, like=like)
                    return None
                if reason:
                    self._questions.reject(raw, kind, reason, whence)
                    return None
        product: str | None = None
        if record.product is not None:
            product, reason = product_of(record.product, self._products)
            if reason == "several_of_name":
                self._questions.ask_row(raw, kind, reason, whence)
                return None
            if product is None and (kind != "prices" or account is not None or record.product.name is None):
                self._questions.reject(raw, kind, "product_unknown", whence)
                return None
            if product is None:
                product = self._new_product(record.product, record.fields)
        return account, product

    def _new_product(self, named: Named, fields: Mapping[str, object]) -> str:
        """A price list of our own is a list of what we sell."""
        row = self._tx.make(Product, id=self._tx.new_id(), name=named.name or "", code=named.code)
        row.update(fields)
        self._products.add(row.id, named.code, row.get("name"), row.get("specification"))
        self._questions.ledger.count("products", "created")
        return row.id

    # what the book holds

    def _load(self, kind: ListedKind, wanted: Iterable[Key]) -> None:
        if self._of != kind.table.name or self._count > _HELD_AT_ONCE:
            self._held.clear()
            self._loaded.clear()
            self._of, self._count = kind.table.name, 0
        pairs = list(wanted)
        owners = {account for account, _ in pairs if account} - self._loaded
        goods = {product for account, product in pairs if not account and product} - self._loaded
        self._loaded |= owners | goods
        groups = {member for owner in owners for member in self._accounts.group(owner)}
        self._loaded |= groups
        columns = kind.table.c
        standing = columns.deleted_at.is_(None)
        if groups:
            self._read(kind, columns.account_id.in_(groups) & standing)
        if goods:
            self._read(kind, columns.account_id.is_(None) & columns.product_id.in_(goods) & standing)

    def _read(self, kind: ListedKind, condition: Any) -> None:
        rows = self._tx.connection.execute(select(kind.table).where(condition).order_by(kind.table.c.id))
        for row in rows:
            fields = {name: getattr(row, name) for name in kind.fields}
            product = row._mapping.get("product_id")
            self._keep(kind, self._key(row.account_id, product), _Held(row.id, fields))
            self._count += 1

    def _keep(self, kind: ListedKind, owner: Key, each: _Held) -> None:
        for key in kind.keys(each.fields):
            self._held[owner, key].append(each)

    def _key(self, account: str | None, product: str | None) -> Key:
        return self._accounts.target(account) if account else None, product

    # what goes in

    def _take(
        self, record: ListedRecord, account: str | None, product: str | None, whence: Whence, *, alone: bool
    ) -> None:
        label = self._label(record)
        ledger = self._questions.ledger
        ledger.note(self._questions.undecided(record.raw, label, whence))
        self._questions.ask_cells(record.raw, label, whence)
        self._things(record, record.things, account, product, whence, alone=alone)
        self.taken = account or ""

    def mend(self, before: ListedRecord, after: ListedRecord, whence: Whence) -> bool:
        """Takes a row as a person reads it, in the place of what the list was read to say; False where it is of nobody.

        What the row told before is looked up in the book and becomes what it tells now; what it did not tell is added.
        """
        if after.parts:
            return self._mend_cells(before, after, whence)
        found = self._meant(before, whence, None)
        if found is None:
            return False
        kind, (account, product) = KINDS[after.kind], found
        self._load(kind, [found])
        owner = self._key(account, product)
        gone = [thing for thing in before.things if thing not in after.things]
        come = [thing for thing in after.things if thing not in before.things]
        for old, new in zip(gone, list(come), strict=False):
            held = (each for key in kind.keys(old) for each in self._held.get((owner, key), ()))
            there = next((each for each in held if _equal(each.fields, old)), None)
            if there is not None:
                changed = {name: value for name, value in new.items() if there.fields.get(name) != value}
                assign_in(self._tx, kind.kind, there.id, there.row, changed)
                there.fields.update(changed)
                come.remove(new)
        self._things(after, come, account, product, whence, alone=True)
        self._tx.flush()
        self.taken = account or ""
        return True

    def _mend_cells(self, before: ListedRecord, after: ListedRecord, whence: Whence) -> bool:
        stood = {part.raw.cell: part for part in before.parts}
        changed = [part for part in after.parts if stood.get(part.raw.cell) != part]
        if not changed:
            return self._meant(before, whence, None) is not None
        self.taken = ""
        for part in changed:
            if part.raw.cell in stood:
                self.mend(stood[part.raw.cell], part, whence)
            else:
                self.take([part], whence)
        return bool(self.taken)

    def _things(
        self,
        record: ListedRecord,
        things: Sequence[Listed],
        account: str | None,
        product: str | None,
        whence: Whence,
        *,
        alone: bool,
    ) -> None:
        label, ledger = self._label(record), self._questions.ledger
        kind, owner = KINDS[record.kind], self._key(account, product)
        for thing in things:
            near = {each.id: each for key in kind.keys(thing) for each in self._held.get((owner, key), ())}
            free = [
                each for each in near.values() if each.id not in self._used and kind.same(each.fields, thing)
            ]
            found = _same(kind, free, thing, alone=alone)
            if found is None:
                told = kind.told(account, product, thing, record.raw.origin.file)
                row = self._tx.make(kind.kind, id=self._tx.new_id(), **told)
                fields = {name: row.get(name) for name in kind.fields}
                made = _Held(row.id, fields, row)
                self._keep(kind, owner, made)
                self._made.append(made)
                self._used.add(row.id)
                self._count += 1
                ledger.count(record.kind, "created")
                continue
            self._used.add(found.id)
            subject = Subject(found.id, label, record.raw.origin, whence.sha256)
            taken = self._merger.merge(subject, found.fields, thing)
            if taken:
                # The list that told the newest of it is where it is from.
                fields = {**taken, "source": record.raw.origin.file}
                assign_in(self._tx, kind.kind, found.id, found.row, fields)
                found.fields.update(taken)
                self._keep(kind, owner, found)
            ledger.count(record.kind, "updated" if taken else "unchanged")

    def _label(self, record: ListedRecord) -> str:
        names = [named.name or named.code for named in (record.account, record.product) if named]
        return " · ".join(name for name in names if name)


def _same(kind: ListedKind, free: Sequence[_Held], thing: Listed, *, alone: bool) -> _Held | None:
    """The row of the book that a thing is, among those that the table has not named yet: its second lot is another lot.

    What a person decides about comes ``alone``: where several may be alike, only one that is the very same is meant.
    """
    equal = next((each for each in free if _equal(each.fields, thing)), None)
    if equal is not None or not free:
        return equal
    return None if alone and kind.many(thing) else free[0]


def _equal(fields: Mapping[str, Any], thing: Listed) -> bool:
    return all(fields.get(name) == value for name, value in thing.items())
