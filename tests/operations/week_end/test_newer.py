"""What a newer book told is kept, passed on, and has its columns once the program that knows them is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kamdesk.db.engine import connect
from kamdesk.db.opening import check_book, open_book
from kamdesk.db.store import Store
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.packing import Order, pack, pack_for_rep
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.operations.week_end.taking import take_in
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.package.keys import new_keys
from kamdesk.sync.package.lines import MAJOR, MINOR, Header, RowLine, StampLine
from kamdesk.sync.package.reading import open_package
from kamdesk.sync.package.writing import write_package
from tests.books import NOW, make_book
from tests.db.test_migrating import Newer
from tests.operations.week_end.books import meet, office_of
from tests.sync.test_book import value

AT = "2026-11-24T09:00:00.000000+00:00"
STEPS = """
    op.add_column("account", sa.Column("nickname", sa.Text()))
    op.add_column("account", sa.Column("floors", sa.Integer(), nullable=False, server_default="1"))
    op.create_table(
        "gift",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text()),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("after_id", sa.Text(), sa.ForeignKey("gift.id")),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.Boolean(), nullable=False),
    )
"""


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newer:
    return Newer(tmp_path, monkeypatch)


def lines() -> Iterator[object]:
    """An account with two fields more; gifts, of which a table is not known: the later leads to the former, one to an
    account that never comes, one lacks what it must have.
    """
    yield StampLine(0, 1, 1, "lin")
    account = {"recorded_at": AT, "name": "岩屿", "level": "company", "status": "active"}
    yield RowLine(
        0, "a", (0, 1), (0, 1), (*(account.get(name) for name in shapes()["account"].fields), "岩石", 3)
    )
    for row, told in {
        "g1": [AT, None, "a", "g2", "茶", True],
        "g2": [AT, None, "a", None, "月饼", False],
        "g3": [AT, None, "nowhere", None, "酒", True],
        "g4": [AT, None, "a", None, None, True],
        "g5": [AT, None, "a", None, "书", "yes"],
    }.items():
        yield RowLine(1, row, (0, 1), (0, 1), tuple(told))


def told_by_a_newer(store: Store, path: Path) -> None:
    keys = new_keys()
    card = keys.card("rep", "林岚", "newer")
    me = identity(store, rep="林岚")
    add_peer(store, card=card, now=NOW)
    header = Header(
        kamdesk="week package",
        format=(MAJOR, MINOR),
        schema=99,
        program="9",
        key=card.key,
        rep=card.rep,
        device=card.device,
        role="rep",
        recipient=card.recipient,
        replica="newer",
        since=0,
        upto=1,
        acks={},
        spared=None,
        made_at=NOW.isoformat(),
        week=None,
        closed=False,
        origins=["newer"],
        devices=[("林岚", "newer")],
        tables=[
            ("account", [*shapes()["account"].fields, "nickname", "floors"]),
            ("gift", ["recorded_at", "deleted_at", "account_id", "after_id", "what", "wrapped"]),
        ],
    )
    write_package(
        path,
        header,
        lines(),  # type: ignore[arg-type]
        keys=keys,
        recipients=[me.card.recipient],
        passphrase=None,
        check=lambda path: None,
    )
    take_in(store, path=path, now=NOW)


def passed_on(store: Store, path: Path) -> dict[str, dict[str, object]]:
    pack(store, order=Order(path, NOW, everything=True))
    package = open_package(path, identity(store).keys.opening)
    tables = package.header.tables
    return {
        line.row: {**dict(zip(tables[line.table][1], line.values, strict=False)), **(line.extra or {})}
        for line in package.lines()
        if isinstance(line, RowLine) and tables[line.table][0] in ("account", "gift")
    }


def test_what_a_newer_book_told_has_its_columns_after_the_upgrade(tmp_path: Path, newer: Newer) -> None:
    store = make_book(tmp_path / "book")
    told_by_a_newer(store, tmp_path / "a.kamweek")
    assert value(store, "a", "name") == "岩屿"
    given = passed_on(store, tmp_path / "b.kamweek")
    assert (given["a"]["nickname"], given["a"]["floors"]) == ("岩石", 3)
    assert (given["g1"]["after_id"], given["g1"]["what"], given["g1"]["wrapped"]) == ("g2", "茶", True)
    store.close()
    newer.add(STEPS)
    store = open_book(store.path, backups=tmp_path / "backups", now=NOW)
    store.close()
    with closing(connect(store.path, None, pragmas=(), read_only=True)) as connection:
        assert connection.execute("SELECT nickname, floors FROM account").fetchall() == [("岩石", 3)]
        gifts = connection.execute("SELECT id, after_id, what, wrapped FROM gift ORDER BY id").fetchall()
        assert gifts == [("g1", "g2", "茶", 1), ("g2", None, "月饼", 0)]
        places = dict(
            connection.execute("SELECT row, place FROM sync_row WHERE \"table\" = 'gift'").fetchall()
        )
        assert places == {"g1": None, "g2": None, "g3": "parked", "g4": "parked", "g5": "parked"}
        rest = connection.execute("SELECT rest FROM sync_row WHERE \"table\" = 'account'").fetchone()
        assert rest == (None,)
    assert check_book(store.path) == []


def test_an_upgrade_that_knows_no_more_leaves_what_is_kept(tmp_path: Path, newer: Newer) -> None:
    store = make_book(tmp_path / "book")
    told_by_a_newer(store, tmp_path / "a.kamweek")
    store.close()
    newer.add('op.add_column("account", sa.Column("other", sa.Text()))')
    store = open_book(store.path, backups=tmp_path / "backups", now=NOW)
    given = passed_on(store, tmp_path / "b.kamweek")
    assert given["a"]["nickname"] == "岩石"
    assert given["g2"]["what"] == "月饼"
    store.close()


def test_a_row_of_a_table_that_the_office_lacks_goes_on_to_the_reps_other_laptop(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    told_by_a_newer(office, tmp_path / "newer.kamweek")
    two = make_book(tmp_path / "two")
    identity(two, rep="林岚", device="two")
    meet(office, two)
    path = tmp_path / "back.kamweek"
    pack_for_rep(office, rep="林岚", order=Order(path, NOW))
    package = open_package(path, identity(office).keys.opening)
    assert {"a", "g2"} <= {line.row for line in package.lines() if isinstance(line, RowLine)}
    office.close()
    two.close()
