"""Many questions of lists answered at once, from a file. Each answer is a step of its own that undo takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kamdesk.db.store import Store
from kamdesk.domain.errors import KamdeskError, NotFound, RuleError
from kamdesk.exchange.decisions import Decision
from kamdesk.operations.importing.answering import ask_again, leave_out, take_row, take_value
from kamdesk.operations.importing.cell import take_cell
from kamdesk.operations.importing.list_cell import take_list_cell
from kamdesk.operations.importing.one_firm import UNKNOWN, leave_firms, take_firms
from kamdesk.reads.account_names import account_names
from kamdesk.reads.imports import PendingItem, pending_count, pending_items, was_asked

FITS = {
    "account": ("new", "account", "nothing"),
    "person of an unknown firm": ("new", "account", "nothing", "new_all", "nothing_all"),
    "row": ("account", "nothing"),
    "fields": ("list", "nothing"),
    "cell": ("value", "nothing"),
    "list cell": ("value", "nothing"),
    "cell of none": ("nothing",),
    "unread row": ("value", "nothing"),
}
"""What can be answered to each sort of question."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that could not be carried out, and why."""

    question: str
    error: KamdeskError


@dataclass(frozen=True, slots=True)
class Decided:
    """``answered`` were carried out, ``before`` had an answer already, ``open`` questions are left in the book."""

    answered: int
    before: int
    refused: tuple[Refused, ...]
    open: int


def sort_of(item: PendingItem) -> str:
    """What a question is about: an account's row, another row, fields that differ, or one cell, by itself or not."""
    if item.kind == "fields":
        return "fields"
    if item.of is not None:
        if item.typed is None:
            return "cell of none"
        return "cell" if item.account_id is not None and not item.of_list else "list cell"
    if item.typed is not None:
        return "unread row"
    if item.reason == UNKNOWN:
        return "person of an unknown firm"
    return "account" if item.kind == "accounts" else "row"


def decide(store: Store, *, decisions: Sequence[Decision], now: datetime) -> Decided:
    """Carries the answers out in their order. What can't be is told and left open; the others hold.

    An answer to a question that has one already changes nothing, so a file may come twice.
    """
    answered = before = 0
    refused: list[Refused] = []
    for decision in decisions:
        (item,) = pending_items(store, left_out=True, only=decision.question) or (None,)
        if item is None:
            if was_asked(store, decision.question):
                before += 1
            else:
                refused.append(Refused(decision.question, NotFound("import_decide_unknown")))
            continue
        if item.left_out and decision.take == "nothing":
            before += 1
            continue
        try:
            _carry_out(store, item, decision, now)
        except KamdeskError as error:
            refused.append(Refused(decision.question, error))
        else:
            answered += 1
    return Decided(answered, before, tuple(refused), pending_count(store))


def _carry_out(store: Store, item: PendingItem, decision: Decision, now: datetime) -> None:
    take = decision.take
    if take == "later":
        if not item.left_out:
            raise RuleError("import_decide_open")
        ask_again(store, pending_id=item.id)
        return
    fits = FITS[sort_of(item)]
    if take not in fits:
        raise RuleError("import_decide_unfit", take=take, fits=", ".join(fits))
    if item.left_out:
        ask_again(store, pending_id=item.id)
    try:
        _answer(store, item, decision, now)
    except KamdeskError:
        if item.left_out:
            leave_out(store, pending_id=item.id)
        raise


def _answer(store: Store, item: PendingItem, decision: Decision, now: datetime) -> None:
    take = decision.take
    if take == "nothing":
        leave_out(store, pending_id=item.id)
    elif take == "new_all":
        take_firms(store, pending_id=item.id, now=now)
    elif take == "nothing_all":
        leave_firms(store, pending_id=item.id)
    elif take == "list":
        take_value(store, pending_id=item.id, now=now)
    elif take == "value":
        if sort_of(item) == "cell":
            account = item.account_id or ""
            take_cell(store, pending_id=item.id, account_id=account, text=decision.value, now=now)
        else:
            take_list_cell(store, pending_id=item.id, text=decision.value, now=now)
    else:
        meant = _account(store, decision.account) if take == "account" else None
        take_row(store, pending_id=item.id, account_id=meant, now=now)


def _account(store: Store, said: str) -> str:
    """The account that an id or a name means. Raises NotFound for none, RuleError for several."""
    names = account_names(store)
    if any(account == said for account, _ in names):
        return said
    called = [account for account, name in names if name == said]
    if not called:
        raise NotFound("import_decide_account", account=said)
    if len(called) > 1:
        raise RuleError("import_decide_several", account=said)
    return called[0]
