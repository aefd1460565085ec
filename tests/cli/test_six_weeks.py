"""Six weeks of two laptops of one rep, a colleague and an office, by the command line alone.

A file is lost, one comes twice, a clock runs ten years ahead, a backup is restored, a package is of an older minor
format; files come in whatever order. In the end the digests agree, and each conflict was settled by a person's choice.
"""

from __future__ import annotations

import io
import json
import random
import shutil
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
import zstandard

from kamdesk.db.opening import open_book
from kamdesk.domain.account import Account
from kamdesk.operations.promises import add_note
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.peers import peers
from kamdesk.sync.package.lines import MAJOR, MINOR
from kamdesk.sync.package.reading import open_package
from kamdesk.sync.package.sealing import seal, unseal
from tests.cli.test_week_end import Desk, accounts, rep

FRIDAY = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
CITIES = ("杭州", "宁波", "绍兴", "嘉兴", "湖州", "金华")
WEEKS = 6


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


class World:
    """Who there is, and what happens in a week."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, random.Random(seed)
        self.work, self.home = rep(desk, "Lin", "work", "work"), rep(desk, "Lin", "home", "home")
        self.qin, self.office = rep(desk, "Qin", "qin", "qin"), desk.at("office.kam")
        desk("office", "init", "--db", self.office, "-o", desk.at("office.card"))
        for card in ("work", "home", "qin"):
            desk("office", "enroll", desk.at(f"{card}.card"), "--db", self.office)
        for book in self.books:
            desk("peers", "--book", book, "add", desk.at("office.card"))
        self.settled = self.files = 0
        self.week = 0

    @property
    def books(self) -> tuple[Path, Path, Path]:
        return self.work, self.home, self.qin

    def now(self, book: Path | None = None) -> list[str]:
        """Friday of the week; in the fourth one colleague's clock is ten years ahead."""
        years = 10 if book == self.qin and self.week == 3 else 0
        return ["--now", (FRIDAY + timedelta(weeks=self.week, days=3653 * years // 10)).isoformat()]

    def edit(self, book: Path) -> None:
        """Changes an account's city or tells something of it; adds one."""
        at = datetime.fromisoformat(self.now(book)[1])
        store = open_book(book, backups=book.parent / "backups", now=at)
        with store.read() as connection:
            ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM account ORDER BY id")]
        shared = ids[0] if ids else None
        for chosen in {shared, self.chance.choice(ids)} if ids else ():
            with store.write("test.city", now=at) as tx:
                account = tx.get(Account, str(chosen))
                account.city = self.chance.choice([city for city in CITIES if city != account.city])
            add_note(
                store, account_id=str(chosen), text=f"{book.stem} {self.week}", noted_on=at.date(), now=at
            )
        with store.write("test.add", now=at) as tx:
            tx.add(Account(id=tx.new_id(), name=f"{book.stem}{self.week}", level="company", status="active"))  # type: ignore[arg-type]
        store.close()

    def hand_over(
        self, *, lost: Path | None = None, twice: Path | None = None, older: Path | None = None
    ) -> None:
        """Every book packs for the office; the files come in whatever order, and answers go back."""
        files: list[Path] = []
        for book in self.books:
            self.files += 1
            path = self.desk.at(f"{book.stem}{self.files}.kamweek")
            self.desk("pack", "--book", book, "-o", path, "--to", "office", *self.now(book))
            if book == older:
                as_format_1_0(book, path)
            if book == twice:
                shutil.copy(path, path.with_suffix(".copy"))
                files.append(path.with_suffix(".copy"))
            if book != lost:
                files.append(path)
        self.chance.shuffle(files)
        for path in files:
            self.desk("office", "import", path, "--db", self.office, *self.now())
        for name, books in (("Lin", [self.work, self.home]), ("Qin", [self.qin])):
            self.files += 1
            back = self.desk.at(f"back{self.files}.kamweek")
            self.desk("office", "export", "--db", self.office, "--rep", name, "-o", back, *self.now())
            for book in books:
                self.desk("unpack", back, "--book", book, *self.now(book))

    def settle(self) -> None:
        """A person at one laptop chooses, conflict by conflict."""
        while found := json.loads(self.desk("conflicts", "--book", self.work, "--json")):
            assert all(value["rep"] in ("Lin", "Qin") for value in found[0]["values"])
            self.desk("conflicts", "--book", self.work, "--resolve", found[0]["id"], "--take", 1, *self.now())
            self.settled += 1

    def digests(self) -> dict[str, str]:
        at = self.now()
        found = {book.stem: self.desk("digest", "--book", book, *at) for book in self.books}
        for name in ("Lin", "Qin"):
            found[name] = self.desk("digest", "--db", self.office, "--rep", name, *at)
        return found

    def open_conflicts(self) -> list[object]:
        books = [json.loads(self.desk("conflicts", "--book", book, "--json")) for book in self.books]
        return [
            *json.loads(self.desk("conflicts", "--db", self.office, "--json")),
            *(c for b in books for c in b),
        ]


def as_format_1_0(book: Path, path: Path) -> None:
    """The package as a program of format 1.0 would have written it, signed and sealed anew with the book's keys."""
    store = open_book(book, backups=book.parent / "backups", now=FRIDAY)
    own, (office,) = identity(store), [peer for peer in peers(store) if peer.card.role == "office"]
    store.close()
    plain = unseal(path.read_bytes(), own.keys.opening)
    with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(plain)) as stream:
        lines = stream.read().splitlines()
    header = json.loads(lines[0])
    assert header["format"] == [MAJOR, MINOR]
    assert any(line.startswith(b'["k"') for line in lines)
    header["format"] = [1, 0]
    del header["scope"]
    kept = [
        json.dumps(header).encode(),
        *(line for line in lines[1:-1] if not line.startswith((b'["k"', b'["m"'))),
    ]
    data = b"".join(line + b"\n" for line in kept)
    digest = sha256(data).digest()
    end = ["end", json.loads(lines[-1])[1], digest.hex(), own.keys.sign(digest).hex()]
    content = zstandard.ZstdCompressor().compress(
        data + json.dumps(end, separators=(",", ":")).encode() + b"\n"
    )
    with path.open("wb") as out:
        seal(io.BytesIO(content), out, [own.card.recipient, office.card.recipient])
    assert open_package(path, own.keys.opening).header.format == (1, 0)


def live(world: World) -> World:
    desk = world.desk
    accounts(desk, world.work, "岩屿建材", "文一商行")
    desk("share", "--book", world.work, "--account", "岩屿", "--with", "Qin", *world.now())
    world.hand_over()
    world.hand_over()
    for world.week in range(WEEKS):
        for book in world.books:
            world.edit(book)
        if world.week == 2:
            kept = Path(desk("backup", world.work, *world.now()).split()[-1])
        if world.week == 4:
            desk("restore", kept, world.work, *world.now())
            world.edit(world.work)
        world.hand_over(
            lost=world.work if world.week == 1 else None,
            twice=world.home if world.week == 2 else None,
            older=world.qin if world.week == 3 else None,
        )
        world.settle()
    for _ in range(3):
        world.hand_over()
        world.settle()
    return world


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_six_weeks(desk: Desk, seed: int) -> None:
    world = live(World(desk, seed))
    found = world.digests()
    assert found["work"] == found["home"] == found["Lin"]
    assert found["qin"] == found["Qin"]
    assert found["qin"] != found["work"]
    assert world.settled > 0
    assert world.open_conflicts() == []
    assert json.loads(desk("refused", "--db", world.office, "--json")) == []
