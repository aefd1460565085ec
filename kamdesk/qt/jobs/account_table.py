"""The table of accounts: its rows, the views kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.exchange.sheet_out import OutColumn, Value
    from kamdesk.reads.account_table import AccountRow
    from kamdesk.reads.duplicates import Pair
    from kamdesk.reads.merging import MergeSide
    from kamdesk.reads.views import KeptView


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of an account's questions are answered, of how many that count."""

    answered: int
    of: int


@dataclass(frozen=True, slots=True)
class AccountTable:
    """The accounts and, for each, the text that typing is compared with.

    ``views`` are the rep's own views of the table; ``reps`` (id, name) who may own an account. ``pending``: the rows
    say only what stands on the card, and are the first of all; the others and what else the table shows are still
    being read. ``by_name`` is the order of the rows by class and name, ``counts`` how many fit each view (its key):
    worked out beside the window, which has no time for ten thousand.
    ``apart`` is said beside the name of an account that shares it.
    """

    rows: tuple[AccountRow, ...]
    haystacks: tuple[str, ...]
    views: tuple[KeptView, ...] = ()
    reps: tuple[tuple[str, str], ...] = ()
    pending: bool = False
    by_name: tuple[int, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    apart: Mapping[str, str] = field(default_factory=dict)


def first_names(store: Store) -> AccountTable:
    """The cards alone, which come at once."""
    from kamdesk.reads.account_table import first_names

    return AccountTable(first_names(store), (), pending=True)


def account_table(store: Store, *, today: date) -> AccountTable:
    from kamdesk.qt.haystack import haystack
    from kamdesk.qt.models.account_columns import gentle_order
    from kamdesk.qt.models.account_filter import count, views_by_key
    from kamdesk.reads.account_table import account_rows, owners
    from kamdesk.reads.namesakes import namesakes
    from kamdesk.reads.pace import gently
    from kamdesk.reads.views import kept_views

    rows = account_rows(store, today=today)
    hay = tuple(haystack(row) for row in gently(rows))
    kept = kept_views(store, table="account")
    by_name = gentle_order(rows)
    counts = tuple((key, count(view.conditions, rows, today)) for key, view in views_by_key(kept))
    apart = namesakes(store)
    return AccountTable(rows, hay, kept, owners(store), by_name=by_name, counts=counts, apart=apart)


def answered(store: Store, *, accounts: Collection[str], today: date) -> dict[str, Counted | None]:
    """How far each of these accounts is answered; None for one that is no managed unit and has no questions."""
    from kamdesk.reads.questions.answers import unit_answers

    asked = unit_answers(store, accounts=accounts, today=today)
    counts = {unit: Counted(each.tally.done, each.tally.of) for unit, each in asked.items()}
    return {**dict.fromkeys(accounts), **counts}


def touched(store: Store, *, changes: Changes) -> frozenset[str] | None:
    """The accounts whose questions are to be asked anew after a change; None for all of them."""
    from kamdesk.reads.questions.touched import touched_units

    return touched_units(store, changes)


def kept_views(store: Store) -> tuple[KeptView, ...]:
    from kamdesk.reads.views import kept_views

    return kept_views(store, table="account")


def save_view(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.views import save_view

    return save_view(store, **arguments)


def rename_view(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.views import rename_view

    return rename_view(store, **arguments)


def remove_view(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.views import remove_view

    return remove_view(store, **arguments)


def order_views(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.views import order_views

    return order_views(store, **arguments)


def write_table(
    store: Store,
    *,
    path: Path,
    title: str,
    columns: Sequence[OutColumn],
    rows: Iterable[Sequence[Value]],
    heard: Callable[[int], None],
) -> Path:
    """The rows as a workbook at ``path``. Raises PaperError where it can't be written, Stopped where ``heard`` does."""
    from kamdesk.exchange.sheet_out import write_sheet
    from kamdesk.papers.errors import PaperError
    from kamdesk.reads.pace import gently

    try:
        write_sheet(path, title=title, columns=columns, rows=gently(rows), heard=heard)
    except OSError as error:
        raise PaperError.unwritable(path, error) from error
    return path


def change_many(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.bulk import change_many

    return change_many(store, **arguments)


def move_units(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.bulk import move_units

    return move_units(store, **arguments)


def account_pairs(store: Store, **arguments: Any) -> tuple[Pair, ...]:
    from kamdesk.reads.duplicates import account_pairs

    return account_pairs(store, **arguments)


def alike(store: Store, **arguments: Any) -> tuple[tuple[str, str, str], ...]:
    from kamdesk.reads.duplicates import alike

    return alike(store, **arguments)


def merge_sides(store: Store, **arguments: Any) -> tuple[MergeSide, MergeSide]:
    from kamdesk.reads.merging import merge_sides

    return merge_sides(store, **arguments)


def merge_accounts(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.merging import merge_accounts

    return merge_accounts(store, **arguments)


def unmerge_account(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.merging import unmerge_account

    return unmerge_account(store, **arguments)


def refuse_pair(store: Store, **arguments: Any) -> None:
    from kamdesk.operations.merging import refuse_pair

    refuse_pair(store, **arguments)


def admit_pair(store: Store, **arguments: Any) -> None:
    from kamdesk.operations.merging import admit_pair

    admit_pair(store, **arguments)
