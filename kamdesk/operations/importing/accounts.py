"""Accounts, their people, numbers, sales and notes, from rows into the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kamdesk.db.store import Transaction
from kamdesk.domain.account import Account, AccountCode, AccountPhone, AccountTag
from kamdesk.domain.note import Note
from kamdesk.domain.trade import SalesHistory
from kamdesk.exchange.records import AccountRecord, Origin, SalesRecord
from kamdesk.exchange.values.phones import Phone, phone_key
from kamdesk.operations.fields import assign_in, fields_of
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex
from kamdesk.operations.importing.matching import Match, match, wanted_ids
from kamdesk.operations.importing.merging import Merger, Subject
from kamdesk.operations.importing.people import People
from kamdesk.operations.importing.questions import Questions, Whence
from kamdesk.operations.importing.standing import Owners, Parents
from kamdesk.operations.importing.states import AccountState, SaleState, load_states
from kamdesk.reads.answers import LEFT_OUT

_PLACE = ("country", "province", "city", "district", "address", "postal_code")


def _of_a_person(record: AccountRecord, state: AccountState) -> AccountRecord:
    """What a card says of an account that the book has: only what the book lacks; another address becomes a note."""
    held = {name: state.fields.get(name) for name in _PLACE}
    told = {name: value for name, value in record.fields.items() if name in _PLACE}
    rest = {
        name: value
        for name, value in record.fields.items()
        if name not in _PLACE and state.fields.get(name) is None
    }
    if not any(held.values()) or all(held[name] == value for name, value in told.items()):
        return replace(record, fields={**rest, **told}, tags=())
    return replace(record, fields=rest, tags=(), notes=(*record.notes, " ".join(map(str, told.values()))))


class Accounts:
    """Takes rows of accounts in batches; what the book holds of them is read once for each batch."""

    def __init__(
        self,
        tx: Transaction,
        index: AccountIndex,
        history: History,
        merger: Merger,
        questions: Questions,
        *,
        system: str,
        today: date,
    ) -> None:
        self._tx = tx
        self._index = index
        self._history = history
        self._merger = merger
        self._questions = questions
        self._system = system
        self._today = today
        self._people = People(tx, index, history, merger, questions)
        self._owners = Owners(tx, merger, questions.ledger)
        self._parents = Parents(tx, index, history, merger, questions.ledger, today)
        self._states: dict[str, AccountState] = {}
        self.taken = ""

    def take(self, records: Sequence[tuple[AccountRecord, Whence]], *, decided: Match | None = None) -> None:
        """Writes what a batch of rows says; ``decided`` is which account all of them mean, where a person says it.

        ``taken`` is then the account that the last row went into.
        """
        ids = {found for record, _ in records for found in wanted_ids(record, self._index, self._system)}
        ids.update([decided.account_id] if decided and decided.account_id else [])
        ids.update(
            answer
            for record, whence in records
            if (answer := self._questions.answer(record.raw, "accounts", whence)) in self._index.live
        )
        groups = {account: self._index.group(account) for account in sorted(ids)}
        self._states = load_states(self._tx.connection, groups)
        for record, whence in records:
            self._take(record, whence, decided)
        self._tx.flush()
        self._states = {}

    def _take(self, record: AccountRecord, whence: Whence, decided: Match | None) -> None:
        asked = self._questions.asked_row(record.raw, "accounts", whence)
        if asked and decided is None:
            self._questions.ask_row(record.raw, "accounts", asked, whence)
            return
        answer = self._questions.answer(record.raw, "accounts", whence)
        if answer == LEFT_OUT and decided is None:
            self._questions.ask_row(record.raw, "accounts", "", whence)
            return
        if decided is None and answer in self._states:
            decided = Match(answer)
        found = decided or match(record, self._index, self._states, self._history, self._system)
        if found.reason == "code_unknown":
            self._questions.reject(record.raw, "accounts", "code_unknown", whence)
            return
        if found.reason:
            person = record.contacts[0].name if record.name is None and record.contacts else None
            self._questions.ask_row(
                record.raw, "accounts", found.reason, whence, like=found.like, person=person
            )
            return
        ledger = self._questions.ledger
        label = record.name or record.code or ""
        ledger.note(self._questions.undecided(record.raw, label, whence))
        self._questions.ask_cells(record.raw, label, whence, account=found.account_id)
        if found.account_id is None:
            record = self._owners.placed(record, None, {})
            state = self._create(record)
            ledger.count("accounts", "created")
            ledger.note([record.if_new] if record.if_new else [])
        else:
            state = self._states[found.account_id]
            record = _of_a_person(record, state) if record.card else record
            subject = Subject(state.id, state.name, record.raw.origin, whence.sha256)
            record = self._owners.placed(record, subject, state.fields)
            changed = self._update(state, record, whence, renamed=found.by_code)
            ledger.count("accounts", "updated" if changed else "unchanged")
        self.taken = state.id
        self._parents.remember(record, Subject(state.id, state.name, record.raw.origin, whence.sha256))
        for phone in record.phones:
            self._phone(state, phone)
        for sale in record.sales:
            self._sale(state, sale, record.raw.origin, whence)
        whose = next((contact.name for contact in record.contacts if contact.name), "") if record.card else ""
        for note in record.notes:
            self._note(state, f"{whose}: {note}" if whose else note)
        self._people.take(state, record, self._states, whence)

    def link_parents(self) -> None:
        """Puts accounts below those that their rows named, when all that may name them are in."""
        self._parents.link()

    def _create(self, record: AccountRecord) -> AccountState:
        assert record.name is not None
        account = self._tx.make(Account, id=self._tx.new_id(), name=record.name)
        account.update(record.fields)
        held: dict[str, Any] = {"name": record.name, "status": account.get("status"), **record.fields}
        state = AccountState(account.id, held, row=account)
        self._states[account.id] = state
        self._index.add_name(account.id, record.name)
        self._add_code(state, record)
        self._add_tags(state, record)
        return state

    def _update(self, state: AccountState, record: AccountRecord, whence: Whence, *, renamed: bool) -> bool:
        """``renamed``: the row may bring another name, because something else says which account it means."""
        wanted = dict(record.fields)
        if record.name and renamed:
            wanted["name"] = record.name
        subject = Subject(state.id, state.name, record.raw.origin, whence.sha256)
        taken = self._merger.merge(subject, state.fields, wanted)
        if taken:
            assign_in(self._tx, Account, state.id, state.row, taken)
            state.fields.update(taken)
            if "name" in taken:
                self._index.add_name(state.id, taken["name"])
        coded = self._add_code(state, record)
        tagged = self._add_tags(state, record)
        return bool(taken) or coded or tagged

    def _add_code(self, state: AccountState, record: AccountRecord) -> bool:
        if not record.code:
            return False
        key = self._system, record.code.casefold()
        if key in state.codes or key in self._index.by_code:
            return False
        self._tx.make(
            AccountCode, id=self._tx.new_id(), account_id=state.id, system=self._system, code=record.code
        )
        state.codes.add(key)
        self._index.by_code[key] = state.id
        return True

    def _add_tags(self, state: AccountState, record: AccountRecord) -> bool:
        added = False
        for tag in record.tags:
            if tag in state.tags or self._removed(state, "account_tag", "tag", tag):
                continue
            rank = len(state.tags)
            self._tx.make(AccountTag, id=self._tx.new_id(), account_id=state.id, tag=tag, rank=rank)
            state.tags.add(tag)
            added = True
        return added

    def _removed(self, state: AccountState, table: str, field: str, value: object) -> bool:
        """Whether the account had this once and the rep took it away; a new account had nothing."""
        return state.row is None and self._history.knew(table, ("account_id", state.id), field, value)

    def _phone(self, state: AccountState, phone: Phone) -> None:
        known = state.lines.holds(phone) or any(person.lines.holds(phone) for person in state.people)
        field = "extension" if phone_key(phone.number) in state.phones else "number"
        if known or self._removed(state, "account_phone", field, getattr(phone, field)):
            self._questions.ledger.count("phones", "unchanged")
            return
        rank = state.lines.next_rank
        self._tx.make(AccountPhone, id=self._tx.new_id(), account_id=state.id, **fields_of(phone), rank=rank)
        state.lines.add(phone.number, phone.extension)
        self._questions.ledger.count("phones", "created")

    def _sale(self, state: AccountState, sale: SalesRecord, origin: Origin, whence: Whence) -> None:
        ledger = self._questions.ledger
        key = sale.first_day, sale.last_day, sale.currency
        held = state.sales.get(key)
        if held is None:
            row = self._tx.make(
                SalesHistory,
                id=self._tx.new_id(),
                account_id=state.id,
                **fields_of(sale),
                source=origin.file,
            )
            state.sales[key] = SaleState(row.id, sale.amount, row)
            ledger.count("sales", "created")
            return
        label = f"{state.name} {sale.first_day:%Y-%m-%d}–{sale.last_day:%Y-%m-%d}"
        subject = Subject(held.id, label, origin, whence.sha256)
        taken = self._merger.merge(subject, {"amount": held.amount}, {"amount": sale.amount})
        if taken:
            assign_in(self._tx, SalesHistory, held.id, held.row, taken)
            held.amount = sale.amount
        ledger.count("sales", "updated" if taken else "unchanged")

    def _note(self, state: AccountState, text: str) -> None:
        if text in state.notes or self._removed(state, "note", "text", text):
            self._questions.ledger.count("notes", "unchanged")
            return
        self._tx.make(Note, id=self._tx.new_id(), account_id=state.id, text=text, noted_on=self._today)
        state.notes.add(text)
        self._questions.ledger.count("notes", "created")
