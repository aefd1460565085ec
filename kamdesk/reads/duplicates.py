"""Accounts that look like one, found by keys that they share: nothing is compared with everything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import Datum
from kamdesk.exchange.values.names import near_key as near
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.pace import gently

near_key = lru_cache(maxsize=65_536)(near)
"""A book's names are worked out once, not at each change."""
MOST_ALIKE = 8
"""A key that more accounts share says nothing: the switchboard of a market hall, a sample name."""
LIKE = 0.5
"""From which share of common letter pairs on two names at one place are alike."""
REFUSED = "not_same:"
"""How the names of the local rows begin that keep which pairs are not the same."""
_DIGITS = re.compile(r"\D")


class Reason(StrEnum):
    NAME = "name"
    PREFIX = "prefix"
    PHONE = "phone"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts, (id, name, where), the older one first, and why they look like one."""

    first: tuple[str, str, str]
    second: tuple[str, str, str]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Card:
    id: str
    name: str
    parent_id: str | None
    province: str | None
    city: str | None
    district: str | None
    address: str | None
    datum: str | None
    latitude: float | None
    longitude: float | None

    @property
    def where(self) -> str:
        return "".join(dict.fromkeys(part for part in (self.city, self.district) if part))


def pair_key(first: str, second: str) -> str:
    """Under which name a pair is kept that is not the same."""
    return REFUSED + "|".join(sorted((first, second)))


def core_name(name: str, places: Iterable[str | None]) -> str:
    """The name without legal form, signs and the name of the account's own province, city or district before it."""
    key = near_key(name)
    for place in places:
        short = near_key(re.sub("(省|市|区|县|自治区)$", "", place or ""))
        if len(short) > 1 and key.startswith(short) and len(key) > len(short) + 1:
            key = re.sub("^[市区县]", "", key[len(short) :])
    return key


def account_pairs(store: Store) -> tuple[Pair, ...]:
    """The pairs that look like one account, those with most reasons first; refused ones are left out."""
    with store.read() as connection:
        cards = _cards(connection)
        refused = frozenset(
            connection.scalars(
                select(t.book.c.name).where(t.book.c.name.startswith(REFUSED, autoescape=True))
            )
        )
        found: dict[tuple[str, str], set[Reason]] = defaultdict(set)
        _by_name(cards, found)
        _by_phone(connection, cards, found)
        _by_place(cards, found)
    pairs: list[Pair] = []
    for (first, second), reasons in found.items():
        if pair_key(first, second) in refused or _of_one_tree(cards[first], cards[second], reasons):
            continue
        one, other = cards[first], cards[second]
        pairs.append(
            Pair(
                (one.id, one.name, one.where),
                (other.id, other.name, other.where),
                tuple(sorted(reasons, key=list(Reason).index)),
            )
        )
    pairs.sort(
        key=lambda pair: (
            -len(pair.reasons),
            list(Reason).index(pair.reasons[0]),
            pair.first[1],
            pair.first[0],
        )
    )
    return tuple(pairs)


def alike(store: Store, *, name: str, phones: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    """Accounts (id, name, where) that have this name, written some other way, or one of these telephones."""
    key, wanted = near_key(name), {digits for number in phones if len(digits := _DIGITS.sub("", number)) >= 7}
    with store.read() as connection:
        cards = _cards(connection)
        owners = _owners(connection) if wanted else {}
        hit = {card.id for card in cards.values() if near_key(card.name) == key}
        for digits in wanted:
            hit.update(owners.get(digits, ()))
        return tuple((c.id, c.name, c.where) for c in cards.values() if c.id in hit)[:MOST_ALIKE]


def _cards(connection: Connection) -> dict[str, _Card]:
    a = t.account.c
    rows = connection.execute(
        select(*(a[name] for name in _Card.__dataclass_fields__))
        .where(a.deleted_at.is_(None), a.merged_into.is_(None))
        .order_by(a.id)
    )
    return {row.id: _Card(*row) for row in gently(rows)}


def _join(ids: Iterable[str], reason: Reason, found: dict[tuple[str, str], set[Reason]]) -> None:
    ids = sorted(set(ids))
    if len(ids) <= MOST_ALIKE:
        for first, second in combinations(ids, 2):
            found[first, second].add(reason)


def _by_name(cards: dict[str, _Card], found: dict[tuple[str, str], set[Reason]]) -> None:
    near: dict[str, list[str]] = defaultdict(list)
    core: dict[str, list[_Card]] = defaultdict(list)
    for card in gently(cards.values()):
        near[near_key(card.name)].append(card.id)
        core[core_name(card.name, (card.province, card.city, card.district))].append(card)
    for ids in gently(near.values()):
        _join(ids, Reason.NAME, found)
    for alike_ in gently(core.values()):
        if 1 < len(alike_) <= MOST_ALIKE:
            for one, other in combinations(sorted(alike_, key=lambda card: card.id), 2):
                same_city = not one.city or not other.city or one.city == other.city
                if same_city and Reason.NAME not in found.get((one.id, other.id), ()):
                    found[one.id, other.id].add(Reason.PREFIX)


def _owners(connection: Connection) -> dict[str, set[str]]:
    """Whose a telephone is, by its digits: the accounts' own and those of the people who hold a post there."""
    aliases = read_aliases(connection)
    own, phone, post = t.account_phone.c, t.contact_phone.c, t.contact_post.c
    owners: dict[str, set[str]] = defaultdict(set)
    of_accounts = select(own.account_id, own.number, own.extension).where(own.deleted_at.is_(None))
    of_people = (
        select(post.account_id, phone.number, phone.extension)
        .join(t.contact_phone, phone.contact_id == post.contact_id)
        .where(phone.deleted_at.is_(None), post.deleted_at.is_(None), post.until.is_(None))
    )
    for chosen in (of_accounts, of_people):
        for account_id, number, extension in gently(connection.execute(chosen)):
            digits = _DIGITS.sub("", number)
            if len(digits) >= 7:
                owners[digits + (f"-{extension}" if extension else "")].add(aliases.of(account_id))
    return owners


def _by_phone(
    connection: Connection, cards: dict[str, _Card], found: dict[tuple[str, str], set[Reason]]
) -> None:
    for ids in gently(_owners(connection).values()):
        if len(ids) > 1:
            _join((account_id for account_id in ids if account_id in cards), Reason.PHONE, found)


def _by_place(cards: dict[str, _Card], found: dict[tuple[str, str], set[Reason]]) -> None:
    """One address, or coordinates ten metres apart, and names that are alike."""
    places: dict[object, list[_Card]] = defaultdict(list)
    for card in gently(cards.values()):
        if card.address and len(card.address) > 5:
            places[near_key(f"{card.city or ''}{card.address}")].append(card)
        if card.latitude is not None and card.longitude is not None and card.datum != Datum.TOWN:
            places[round(card.latitude, 4), round(card.longitude, 4)].append(card)
    for there in gently(places.values()):
        if 1 < len(there) <= MOST_ALIKE:
            for one, other in combinations(sorted(there, key=lambda card: card.id), 2):
                if one.id != other.id and _similar(one.name, other.name) >= LIKE:
                    found[one.id, other.id].add(Reason.PLACE)


def _similar(one: str, other: str) -> float:
    """Dice's coefficient of the letter pairs of two names."""
    pairs = [
        {key[n : n + 2] for n in range(max(len(key) - 1, 1))} for key in (near_key(one), near_key(other))
    ]
    return 2 * len(pairs[0] & pairs[1]) / (len(pairs[0]) + len(pairs[1]))


def _of_one_tree(one: _Card, other: _Card, reasons: set[Reason]) -> bool:
    """A unit and its parent, or two units of one parent, share a telephone and a place without being one."""
    related = one.parent_id == other.id or other.parent_id == one.id
    related = related or (one.parent_id is not None and one.parent_id == other.parent_id)
    return related and Reason.NAME not in reasons
