"""A row set aside comes in on somebody's word: whoever was to bring the rest of it can't any more.

What a rep's book tells of another's writes waits for the other's own package. Where the other's disk was lost before
one was made these writes stand in the teller's book alone; a person who knows it lets them in.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.index.writing import follow
from kamdesk.db.own import settle_own
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound
from kamdesk.operations.week_end.identity import held_keys, make_known
from kamdesk.operations.week_end.parked import judge_what_was_parked, placed
from kamdesk.operations.week_end.refusals import Waiting, look_after_new, note, settle, waiting
from kamdesk.operations.week_end.undecided import take_what_waited
from kamdesk.sync.book.absorbing import SEQUENCE, absorb, remember
from kamdesk.sync.book.applying import Taking, Told
from kamdesk.sync.book.circles import part_circles
from kamdesk.sync.book.overruling import overrule, stand_as_before
from kamdesk.sync.book.rows import let_circles_wait
from kamdesk.sync.book.scope import is_office

NAME = "sync.vouch"


def vouch(store: Store, *, number: int, now: datetime) -> Changes:
    """Takes in the row as it was told, all writes in it as their writers', as though these had brought them.

    Like all that comes from other books it is no step that can be undone. Raises NotFound where the item does not wait
    (any more).
    """
    held = held_keys(store)
    with store.write_local() as connection:
        me = make_known(connection, held)
        item = next(
            (each for each in waiting(connection) if each.number == number and not each.at_rest), None
        )
        if item is None:
            raise NotFound("refusal_missing", number=number)
        sequence = absorb(connection) + 1
        taking = Taking(connection, sequence=sequence, via=None)
        taking.unjudged(item.table, [Told(item.row, item.state)])
        settle(connection, number, now)
        waited = take_what_waited(connection, taking, me, now)
        if is_office(connection):
            rep = _sharer(connection, item) or item.rep
            look_after_new(connection, taking.effect, rep, taking.waited)
        late = judge_what_was_parked(connection, taking, me, now)
        effect = taking.finish()
        late_refused = placed(connection, late)
        remember(connection, SEQUENCE, sequence)
        overruled = [*taking.to_overrule(waited), *(each for _, each in late_refused)]
        aside = overrule(connection, overruled, effect, now)
        part_circles(connection, effect, now)
        for writer, each in late_refused:
            note(connection, [each], writer, now)
        stand_as_before(connection, overruled, aside, absorb(connection))
        let_circles_wait(connection, taking.origins, effect)
        settle_own(connection)
        follow(connection, effect.written, effect.left)
    return Changes(NAME, None, {table: frozenset(ids) for table, ids in effect.written.items() if ids})


def _sharer(connection: Connection, item: Waiting) -> str | None:
    """Who shares the account with the one that told of it, as that one's book says: the office may not have met who
    does. The share stands here, lies aside for want of the account, or waits as this does.
    """
    said = [
        *plain.rows(connection, "SELECT account_id, colleague, shared_by FROM account_share"),
        *plain.rows(
            connection,
            "SELECT json_extract(rest, '$.account_id') AS account_id, json_extract(rest, '$.colleague') AS colleague,"
            " json_extract(rest, '$.shared_by') AS shared_by FROM sync_row"
            " WHERE place = 'parked' AND \"table\" = 'account_share'",
        ),
    ]
    waits = [each.state.values for each in waiting(connection) if each.table == t.account_share.name]
    told = [(each.account_id, each.colleague, each.shared_by) for each in said]
    told += [(each.get("account_id"), each.get("colleague"), each.get("shared_by")) for each in waits]
    return next((str(by) for account, to, by in told if (account, to) == (item.row, item.rep) and by), None)
