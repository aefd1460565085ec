"""A row set aside comes in on somebody's word: whoever was to bring the rest of it can't any more.

What a rep's book tells of another's writes waits for the other's own package. Where the other's disk was lost before
one was made these writes stand in the teller's book alone; a person who knows it lets them in.
"""

from __future__ import annotations

from datetime import datetime

from kamdesk.db import plain
from kamdesk.db.index.writing import follow
from kamdesk.db.own import settle_own
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound
from kamdesk.operations.week_end.identity import held_keys, make_known
from kamdesk.operations.week_end.refusals import look_after, settle, waiting
from kamdesk.operations.week_end.undecided import take_what_waited
from kamdesk.sync.book.absorbing import SEQUENCE, absorb, remember
from kamdesk.sync.book.applying import Taking, Told
from kamdesk.sync.book.circles import part_circles
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
        item = next((each for each in waiting(connection) if each.number == number), None)
        if item is None:
            raise NotFound("refusal_missing", number=number)
        sequence = absorb(connection) + 1
        taking = Taking(connection, sequence=sequence, via=None)
        taking.unjudged(item.table, [Told(item.row, item.state)])
        settle(connection, number, now)
        take_what_waited(connection, taking, me, now)
        effect = taking.finish()
        remember(connection, SEQUENCE, sequence)
        part_circles(connection, effect, now)
        absorb(connection)
        let_circles_wait(connection, taking.origins, effect)
        settle_own(connection)
        if is_office(connection):
            wrote = "SELECT rep FROM sync_origin WHERE id = ?"
            writer = plain.first(connection, wrote, (item.state.base[0],))
            look_after(connection, item.table, item.row, writer or item.rep)
        follow(connection, effect.written, effect.left)
    return Changes(NAME, None, {table: frozenset(ids) for table, ids in effect.written.items() if ids})
