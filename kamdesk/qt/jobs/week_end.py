"""The end of the week: what is missing, who is known, what goes out and comes in, what two books wrote differently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.week_end.contents import Contents
    from kamdesk.operations.week_end.packing import Packed
    from kamdesk.operations.week_end.peers import Peer
    from kamdesk.operations.week_end.taking import Taken
    from kamdesk.qt.ticket import Ticket
    from kamdesk.reads.week_end.closings import Closing
    from kamdesk.reads.week_end.missing import WeekMissing
    from kamdesk.reads.week_end.odds import Odds
    from kamdesk.reads.week_end.packages import PackageLine
    from kamdesk.reads.week_end.refused import RefusedRow
    from kamdesk.reads.week_end.shares import Shared
    from kamdesk.reads.week_end.waiting import WaitingRow
    from kamdesk.sync.package.keys import Card
    from kamdesk.words import Words


def week_missing(store: Store, **arguments: Any) -> WeekMissing:
    from kamdesk.reads.week_end.missing import week_missing

    return week_missing(store, **arguments)


@dataclass(frozen=True, slots=True)
class Circle:
    """The book's own card, the text of it that a picture shows, the other books that it knows, where its keys lie;
    ``name`` is what the settings call the rep, empty in an office's book.
    """

    card: Card
    text: str
    peers: tuple[Peer, ...]
    shared: tuple[Shared, ...] = ()
    keys_in: str = "book"
    name: str = ""


def circle(store: Store, *, today: date) -> Circle:
    from kamdesk.operations.week_end.identity import own_card
    from kamdesk.operations.week_end.naming import own_name
    from kamdesk.operations.week_end.peers import peers
    from kamdesk.reads.week_end.shares import shared_accounts

    me = own_card(store)
    known, shared = tuple(peers(store)), shared_accounts(store, today=today)
    return Circle(me.card, me.text(short=True), known, shared, me.keys_in, own_name(store))


def take_name(store: Store, *, now: datetime) -> tuple[str, bool] | None:
    """The name that the card has from now on, and whether anybody knows the old one; None where nothing changed."""
    from kamdesk.operations.week_end.naming import take_name
    from kamdesk.operations.week_end.peers import peers

    own = take_name(store, now=now)
    return None if own is None else (own.card.rep, any(p.removed_at is None for p in peers(store)))


def change_card(store: Store, *, today: date, **said: str) -> Circle:
    """Another name of the laptop on the card, or that it is a manager's or a rep's."""
    from kamdesk.operations.week_end.identity import own_card

    own_card(store, **said)
    return circle(store, today=today)


def move_keys(store: Store, *, to: str, today: date) -> Circle:
    from kamdesk.operations.week_end.key_places import move_keys

    move_keys(store, to=to)
    return circle(store, today=today)


def renew_keys(store: Store, *, today: date, now: datetime) -> Circle:
    from kamdesk.operations.week_end.key_places import renew_keys

    renew_keys(store, now=now)
    return circle(store, today=today)


def save_card(store: Store, *, path: Path) -> Path:
    from kamdesk.operations.week_end.identity import own_card, write_card

    write_card(own_card(store), path)
    return path


def card_in(store: Store, *, path: Path | None = None, text: str = "") -> Card:
    """The card in a file or in a text that was pasted."""
    from kamdesk.operations.week_end.identity import card_at
    from kamdesk.sync.package.keys import read_card

    return card_at(path) if path is not None else read_card(text.strip())


def add_peer(store: Store, *, card: Card, now: datetime) -> Peer:
    from kamdesk.operations.week_end.peers import add_peer

    return add_peer(store, card=card, now=now)


def remove_peer(store: Store, *, key: str, now: datetime) -> Peer:
    from kamdesk.operations.week_end.peers import remove_peer

    return remove_peer(store, name=key, now=now)


def share_account(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.week_end.sharing import share_account

    return share_account(store, **arguments)


def end_sharing(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.week_end.sharing import end_sharing

    return end_sharing(store, **arguments)


def contents(store: Store, **arguments: Any) -> Contents:
    from kamdesk.operations.week_end.contents import contents

    return contents(store, **arguments)


def pack(
    store: Store,
    *,
    target: Path,
    keys: tuple[str, ...],
    week: str,
    everything: bool,
    passphrase: str | None,
    now: datetime,
    progress: Ticket,
) -> Packed:
    from kamdesk.operations.week_end.packing import Order, pack

    order = Order(target=target, now=now, passphrase=passphrase, everything=everything, week=week)
    return pack(store, order=order, to=keys, progress=progress)


def take_in(store: Store, **arguments: Any) -> Taken:
    from kamdesk.operations.week_end.taking import take_in

    return take_in(store, **arguments)


def close_week(store: Store, *, monday: date, local: datetime, now: datetime) -> Changes:
    """``local`` is the moment on the rep's wall: a week that has not begun there can't be closed."""
    from kamdesk.operations.week_end.closing import close_week

    return close_week(store, monday=monday, now=local)


def reopen_week(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.week_end.closing import reopen_week

    return reopen_week(store, **arguments)


def closings(store: Store) -> tuple[Closing, ...]:
    from kamdesk.reads.week_end.closings import closings

    return closings(store)


def packages(store: Store) -> tuple[PackageLine, ...]:
    from kamdesk.reads.week_end.packages import packages

    return packages(store)


def waiting_rows(store: Store) -> tuple[WaitingRow, ...]:
    from kamdesk.reads.week_end.waiting import waiting_rows

    return waiting_rows(store)


def refused_rows(store: Store, *, words: Words) -> tuple[RefusedRow, ...]:
    from kamdesk.operations.week_end.refusals import refusals
    from kamdesk.reads.week_end.refused import refused_rows

    return refused_rows(store, refusals(store), words)


def accept(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.week_end.refusals import accept

    return accept(store, **arguments)


def vouch(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.week_end.vouching import vouch

    return vouch(store, **arguments)


def dismiss(store: Store, **arguments: Any) -> None:
    from kamdesk.operations.week_end.refusals import dismiss

    dismiss(store, **arguments)


def odds(store: Store, *, words: Words, confidential: bool) -> tuple[Odds, ...]:
    """``confidential``: those about who informs us too. They are in no count."""
    from kamdesk.operations.week_end.conflicts import count_conflicts, open_conflicts
    from kamdesk.reads.week_end.odds import in_words

    if not confidential and not count_conflicts(store):
        return ()
    return in_words(store, open_conflicts(store, confidential=confidential), words)


@dataclass(frozen=True, slots=True)
class SyncState:
    """How many conflicts wait for a choice, and when a package last went out or came in."""

    conflicts: int
    at: datetime | None


def sync_state(store: Store) -> SyncState:
    from kamdesk.operations.week_end.conflicts import count_conflicts
    from kamdesk.reads.week_end.packages import packages

    last = next(iter(packages(store, limit=1)), None)
    return SyncState(count_conflicts(store), last.at if last is not None else None)


def resolve(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.week_end.conflicts import resolve

    return resolve(store, **arguments)


def take_in_safely(
    store: Store, *, path: Path, passphrase: str | None, backups: Path | None, now: datetime, progress: Ticket
) -> Taken:
    """Takes a package in once a copy of the book lies in ``backups``: what came in is undone in no other way."""
    from kamdesk.operations.copies import make_copy
    from kamdesk.operations.week_end.taking import take_in

    if backups is not None:
        make_copy(store, folder=backups, now=now, progress=progress)
    return take_in(store, path=path, now=now, passphrase=passphrase, progress=progress)
