"""How quickly search answers over 10,000 accounts and 200,000 notes, against LIKE over the same texts in the same run.

Each kind of query is asked of the index twice: for the first page of hits as the window shows it (every kind of record,
read and marked), and for the bare page of the records' numbers; and of LIKE for a page of the same texts. Recall is the
share of what LIKE finds anywhere that the index finds too, to the last page: it must be 1. The index is measured as its
pages in the file, the text as its bytes. Writing is one note in a transaction, with the index and with it put off.

    python benchmarks/search.py [--accounts 10000] [--notes 200000] [--queries 40]
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from kamdesk.db.engine import connect
from kamdesk.db.opening import new_book
from kamdesk.db.sounds import sound
from kamdesk.db.store import Store
from kamdesk.domain.query import expressions, parse
from kamdesk.domain.tokens import initials, spoken
from kamdesk.operations.book import set_up
from kamdesk.operations.indexing import build_index, postpone_index
from kamdesk.operations.promises import add_note
from kamdesk.reads.search import search, search_kind

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)
CITIES = [
    "成都",
    "绵阳",
    "德阳",
    "眉山",
    "乐山",
    "宜宾",
    "泸州",
    "自贡",
    "内江",
    "南充",
    "达州",
    "广元",
    "遂宁",
    "雅安",
    "资阳",
    "台州",
    "温州",
    "宁波",
]
TRADES = [
    "大药房",
    "连锁超市",
    "便利店",
    "建材商行",
    "五金机电",
    "贸易有限公司",
    "生鲜超市",
    "口腔诊所",
    "汽配城",
    "陶瓷",
    "卫浴",
]
LATIN = [
    "price",
    "discount",
    "sample",
    "display",
    "shelf",
    "promo",
    "order",
    "invoice",
    "tender",
    "contract",
    "delivery",
    "clinic",
    "visit",
    "SKU",
]
STAMP = "2026-11-25T02:00:00.000000+00:00"
Fill = tuple[list[tuple[str, str]], list[tuple[str, str, str]], list[tuple[str, str]]]


def texts(chance: random.Random, accounts: int, notes: int) -> Fill:
    """Accounts (id, name), notes (account, text, day), telephones (account, number); words repeat as in speech."""
    letters = [chr(number) for number in chance.sample(range(0x4E00, 0x9F00), 1_500)]
    usual = list(accumulate(1 / (place + 3) for place in range(len(letters))))
    words = [
        "".join(chance.choices(letters, cum_weights=usual, k=chance.choice((2, 2, 2, 3, 4))))
        for _ in range(6_000)
    ]
    often = list(accumulate(1 / (place + 20) for place in range(len(words))))
    made: Fill = ([], [], [])
    for number in range(accounts):
        name = chance.choice(CITIES) + chance.choice(words) + chance.choice(TRADES)
        made[0].append((f"account{number:08}", name))
        made[2].append((f"account{number:08}", f"13{chance.randrange(10**9):09}"))
    for _ in range(notes):
        said: list[str] = []
        for word in chance.choices(words, cum_weights=often, k=chance.randint(12, 32)):
            drawn = chance.random()
            said += [word, f" {chance.choice(LATIN)} " if drawn < 0.04 else "，" if drawn < 0.14 else ""]
        day = TODAY - timedelta(days=chance.randrange(1_500))
        made[1].append((f"account{chance.randrange(accounts):08}", f"{''.join(said)}。", day.isoformat()))
    return made


def fill(store: Store, made: Fill) -> None:
    """Past the change log, which has no part in this."""
    with closing(connect(store.path, None)) as connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO account (id, recorded_at, name, level, status) VALUES (?, ?, ?, 'company', 'active')",
            [(account, STAMP, name) for account, name in made[0]],
        )
        connection.executemany(
            "INSERT INTO account_phone (id, recorded_at, account_id, number, kind, rank)"
            " VALUES (?, ?, ?, ?, 'mobile', 0)",
            [(f"phone{place:010}", STAMP, *phone) for place, phone in enumerate(made[2])],
        )
        connection.executemany(
            "INSERT INTO note (id, recorded_at, account_id, text, noted_on) VALUES (?, ?, ?, ?, ?)",
            [(f"00000000-0000-7000-8000-{place:012}", STAMP, *note) for place, note in enumerate(made[1])],
        )
        connection.execute("COMMIT")


def queries(chance: random.Random, made: Fill, count: int) -> dict[str, list[str]]:
    """What is typed, by kind: pieces of the texts themselves."""

    def of_notes(length: int) -> list[str]:
        found: list[str] = []
        while len(found) < count:
            run = chance.choice(chance.choice(made[1])[1].replace("。", "，").replace(" ", "，").split("，"))
            if len(run) >= length and not run.isascii():
                begin = chance.randrange(len(run) - length + 1)
                found.append(run[begin : begin + length])
        return found

    names = [name for _, name in chance.sample(made[0], count)]
    return {
        **{
            f"{length} Chinese" + (" character" if length == 1 else " characters"): of_notes(length)
            for length in (1, 2, 3, 4, 6)
        },
        "a Latin word": chance.choices(LATIN, k=count),
        "its first 2 letters": [word[:2] for word in chance.choices(LATIN, k=count)],
        "pinyin of 2 characters": [spoken(sound(name)[2:4]) for name in names],
        "initials, all": [initials(sound(name)) for name in names],
        "initials, 2": [initials(sound(name)[:2]) for name in names],
        "4 digits of a telephone": [chance.choice(made[2])[1][4:8] for _ in range(count)],
        "account and word": [f"{chance.choice(CITIES)} {word}" for word in of_notes(2)],
        "nothing holds it": [f"{a}龘{b}" for a, b in zip(of_notes(1), of_notes(1), strict=True)],
    }


def timed(ask: Callable[[str], Any], typed: Sequence[str]) -> list[float]:
    """Milliseconds of the processor that each takes, the least of three."""
    took: list[float] = []
    for words in typed:
        spent: list[float] = []
        for _ in range(3):
            begin = time.thread_time()
            ask(words)
            spent.append((time.thread_time() - begin) * 1_000)
        took.append(min(spent))
    return sorted(took)


def told(took: list[float]) -> str:
    return f"{statistics.median(took):8.2f} {took[int(len(took) * 0.95)]:8.2f}"


def recall(store: Store, connection: Any, typed: Sequence[str]) -> float:
    """Of the notes in which LIKE finds what was typed, how many search finds, all pages read."""
    due, got = 0, 0
    for words in typed:
        wanted = {
            row[0] for row in connection.execute("SELECT id FROM note WHERE text LIKE ?", (f"%{words}%",))
        }
        found: set[str] = set()
        after = None
        while wanted:
            page = search_kind(store, typed=words, kind="note", after=after, limit=2_000)
            found |= {hit.id for hit in page.hits}
            after = page.after
            if after is None:
                break
        due, got = due + len(wanted), got + len(wanted & found)
    return got / due if due else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=10_000)
    parser.add_argument("--notes", type=int, default=200_000)
    parser.add_argument("--queries", type=int, default=40)
    asked = parser.parse_args()
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        store = new_book(Path(folder) / "book.kam", now=NOW)
        set_up(store, rep_name="林岚", now=NOW)
        postpone_index(store)
        made = texts(chance, asked.accounts, asked.notes)
        fill(store, made)
        with closing(connect(store.path, None)) as connection:
            size = used(connection)
        begin = time.perf_counter()
        build_index(store)
        built = time.perf_counter() - begin
        with closing(connect(store.path, None)) as connection:
            size = used(connection) - size
            text = sum(len(note[1].encode()) for note in made[1]) + sum(
                len(name.encode()) for _, name in made[0]
            )
            print(
                f"index built in {built:.1f} s, {(asked.accounts + asked.notes) / built:,.0f} records a second"
            )
            print(f"index {size / 1e6:.1f} MB, text {text / 1e6:.1f} MB, {size / text:.2f} of it")
            print(f"{'ms, p50 and p95':26}      as shown           numbers             LIKE   recall")
            every: list[float] = []
            for kind, typed in queries(chance, made, asked.queries).items():
                search(store, typed=typed[0])
                shown = timed(lambda words: search(store, typed=words), typed)
                every += shown
                bare = timed(lambda words: numbers(connection, words), typed)
                like = timed(lambda words: liked(connection, words), typed)
                found = recall(store, connection, typed[:8]) if "Chinese" in kind else None
                print(
                    f"{kind:26} {told(shown)} {told(bare)} {told(like)}   {'' if found is None else round(found, 4)}"
                )
            print(f"{'all':26} {told(sorted(every))}")
        writes(store, made)
        store.close()


def used(connection: Any) -> int:
    """Bytes of the pages that hold something."""
    page, pages, free = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_size", "page_count", "freelist_count")
    )
    return page * (pages - free)


def numbers(connection: Any, typed: str) -> None:
    connection.execute(
        "SELECT rowid FROM search_term WHERE search_term MATCH ? ORDER BY rowid DESC LIMIT 20",
        (expressions(parse(typed))[-1],),
    ).fetchall()


def liked(connection: Any, typed: str) -> None:
    connection.execute(
        "SELECT id, text FROM note WHERE text LIKE ? ORDER BY noted_on DESC LIMIT 20", (f"%{typed}%",)
    ).fetchall()


def writes(store: Store, made: Fill) -> None:
    def one(typed: str) -> None:
        add_note(store, account_id=made[0][7][0], text=typed, noted_on=TODAY, now=NOW)

    given = [text for _, text, _ in made[1][:60]]
    timed(one, given[:5])
    indexed = timed(one, given)
    postpone_index(store)
    print(f"{'one note written':26} {told(indexed)}, without the index {told(timed(one, given))}")


if __name__ == "__main__":
    main()
