"""The index against a fresh one: every record with its rank, its label and all that it is found by."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing

from kamdesk.db.engine import connect
from kamdesk.db.index.building import RULES, begin_anew, build
from kamdesk.db.index.numbers import rank_in, unpacked
from kamdesk.db.index.writing import kept_state
from kamdesk.db.store import Store

Indexed = dict[str, tuple[int, str | None, frozenset[str]]]


def indexed(store: Store) -> Indexed:
    """What the index holds, by record."""
    with closing(connect(store.path, store.key)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, search_term, instance)")
        terms: dict[int, set[str]] = defaultdict(set)
        for term, number in connection.execute("SELECT term, doc FROM temp.seen"):
            terms[number].add(term)
        docs = connection.execute("SELECT number, record, label FROM search_doc").fetchall()
    assert set(terms) <= {number for number, _, _ in docs}, "terms of a record that is gone"
    return {
        unpacked(record): (rank_in(number), label, frozenset(terms[number])) for number, record, label in docs
    }


def assert_index_is_true(store: Store) -> Indexed:
    """The index as it was kept is the index as it would be made; it is left as it was made."""
    with store.read() as connection:
        assert kept_state(connection) == RULES
    kept = indexed(store)
    with store.write_local() as connection:
        begin_anew(connection)
        build(connection)
    made = indexed(store)
    assert kept.keys() == made.keys()
    for record, entry in made.items():
        assert kept[record] == entry
    return made
