"""The people named in an account's row: found again, added, or asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kamdesk.db.store import Transaction
from kamdesk.domain.contact import Contact, ContactPhone, ContactPost
from kamdesk.exchange.records import AccountRecord, ContactRecord, Problem, Verdict
from kamdesk.exchange.values.birthdays import Birthday
from kamdesk.exchange.values.names import person_key, same_key
from kamdesk.exchange.values.phones import Phone, is_mobile, phone_key
from kamdesk.operations.fields import assign_in, fields_of
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex
from kamdesk.operations.importing.merging import Merger, Subject
from kamdesk.operations.importing.questions import Questions, Whence
from kamdesk.operations.importing.states import CONTACT_FIELDS, POST_FIELDS, AccountState, PersonState


class People:
    """Takes the contacts of one row after another."""

    def __init__(
        self, tx: Transaction, index: AccountIndex, history: History, merger: Merger, questions: Questions
    ) -> None:
        self._tx = tx
        self._index = index
        self._history = history
        self._merger = merger
        self._questions = questions

    def take(
        self, state: AccountState, record: AccountRecord, states: Mapping[str, AccountState], whence: Whence
    ) -> None:
        """Writes what a row says of the account's people; ``states`` are all accounts of the batch."""
        for contact in record.contacts:
            question = self._question(record, contact)
            asked = self._questions.asked_cell(question, state.name, whence)
            found = asked or self._find(state, record, contact)
            if isinstance(found, str):
                self._questions.ask_cell(replace(question, reason=found), state.name, whence)
            elif found is None:
                self._meet(state, record, contact, states, whence)
            else:
                self._update(state, found, record, contact, whence)

    def _find(
        self, state: AccountState, record: AccountRecord, contact: ContactRecord
    ) -> PersonState | str | None:
        """The person meant, None for a new one, or why that can't be said."""
        keys = {phone_key(phone.number) for phone in contact.phones}
        if contact.ditto:
            return self._pointed_at(state, record, keys)
        assert contact.name is not None
        called = [person for person in state.people if person.is_called(contact.name)]
        if len(called) > 1:
            called = [person for person in called if keys & person.phones] or called
        if called:
            return called[0] if len(called) == 1 else "several_people"
        mobiles = {phone_key(phone.number) for phone in contact.phones if is_mobile(phone.number)}
        if any(mobiles & person.phones for person in state.people):
            return "other_name"
        return None

    def _pointed_at(self, state: AccountState, record: AccountRecord, keys: set[str]) -> PersonState | str:
        """Whom 同上 means: whose numbers the row repeats, else the person in the row above of the same account."""
        owners = [person for person in state.people if keys and keys <= person.phones]
        if len(owners) == 1:
            return owners[0]
        above = [person for person in state.people if record.above and person.is_called(record.above)]
        if len(above) == 1 and not (keys and any(keys & p.phones for p in state.people if p is not above[0])):
            return above[0]
        return "ditto_who"

    def _question(self, record: AccountRecord, contact: ContactRecord) -> Problem:
        said = ", ".join([contact.name or "同上", *(phone.number for phone in contact.phones)])
        return Problem(record.raw.origin, "contacts", "ditto_who", Verdict.TO_DECIDE, None, said)

    def _meet(
        self,
        state: AccountState,
        record: AccountRecord,
        contact: ContactRecord,
        states: Mapping[str, AccountState],
        whence: Whence,
    ) -> None:
        """A person whom this account didn't have: known from another account by name and mobile, or new."""
        assert contact.name is not None
        gone = state.gone.get(same_key(contact.name))
        if gone and self._history.removed_by_hand(gone):
            self._questions.ledger.count("contacts", "unchanged")
            return
        known = self._known(contact, states)
        if known:
            person = replace(known, post={}, post_row=None)
            self._merge_person(state, person, record, contact, whence)
        else:
            fields = _fields(contact)
            row = self._tx.make(Contact, id=self._tx.new_id(), name=contact.name, **fields)
            person = PersonState(
                row.id, contact.name, "", {**dict.fromkeys(CONTACT_FIELDS), **fields}, {}, row=row
            )
        person.post = {name: getattr(contact, name) for name in POST_FIELDS}
        post = self._tx.make(
            ContactPost,
            id=self._tx.new_id(),
            contact_id=person.id,
            account_id=state.id,
            rank=len(state.people),
            **person.post,
        )
        person.post_id, person.post_row = post.id, post
        state.people.append(person)
        self._questions.ledger.count("contacts", "created")
        self._phones(state, person, contact)

    def _known(self, contact: ContactRecord, states: Mapping[str, AccountState]) -> PersonState | None:
        assert contact.name is not None
        for phone in contact.phones:
            found = self._index.by_mobile.get((person_key(contact.name), phone.number))
            if found and found[0] in states:
                return next((person for person in states[found[0]].people if person.id == found[1]), None)
        return None

    def _update(
        self,
        state: AccountState,
        person: PersonState,
        record: AccountRecord,
        contact: ContactRecord,
        whence: Whence,
    ) -> None:
        fields = self._merge_person(state, person, record, contact, whence)
        wanted = {name: value for name in POST_FIELDS if (value := getattr(contact, name)) is not None}
        label = f"{state.name} {person.name}"
        subject = Subject(person.post_id, label, record.raw.origin, whence.sha256)
        post = self._merger.merge(subject, person.post, wanted)
        if post:
            assign_in(self._tx, ContactPost, person.post_id, person.post_row, post)
            person.post.update(post)
        self._questions.ledger.count("contacts", "updated" if fields or post else "unchanged")
        self._phones(state, person, contact)

    def _merge_person(
        self,
        state: AccountState,
        person: PersonState,
        record: AccountRecord,
        contact: ContactRecord,
        whence: Whence,
    ) -> bool:
        label = f"{state.name} {person.name}"
        subject = Subject(person.id, label, record.raw.origin, whence.sha256)
        fields = self._merger.merge(subject, person.fields, _fields(contact))
        if fields:
            assign_in(self._tx, Contact, person.id, person.row, fields)
            person.fields.update(fields)
        return bool(fields)

    def _phones(self, state: AccountState, person: PersonState, contact: ContactRecord) -> None:
        for phone in contact.phones:
            if person.lines.holds(phone) or self._removed(person, phone):
                self._questions.ledger.count("phones", "unchanged")
                continue
            rank = person.lines.next_rank
            self._tx.make(
                ContactPhone, id=self._tx.new_id(), contact_id=person.id, **fields_of(phone), rank=rank
            )
            person.lines.add(phone.number, phone.extension)
            self._index.add_mobile(state.id, person.id, person.name, phone.number)
            self._questions.ledger.count("phones", "created")

    def _removed(self, person: PersonState, phone: Phone) -> bool:
        """Whether the person had this number once and the rep took it away."""
        if person.row is not None:
            return False
        field = "extension" if phone_key(phone.number) in person.phones else "number"
        return self._history.knew("contact_phone", ("contact_id", person.id), field, getattr(phone, field))


def _fields(contact: ContactRecord) -> dict[str, Any]:
    fields: dict[str, Any] = {
        name: value
        for name in ("latin_name", "salutation", "wechat", "email")
        if (value := getattr(contact, name)) is not None
    }
    if contact.birthday:
        fields.update(_birth(contact.birthday))
    return fields


def _birth(birthday: Birthday) -> dict[str, Any]:
    return {
        "birth_calendar": str(birthday.calendar),
        "birth_year": birthday.year,
        "birth_month": birthday.month,
        "birth_day": birthday.day,
        "birth_leap": birthday.leap,
    }
