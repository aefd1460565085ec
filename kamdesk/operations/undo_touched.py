"""What holds an operation fast: what was written on it later, what would be left pointing at rows that are gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, ForeignKey, RowMapping, Select, Table, and_, or_, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.marking import CREATED
from kamdesk.db.recording import scalar
from kamdesk.domain.errors import RuleError
from kamdesk.operations.undo_rivals import rivals

SHARE = t.informant_share.name
_SOME = 500
ALONE = """NOT EXISTS (SELECT 1 FROM change AS other
    WHERE other.operation = ?1 AND other."table" <> 'informant_share')"""
"""An operation about nothing else. What went along with a hand-over and was taken back since does not hold it fast:
saying so would tell that something went along."""
_WRITTEN_LATER = f"""
SELECT later."table" FROM change AS later
WHERE later.counter > (SELECT max(counter) FROM change WHERE operation = ?1) AND later.operation > ?1
AND (later."table" <> 'informant_share' OR {ALONE})
AND EXISTS (SELECT 1 FROM change AS own WHERE own."row" = later."row" AND own.operation = ?1
    AND (own.field = later.field OR {CREATED.replace("field", "own.field").replace("old", "own.old")}))
AND NOT EXISTS (SELECT 1 FROM change AS newest
    WHERE newest."row" = later."row" AND newest.field = later.field AND newest.counter > later.counter)
AND later.new IS NOT (SELECT own.new FROM change AS own
    WHERE own."row" = later."row" AND own.field = later.field AND own.operation = ?1
    ORDER BY own.counter DESC LIMIT 1)
LIMIT 1"""


def refuse_if_touched(connection: Connection, number: int) -> None:
    """Raises RuleError where a field that this operation wrote, or a row that it created, was written later.

    Later writes that undid each other, so that a field stands as this operation left it, don't count. What came in
    from another book is in no log: it shows in the rows, or waits beside this book's own for a choice.
    """
    table = plain.first(connection, _WRITTEN_LATER, (number,))
    if table is None and connection.scalar(select(t.sync_row.c.row).limit(1)):
        table = next(_come_in(connection, number), None) or _beside(connection, number)
    if table is not None:
        raise RuleError("undo_touched", table=table)


def _come_in(connection: Connection, number: int) -> Iterator[str]:
    """The tables with a field that doesn't hold what this operation left in it: another book's value has come in, or
    the row has left the book.
    """
    tables = written(connection, number)
    for name in tables if tables == {SHARE} else tables - {SHARE}:
        last = ""
        while some := _rows_of(connection, number, name, last):
            last = some[-1]
            if _stands_otherwise(connection, number, name, some):
                yield name


def _beside(connection: Connection, number: int) -> str | None:
    """A table with a field that holds several books' values. Raises RuleError where one is to be chosen."""
    for table, open_ in rivals(connection, number):
        if table != SHARE or written(connection, number) == {SHARE}:
            if open_:
                raise RuleError("undo_conflict", table=table)
            return table
    return None


def _rows_of(connection: Connection, number: int, table: str, after: str) -> list[str]:
    change = t.change.c
    rows = select(change.row).where(change.operation == number, change.table == table, change.row > after)
    return list(connection.scalars(rows.distinct().order_by(change.row).limit(_SOME)))


def _stands_otherwise(connection: Connection, number: int, name: str, ids: list[str]) -> bool:
    change, table = t.change.c, t.metadata.tables[name]
    left: dict[tuple[str, str], str | None] = {}
    created: set[str] = set()
    for line in connection.execute(
        select(t.change).where(change.operation == number, change.row.in_(ids)).order_by(change.counter)
    ):
        left[line.row, line.field] = line.new
        if line.field == "recorded_at" and line.old is None:
            created.add(line.row)
    gone = set(ids)
    for row in connection.execute(select(table).where(table.c.id.in_(ids))).mappings():
        gone.discard(row["id"])
        if _differs(row, left, created=row["id"] in created):
            return True
    return bool(gone)


def _differs(row: RowMapping, left: Mapping[tuple[str, str], str | None], *, created: bool) -> bool:
    return any(
        scalar(row[field]) != left.get((row["id"], field))
        for field in row
        if (row["id"], field) in left or (created and field != "id")
    )


def creations(number: int) -> Select[tuple[str]]:
    return select(t.change.c.row).where(
        t.change.c.operation == number, t.change.c.field == "recorded_at", t.change.c.old.is_(None)
    )


def dangling(connection: Connection, mine: int | None, number: int) -> Iterator[str]:
    """The tables with a row that would be left pointing at a row taken back: at one that the undone operation had
    created, or because this undo (``mine``) brought the row back or gave it back its old link.
    """
    created = creations(number)
    made, given_back = (written(connection, each) for each in (number, mine))
    for name in BY_TABLE.keys() - ({SHARE} if SHARE in made and made != {SHARE} else set()):
        table = t.metadata.tables[name]
        for key in table.foreign_keys:
            concerned = name in given_back or key.column.table.name in made
            if concerned and connection.scalar(_left_pointing(table, key, mine, created)):
                yield name
    there = t.attachment.c
    orphans = select(there.id).where(there.deleted_at.is_(None), there.subject_id.in_(created))
    if connection.scalar(orphans.limit(1)):
        yield t.attachment.name


def written(connection: Connection, number: int | None) -> set[str]:
    """The tables that an operation wrote to."""
    return set(connection.scalars(select(t.change.c.table).where(t.change.c.operation == number).distinct()))


def _left_pointing(
    table: Table, key: ForeignKey, mine: int | None, created: Select[tuple[str]]
) -> Select[tuple[str]]:
    target = key.column.table.alias("linked_to")
    change = t.change.c
    given_back = select(change.row).where(
        change.operation == mine,
        change.table == table.name,
        or_(change.field == key.parent.name, and_(change.field == "deleted_at", change.new.is_(None))),
    )
    return (
        select(table.c.id)
        .join(target, target.c.id == key.parent)
        .where(table.c.deleted_at.is_(None), target.c.deleted_at.is_not(None))
        .where(or_(target.c.id.in_(created), table.c.id.in_(given_back)))
        .limit(1)
    )
