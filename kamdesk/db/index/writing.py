"""Keeps the index true: what a write touched is read anew and takes the place of what stood there, in that write."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.index.contents import CHUNK, KINDS, Content, Kind, Nature
from kamdesk.db.index.dependents import belonging, merged_with, touched, visited
from kamdesk.db.index.numbers import Numbering, is_key, month_in, packed, rank_of
from kamdesk.db.index.records import contents
from kamdesk.db.index.rows import merged_accounts, months_visited
from kamdesk.db.sounds import sound, sounds_of_person
from kamdesk.domain.tokens import (
    ACCOUNT,
    NAME,
    Sound,
    beginnings,
    compact,
    initials,
    number_tokens,
    sound_tokens,
    spoken,
    start_tokens,
    word_tokens,
)
from kamdesk.domain.units import resolve_alias

_WORD = 12
RULES = "3"
"""The rules by which texts become tokens. An index made by others is made anew: change it with the rules."""
BEFORE_KNOWN = "2"
"""The same rules before what was found out was searched: an index made by them lacks that alone."""
STATE = "search_index"
"""The name under which the book keeps how far its index is."""


def kept_state(connection: Connection) -> str:
    """How far the index is, as the book keeps it; empty where it was not begun."""
    return plain.first(connection, "SELECT value FROM book WHERE name = ?", (STATE,)) or ""


def follow(
    connection: Connection,
    rows: Mapping[str, Collection[str]],
    left: Mapping[tuple[str, str], Collection[str]],
) -> None:
    """Brings the index in step with what a transaction wrote (`Recorder.rows`, `Recorder.left`).

    An index that was not begun is left alone: it will be built from the whole book.
    """
    if not kept_state(connection):
        return
    found = touched(connection, rows, left)
    if not any(found.values()):
        return
    merged = merged_accounts(connection)
    accounts = found.pop("account", set())
    seen = visited(connection, found["visit"], left) | merged_with(connection, accounts, left)
    shown = {resolve_alias(account, merged) for account in seen}
    accounts |= set(_ranked_otherwise(connection, sorted(shown - accounts), merged))
    renamed = refresh(connection, "account", sorted(accounts), merged)
    # What belongs to an alias is found by the name of the account that it was merged into.
    meant = {*renamed, *(alias for alias in merged if _leads_to(alias, merged, renamed))}
    if meant:
        for kind, ids in belonging(connection, meant).items():
            found.setdefault(kind, set()).update(ids)
    for kind in KINDS[1:]:
        refresh(connection, kind, sorted(found.get(kind, ())), merged)


def _ranked_otherwise(
    connection: Connection, accounts: Sequence[str], merged: Mapping[str, str]
) -> Iterator[str]:
    """Those of the accounts that were last visited in another month than the index has it."""
    for begin in range(0, len(accounts), CHUNK):
        some = accounts[begin : begin + CHUNK]
        months = months_visited(connection, some, merged)
        for account, (number, _) in _held(connection, some).items():
            if months.get(account) != month_in(number):
                yield account


def _leads_to(alias: str, merged: Mapping[str, str], accounts: Collection[str]) -> bool:
    seen: set[str] = set()
    here = alias
    while here in merged and here not in seen:
        seen.add(here)
        here = merged[here]
        if here in accounts:
            return True
    return False


def refresh(connection: Connection, kind: Kind, ids: Sequence[str], merged: Mapping[str, str]) -> set[str]:
    """Reads these records of a kind into the index, in place of what it holds of them.

    Of accounts it says which are called or ranked otherwise than they were, or were not known.
    """
    renamed: set[str] = set()
    numbering = Numbering(connection)
    for begin in range(0, len(ids), CHUNK):
        some = ids[begin : begin + CHUNK]
        held = _held(connection, some)
        fresh = list(contents(connection, kind, some, merged))
        _drop(connection, [number for number, _ in held.values()])
        labels = _labels(connection, fresh)
        docs: list[tuple[int, bytes, str | None]] = []
        terms: list[tuple[int, str]] = []
        for content in fresh:
            number = numbering.free(rank_of(content))
            label = labels[content.record] if kind == "account" else None
            docs.append((number, packed(content.record), label))
            terms.append((number, " ".join(dict.fromkeys(tokens(content, labels)))))
        if docs:
            connection.exec_driver_sql(
                "INSERT INTO search_doc (number, record, label) VALUES (?, ?, ?)", docs
            )
            connection.exec_driver_sql("INSERT INTO search_term (rowid, terms) VALUES (?, ?)", terms)
        if kind == "account":
            now = {content.record: (labels[content.record], content.key) for content in fresh}
            before = {record: (label, is_key(number)) for record, (number, label) in held.items()}
            renamed |= {
                record for record in some if before.get(record) != now.get(record) or record not in now
            }
    return renamed


def _held(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[int, str | None]]:
    """What the index holds of these records: their numbers and labels."""
    by_key = {packed(record): record for record in ids}
    found: dict[str, tuple[int, str | None]] = {}
    if by_key:
        marks = ",".join("?" * len(by_key))
        rows = plain.rows(
            connection,
            f"SELECT number, record, label FROM search_doc WHERE record IN ({marks})",
            tuple(by_key),
        )
        found = {by_key[row.record]: (row.number, row.label) for row in rows}
    return found


def _drop(connection: Connection, numbers: Sequence[int]) -> None:
    if numbers:
        rows = [(number,) for number in numbers]
        connection.exec_driver_sql("DELETE FROM search_term WHERE rowid = ?", rows)
        connection.exec_driver_sql("DELETE FROM search_doc WHERE number = ?", rows)


def _labels(connection: Connection, fresh: Sequence[Content]) -> dict[str, str]:
    """By which words the records of an account are found, for the accounts that these records belong to."""
    own = {content.record: _label(content) for content in fresh if content.kind == "account"}
    wanted = sorted({account for content in fresh for account in content.accounts} - own.keys())
    held = {account: label for account, (_, label) in _held(connection, wanted).items() if label is not None}
    unknown = [account for account in wanted if account not in held]
    for content in contents(connection, "account", unknown, {}) if unknown else ():
        held[content.record] = _label(content)
    return own | held


def _label(account: Content) -> str:
    found: dict[str, None] = {}
    for part in account.parts:
        if part.nature == "name":
            found |= dict.fromkeys(ACCOUNT + token for token in word_tokens(part.text))
            for letters in (spoken(sound(part.text)), initials(sound(part.text))):
                found |= dict.fromkeys(ACCOUNT + token for token in beginnings(letters))
    return " ".join(found)


def tokens(content: Content, labels: Mapping[str, str]) -> list[str]:
    """All that a record is found by. ``labels`` are those of its accounts."""
    found: list[str] = []
    for part in content.parts:
        often = part.nature in ("tag", "text") and len(part.text) <= _WORD
        found += _often(part.text, part.nature) if often else _of_part(part.text, part.nature)
    if content.kind != "account":
        found += [labels.get(account, "") for account in content.accounts]
    return found


@lru_cache(maxsize=4_096)
def _often(text: str, nature: Nature) -> tuple[str, ...]:
    """Posts, towns, kinds: the same words stand in many records."""
    return tuple(_of_part(text, nature))


def _of_part(text: str, nature: Nature) -> list[str]:
    words = word_tokens(text)
    if nature == "number":
        return number_tokens(text) + words
    if nature == "text":
        return words
    sounds = sounds_of_person(text) if nature == "person" else (sound(text),)
    heard = [token for said in sounds for token in sound_tokens(said)]
    if nature == "tag":
        return words + heard
    named = [NAME + token for token in words + heard]
    return words + heard + named + _from_the_start(text, sounds)


def _from_the_start(text: str, sounds: Iterable[Sound]) -> list[str]:
    found = start_tokens(compact(text))
    for said in sounds:
        found += start_tokens(spoken(said))
        found += start_tokens(initials(said))
    return found
