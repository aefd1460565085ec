"""Promises, actions and notes: given, settled, written down."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.note import Note
from kamdesk.domain.promise import Action, ActionState, Promise, PromiseState
from kamdesk.domain.promises_kept import DueMover, counted_due
from kamdesk.domain.visit import Visit, VisitReport
from kamdesk.operations.fields import assign, check_links, require
from kamdesk.reads.promise_log import MOVED, read_due_steps

SETTLE = "promise.settle"


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
    """How a promise ended, as `settle_promises` has it for several."""
    return settle_promises(
        store,
        promise_ids=(promise_id,),
        state=state,
        settled_on=settled_on,
        now=now,
        cause=cause,
        cause_text=cause_text,
        workaround=workaround,
        effect_seen=effect_seen,
    )


def settle_promises(
    store: Store,
    *,
    promise_ids: Collection[str],
    state: str,
    settled_on: date,
    now: datetime,
    cause: str | None = None,
    cause_text: str | None = None,
    workaround: str | None = None,
    effect_seen: str | None = None,
) -> Changes:
    """How promises ended, all in one step. Kept after the due day that counts (`counted_due`) each is kept late; broken
    or substituted, the cause must be said.

    Open again, the earlier end is taken away. Raises RuleError where one would end before it was made.
    """
    if state in (PromiseState.BROKEN, PromiseState.SUBSTITUTED) and not cause:
        raise RuleError("cause_open")
    if state == PromiseState.SUBSTITUTED:
        require(workaround, "workaround")
    with store.write(SETTLE, now=now, summary=_named(store, promise_ids)) as tx:
        for promise_id in promise_ids:
            promise = tx.get(Promise, promise_id)
            if state != PromiseState.OPEN and settled_on < promise.made_on:
                raise RuleError("settled_before_made")
            assign(
                promise,
                {
                    "state": _ended(tx, promise, state, settled_on),
                    "settled_on": None if state == PromiseState.OPEN else settled_on,
                    "cause": cause,
                    "cause_text": cause_text,
                    "workaround": workaround,
                    "effect_seen": effect_seen or promise.effect_seen,
                },
            )
    return tx.changes()


def _ended(tx: Transaction, promise: Promise, state: str, settled_on: date) -> str:
    if state != PromiseState.KEPT:
        return state
    steps = read_due_steps(tx.connection, promise.id).get(promise.id, [])
    due = counted_due(steps, promise.due_on)
    return PromiseState.KEPT_LATE if due is not None and settled_on > due else state


def _named(store: Store, promise_ids: Collection[str]) -> str | None:
    """What the promises are about, for the list of operations: the first two."""
    first = list(promise_ids)[:2]
    p = t.promise.c
    with store.read() as connection:
        rows = connection.execute(select(p.id, p.what).where(p.id.in_(first)))
        found = {row.id: row.what for row in rows}
    named = [found[promise_id] for promise_id in first if promise_id in found]
    more = " …" if len(promise_ids) > len(first) else ""
    return f"{' / '.join(named)}{more}" if named else None


def move_due(
    store: Store, *, promise_ids: Collection[str], due_on: date, asked_by: str, reason: str, now: datetime
) -> Changes:
    """Another due day for open promises, with who wanted it and why: both stay in the change log, and so does the
    first day.

    ``asked_by`` is a DueMover. Raises RuleError without a reason, where the promise is settled, or due before made.
    """
    reason = require(reason, "due_reason")
    with store.write(f"{MOVED}{DueMover(asked_by)}", now=now, summary=reason) as tx:
        for promise_id in promise_ids:
            promise = tx.get(Promise, promise_id)
            if promise.state != PromiseState.OPEN:
                raise RuleError("due_of_settled")
            assign(promise, {"due_on": due_on})
            _check(tx, promise)
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


def finish_step(store: Store, *, visit_id: str, done_on: date, now: datetime) -> Changes:
    """The next step that a visit's report wrote down is done: from now on it stands as an action, and a finished one.

    Raises RuleError where the report names no next step.
    """
    with store.write("action.finish", now=now) as tx:
        visit = tx.get(Visit, visit_id)
        steps = [report.next_step for report in tx.every(VisitReport, visit_id=visit_id) if report.next_step]
        what = require(next(iter(steps), None), "what")
        tx.add(
            Action(
                id=tx.new_id(),
                what=what,
                account_id=visit.account_id,
                visit_id=visit_id,
                state=ActionState.DONE,
                done_on=done_on,
            )
        )
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
