"""Which account of the book a row means: surely one, surely none, or a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kamdesk.domain.geo import Point, distance_km
from kamdesk.exchange.records import AccountRecord
from kamdesk.exchange.values.names import near_key, person_key, same_key
from kamdesk.exchange.values.phones import phone_key
from kamdesk.exchange.values.text import folded
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex
from kamdesk.operations.importing.states import AccountState

_ONE_PLACE_KM = 0.3


@dataclass(frozen=True, slots=True)
class Match:
    """The account meant, or the reason for asking with the accounts it may be; neither: it is new.

    ``by_code``: a system's number says so, whatever the account is called.
    """

    account_id: str | None = None
    reason: str | None = None
    like: tuple[str, ...] = ()
    by_code: bool = False


def wanted_ids(record: AccountRecord, index: AccountIndex, system: str) -> set[str]:
    """The accounts that have to be looked at to say which one a row means."""
    ids: set[str] = set()
    if record.code:
        found = index.by_code.get((system, record.code.casefold()))
        ids.update([found] if found else [])
    if record.name:
        ids.update(index.by_name.get(same_key(record.name), ()))
        ids.update(index.near.get(near_key(record.name), ()))
        former = index.by_former.get(same_key(record.name))
        ids.update([former] if former else [])
    ids.update(account for account, _ in _same_people(record, index))
    return ids


def match(
    record: AccountRecord,
    index: AccountIndex,
    states: Mapping[str, AccountState],
    history: History,
    system: str,
) -> Match:
    """By the system's number first, then by name; near names and people are only ever a question.

    Accounts that have another number in the same system are other accounts: the system tells them apart.
    """
    if record.code:
        found = index.by_code.get((system, record.code.casefold()))
        if found and not _may_be_called(record, states[found], index):
            return Match(reason="number_of_another", like=(found,))
        if found:
            return Match(found, by_code=True)
    if record.card:
        return _whose_card(record, index, states)
    if record.name is None:
        return Match(reason="code_unknown")
    named = _without_other_code(index.by_name.get(same_key(record.name), ()), record, states, system)
    if named:
        return _by_name(record, [states[account] for account in named], index)
    former = index.by_former.get(same_key(record.name))
    if former and _without_other_code([former], record, states, system):
        return _by_name(record, [states[former]], index)
    near = _without_other_code(index.near.get(near_key(record.name), ()), record, states, system)
    if near:
        return Match(reason="near_name", like=tuple(near))
    people = [account for account, _ in _same_people(record, index)]
    people = [
        account
        for account in _without_other_code(people, record, states, system)
        if compare_place(record, states[account]) is not False
    ]
    if people:
        return Match(reason="same_person", like=tuple(dict.fromkeys(people)))
    gone = index.gone.get(same_key(record.name), [])
    if gone and history.removed_by_hand(gone):
        return Match(reason="taken_back", like=tuple(gone))
    return Match()


def _whose_card(record: AccountRecord, index: AccountIndex, states: Mapping[str, AccountState]) -> Match:
    """The account that a card's person is of: of this name, or where the person is known. None is made of a card."""
    people = tuple(dict.fromkeys(account for account, _ in _same_people(record, index)))
    if record.name is None:
        meant = index.one_of(people) if people else None
        return Match(meant) if meant else Match(reason="card_whose", like=people)
    named = tuple(index.by_name.get(same_key(record.name), ()))
    former = index.by_former.get(same_key(record.name))
    named = named or ((former,) if former else ())
    agreeing = tuple(account for account in named if _agrees(record, states[account]))
    meant = index.one_of(agreeing or named) if named else None
    if meant:
        return Match(meant)
    if named:
        return Match(reason="several_of_name", like=agreeing or named)
    near = tuple(index.near.get(near_key(record.name), ()))
    return Match(reason="near_name" if near else "card_unknown", like=tuple(dict.fromkeys((*near, *people))))


def _may_be_called(record: AccountRecord, state: AccountState, index: AccountIndex) -> bool:
    """Whether the account of a number can be the one a row names: by its name or by anything else that agrees.

    Lists that are numbered from one name a different firm with the same number.
    """
    if record.name is None or index.by_former.get(same_key(record.name)) == state.id:
        return True
    ours, theirs = near_key(state.name), near_key(record.name)
    return ours in theirs or theirs in ours or _agrees(record, state)


def _same_people(record: AccountRecord, index: AccountIndex) -> list[tuple[str, str]]:
    return [
        found
        for contact in record.contacts
        if contact.name
        for phone in contact.phones
        if (found := index.by_mobile.get((person_key(contact.name), phone.number)))
    ]


def _without_other_code(
    ids: Iterable[str], record: AccountRecord, states: Mapping[str, AccountState], system: str
) -> list[str]:
    if not record.code:
        return list(ids)
    return [account for account in ids if not any(known == system for known, _ in states[account].codes)]


def _by_name(record: AccountRecord, named: list[AccountState], index: AccountIndex) -> Match:
    """One name may be two firms: what else the row says decides, and where it speaks against all, it is asked."""
    ids = tuple(state.id for state in named)
    agreeing = tuple(state.id for state in named if _agrees(record, state))
    if not agreeing and all(compare_place(record, state) is False for state in named):
        return Match(reason="same_name", like=ids)
    meant = index.one_of(agreeing or ids)
    return Match(meant) if meant else Match(reason="several_of_name", like=agreeing or ids)


def _agrees(record: AccountRecord, state: AccountState) -> bool:
    """Whether anything beyond the name says that this is the account: its place, a number, a person."""
    if compare_place(record, state):
        return True
    numbers = {phone_key(phone.number) for phone in record.phones}
    if numbers & state.phones or any(numbers & person.phones for person in state.people):
        return True
    for contact in record.contacts:
        if contact.name and any(person.is_called(contact.name) for person in state.people):
            return True
        keys = {phone_key(phone.number) for phone in contact.phones}
        if any(keys & person.phones for person in state.people):
            return True
    return False


def compare_place(record: AccountRecord, state: AccountState) -> bool | None:
    """Whether row and account lie in one place; None where one of them doesn't say."""
    for field in ("country", "city"):
        ours, theirs = state.fields.get(field), record.fields.get(field)
        if ours and theirs and _bare(str(ours)) != _bare(str(theirs)):
            return False
    ours, theirs = state.fields.get("address"), record.fields.get("address")
    if ours and theirs:
        here, there = _bare(str(ours)), _bare(str(theirs))
        return here == there or (min(len(here), len(there)) > 4 and (here in there or there in here))
    return _near(record, state)


def _near(record: AccountRecord, state: AccountState) -> bool | None:
    here, there = _point(state.fields), _point(record.fields)
    return distance_km(here, there) <= _ONE_PLACE_KM if here and there else None


def _point(fields: Mapping[str, object]) -> Point | None:
    latitude, longitude = fields.get("latitude"), fields.get("longitude")
    if not isinstance(latitude, float) or not isinstance(longitude, float):
        return None
    return Point(latitude, longitude)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+|(?<=..)[省市]$", "", folded(text).casefold())
