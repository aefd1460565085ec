"""The rows that `sync.py` measures with, the book that takes them in, and the packages that tell them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

NOW = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
FIELDS = [
    "recorded_at",
    "name",
    "short_name",
    "level",
    "status",
    "kind",
    "province",
    "city",
    "district",
    "address",
    "wechat",
]


def values(number: int, turn: int) -> list[str]:
    return [
        "2026-11-27T10:00:00.000000+00:00",
        f"岩屿建材第{number}门市部",
        f"岩屿{number}",
        "company",
        "active",
        "dealer",
        "浙江省",
        f"杭州市{turn}",
        "西湖区",
        f"文一西路{number}号",
        f"wx{number}",
    ]


def make(folder: Path, rows: int) -> None:
    """Two packages as another book writes them: all rows new, then each with one field written anew."""
    from kamdesk.operations.week_end.identity import identity
    from kamdesk.operations.week_end.peers import add_peer
    from kamdesk.sync.book.shapes import shapes
    from kamdesk.sync.package.keys import new_keys
    from kamdesk.sync.package.lines import Header, RowLine, StampLine
    from kamdesk.sync.package.writing import write_package

    rest = [name for name in shapes()["account"].fields if name not in FIELDS]
    store = book(folder)
    keys = new_keys()
    card = keys.card("rep", "林岚", "bench")
    me = identity(store, rep="林岚")
    add_peer(store, card=card, now=NOW)
    store.close()
    for turn in (1, 2):

        def lines(turn: int = turn) -> Iterator[object]:
            yield StampLine(0, turn, turn, None)
            for number in range(rows):
                told = None if turn == 1 else {"city": [(0, 2, "杭州市1", None)]}
                yield RowLine(0, f"{number:032x}", (0, turn), (0, 1), tuple(values(number, turn)), told)

        header = Header(
            kamdesk="week package",
            format=(1, 0),
            schema=6,
            program="0",
            key=card.key,
            rep=card.rep,
            device=card.device,
            role="rep",
            recipient=card.recipient,
            replica="bench",
            since=turn - 1,
            upto=turn,
            acks={},
            spared=None,
            made_at=NOW.isoformat(),
            week=None,
            closed=False,
            origins=["bench"],
            devices=[None],
            tables=[("account", [*FIELDS, *rest])],
        )
        write_package(
            folder / f"{turn}.kamweek",
            header,
            lines(),  # type: ignore[arg-type]
            keys=keys,
            recipients=[me.card.recipient],
            passphrase=None,
            check=lambda path: None,
        )


def book(folder: Path) -> object:
    from kamdesk.db.opening import new_book, open_book

    path = folder / "book.kam"
    if path.exists():
        return open_book(path, backups=folder, now=NOW)
    return new_book(path, now=NOW)
