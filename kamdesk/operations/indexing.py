"""The search index of a book that was there before it: built in pieces, between which others have their turn."""

from __future__ import annotations

from kamdesk.db.index import building
from kamdesk.db.index.building import Building
from kamdesk.db.store import Store


def build_piece(store: Store) -> Building:
    """Reads the next records into the index; says how far it is then. Nothing is done where it is ready."""
    with store.read() as connection:
        if building.state(connection).ready:
            return building.READY
    with store.write_local() as connection:
        building.build_piece(connection)
        return building.state(connection)


def postpone_index(store: Store) -> None:
    """Nothing is indexed from now on until `build_index`, as suits a book that is made in thousands of small writes."""
    with store.write_local() as connection:
        building.begin_anew(connection)


def build_index(store: Store) -> None:
    """Makes the index anew, all at once."""
    with store.write_local() as connection:
        building.begin_anew(connection)
        building.build(connection)
