"""Promises, actions and notes: given, settled, written down."""

from __future__ import annotations

from datetime import date, datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.note import Note
from kamdesk.domain.promise import Action, ActionState, Promise, PromiseState
from kamdesk.operations.fields import assign, check_links, require


def add_promise(
    store: Store, *, account_id: str, what: str, made_on: date, now: datetime, **fields: object
) -> Changes:
    """A promise to an account; ``fields`` are those of Promise (due_on, contact_id, by_whom, expected_effect …)."""
    with store.write("promise.add", now=now, summary=what) as tx:
        tx.get(Account, account_id)
        promise = Promise(id=tx.new_id(), account_id=account_id, what=require(what, "what"), made_on=made_on)
        assign(promise, fields)
        _check(tx, promise)
        tx.add(promise)
    return tx.changes()


def change_promise(store: Store, *, promise_id: str, now: datetime, **fields: object) -> Changes:
    """Writes fields of a promise; how it ended is for `settle_promise`. Raises RuleError as `add_promise` does."""
    if "what" in fields:
        fields["what"] = require(str(fields["what"] or ""), "what")
    if "state" in fields or "settled_on" in fields:
        raise AttributeError("a promise is settled with settle_promise")
    with store.write("promise.change", now=now) as tx:
        promise = tx.get(Promise, promise_id)
        assign(promise, fields)
        _check(tx, promise)
    return tx.changes()


def _check(tx: Transaction, promise: Promise) -> None:
    if promise.due_on is not None and promise.due_on < promise.made_on:
        raise RuleError("due_before_made")
    check_links(tx, promise)


def settle_promise(
    store: Store,
    *,
    promise_id: str,
    state: str,
    settled_on: date,
    now: datetime,
    cause: str | None = None,
    cause_text: str | None = None,
    workaround: str | None = None,
    effect_seen: str | None = None,
) -> Changes:
    """How a promise ended. Kept after its due day it is kept late; broken or substituted, its cause must be said.

    Open again, the earlier end is taken away. Raises RuleError where it would end before it was made.
    """
    with store.write("promise.settle", now=now) as tx:
        promise = tx.get(Promise, promise_id)
        if state != PromiseState.OPEN and settled_on < promise.made_on:
            raise RuleError("settled_before_made")
        if state == PromiseState.KEPT and promise.due_on is not None and settled_on > promise.due_on:
            state = PromiseState.KEPT_LATE
        if state in (PromiseState.BROKEN, PromiseState.SUBSTITUTED) and not cause:
            raise RuleError("cause_open")
        if state == PromiseState.SUBSTITUTED:
            require(workaround, "workaround")
        assign(
            promise,
            {
                "state": state,
                "settled_on": None if state == PromiseState.OPEN else settled_on,
                "cause": cause,
                "cause_text": cause_text,
                "workaround": workaround,
                "effect_seen": effect_seen or promise.effect_seen,
            },
        )
    return tx.changes()


def add_action(store: Store, *, what: str, now: datetime, **fields: object) -> Changes:
    """Something to do; ``fields`` are those of Action (account_id, owner, due_on, visit_id)."""
    with store.write("action.add", now=now, summary=what) as tx:
        action = Action(id=tx.new_id(), what=require(what, "what"))
        assign(action, fields)
        check_links(tx, action)
        tx.add(action)
    return tx.changes()


def finish_action(
    store: Store, *, action_id: str, done_on: date, now: datetime, state: str = ActionState.DONE
) -> Changes:
    """The action is done, or dropped."""
    with store.write("action.finish", now=now) as tx:
        assign(tx.get(Action, action_id), {"state": state, "done_on": done_on})
    return tx.changes()


def add_note(
    store: Store,
    *,
    account_id: str,
    text: str,
    noted_on: date,
    now: datetime,
    contact_id: str | None = None,
    visit_id: str | None = None,
) -> Changes:
    """Words about an account, on the day they are about."""
    with store.write("note.add", now=now) as tx:
        note = Note(
            id=tx.new_id(),
            account_id=account_id,
            text=require(text, "text"),
            noted_on=noted_on,
            contact_id=contact_id,
            visit_id=visit_id,
        )
        check_links(tx, note)
        tx.add(note)
    return tx.changes()
