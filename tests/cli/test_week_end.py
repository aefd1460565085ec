"""Week end from the command line: two laptops of one rep, a colleague and an office."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kamdesk.cli import main
from kamdesk.db.opening import open_book
from kamdesk.domain.account import Account
from kamdesk.domain.errors import BookError

NOW = ["--now", "2026-11-27T18:00:00+08:00"]


class Desk:
    """Runs commands; the answer is what they printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: object, code: int = 0) -> str:
        assert main([*map(str, words), "--language", "en"]) == code, self._capsys.readouterr().err
        return self._capsys.readouterr().out

    def at(self, name: str) -> Path:
        return self.folder / name

    def refused(self, *words: object, code: int = 1) -> str:
        assert main([*map(str, words), "--language", "en"]) == code
        return self._capsys.readouterr().err


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def rep(desk: Desk, name: str, book: str, device: str) -> Path:
    path = desk.at(f"{book}.kam")
    desk("new", path, "--name", name, *NOW)
    desk("identity", "--book", path, "--name", name, "--device", device, "-o", desk.at(f"{book}.card"))
    return path


def accounts(desk: Desk, book: Path, *names: str) -> None:
    path = desk.at("list.csv")
    path.write_text("客户名称,城市\n" + "".join(f"{name},杭州\n" for name in names), encoding="utf-8")
    desk("import", path, "--book", book, *NOW)


def move(book: Path, city: str) -> None:
    store = open_book(book, backups=book.parent / "backups", now=datetime.now(UTC))
    with store.write("test.move", now=datetime.now(UTC)) as tx:
        (account,) = tx.every(Account, name="岩屿建材")
        account.city = city
    store.close()


def test_two_laptops_a_colleague_and_an_office(desk: Desk) -> None:
    work, home, other = (
        rep(desk, "Lin", "work", "work"),
        rep(desk, "Lin", "home", "home"),
        rep(desk, "Qin", "q", "q"),
    )
    office = desk.at("office.kam")
    desk("office", "init", "--db", f"sqlite:///{office}", "-o", desk.at("office.card"))
    for card in ("work", "home", "q"):
        desk("office", "enroll", desk.at(f"{card}.card"), "--db", office)
    for book in (work, home, other):
        desk("peers", "--book", book, "add", desk.at("office.card"))
    accounts(desk, work, "岩屿建材", "文一商行")
    accounts(desk, home, "西溪五金")
    accounts(desk, other, "下沙机电")
    drop = desk.at("drop")
    drop.mkdir()
    for week in range(2):
        for book in (work, home, other):
            desk("pack", "--book", book, "-o", drop / f"{book.stem}{week}.kamweek", *NOW)
        assert "Taken in" in desk("office", "import", drop, "--db", office, *NOW)
        for name, books in (("Lin", [work, home]), ("Qin", [other])):
            back = desk.at(f"{name}{week}.kamweek")
            desk("office", "export", "--db", office, "--rep", name, "-o", back, *NOW)
            for book in books:
                desk("unpack", back, "--book", book, *NOW)
    assert desk("digest", "--book", work) == desk("digest", "--book", home)
    assert desk("digest", "--book", work) == desk("digest", "--db", office, "--rep", "Lin")
    assert desk("digest", "--book", other) == desk("digest", "--db", office, "--rep", "Qin")
    assert desk("digest", "--book", other) != desk("digest", "--book", work)
    before = desk("digest", "--db", office)
    assert "before" in desk("office", "import", drop, "--db", office, *NOW)
    (drop / "cut.kamweek").touch()
    (drop / "notes.txt").write_text("x", encoding="utf-8")
    said = desk.refused("office", "import", drop, "--db", office, *NOW, code=2)
    assert "cut.kamweek" in said
    assert "notes.txt" not in said
    assert "Nobody called Zhao" in desk.refused("digest", "--db", office, "--rep", "Zhao")
    assert desk("digest", "--db", office) == before
    said = desk("office", "give", "--account", "西溪五金", "--to", "Qin", "--db", office, *NOW)
    assert "Qin's from now on (1 in all)" in said
    assert "Nobody called Zhao" in desk.refused(
        "office", "give", "--account", "西溪五金", "--to", "Zhao", "--db", office, *NOW
    )
    back = desk.at("given.kamweek")
    desk("office", "export", "--db", office, "--rep", "Qin", "-o", back, *NOW)
    desk("unpack", back, "--book", other, *NOW)
    assert "西溪五金" in desk("accounts", "--book", other)
    listed = desk("accounts", "--book", other)
    assert "下沙机电" in listed
    assert "岩屿建材" not in listed


def test_a_conflict_is_settled_from_the_command_line(desk: Desk) -> None:
    work, home = rep(desk, "Lin", "work", "work"), rep(desk, "Lin", "home", "home")
    desk("peers", "--book", work, "add", desk.at("home.card"))
    desk("peers", "--book", home, "add", desk.at("work.card"))
    accounts(desk, work, "岩屿建材")
    desk("pack", "--book", work, "-o", desk.at("a"), *NOW)
    assert (
        json.loads(desk("unpack", desk.at("a"), "--book", home, "--dry-run", "--json"))["new"]["account"] == 1
    )
    desk("unpack", desk.at("a"), "--book", home)
    for book, city in ((work, "宁波"), (home, "绍兴")):
        move(book, city)
    desk("pack", "--book", work, "-o", desk.at("b"), *NOW)
    desk("pack", "--book", home, "-o", desk.at("c"), *NOW)
    desk("unpack", desk.at("b"), "--book", home)
    desk("unpack", desk.at("c"), "--book", work)
    (here,), (there,) = (json.loads(desk("conflicts", "--book", book, "--json")) for book in (work, home))
    assert here == there
    assert here["field"] == "city"
    assert here["what"] == "岩屿建材"
    assert {value["value"] for value in here["values"]} == {"宁波", "绍兴"}
    assert "绍兴" in desk("conflicts", "--book", home)
    assert "no value number 7" in desk.refused(
        "conflicts", "--book", home, "--resolve", here["id"], "--take", 7
    )
    desk("conflicts", "--book", home, "--resolve", here["id"], "--value", "嘉兴")
    desk("pack", "--book", home, "-o", desk.at("d"), *NOW)
    desk("unpack", desk.at("d"), "--book", work)
    assert json.loads(desk("conflicts", "--book", work, "--json")) == []
    assert desk("digest", "--book", work) == desk("digest", "--book", home)


def test_what_can_not_be_done_is_said_and_the_exit_code_tells(desk: Desk) -> None:
    work = rep(desk, "Lin", "work", "work")
    assert "nobody to pack for" in desk.refused("pack", "--book", work, "-o", desk.at("a"))
    assert not desk.at("a").exists()
    desk.at("junk").write_bytes(b"PK\x03\x04")
    assert "no week package" in desk.refused("unpack", desk.at("junk"), "--book", work, code=2)
    assert "no card" in desk.refused("peers", "--book", work, "add", desk.at("junk"), code=2)
    assert "own card" in desk.refused("peers", "--book", work, "add", desk.at("work.card"))
    assert "Nobody called" in desk.refused("peers", "--book", work, "remove", "Qin")
    assert "file" in desk.refused("office", "init", "--db", "postgresql://u:secret@h/x", "-o", desk.at("c"))
    found = json.loads(desk("identity", "--book", work, "--json"))
    assert (found["rep"], found["device"]) == ("Lin", "work")
    card = json.loads(desk.at("work.card").read_text("utf-8"))
    desk.at("altered").write_text(json.dumps({**card, "rep": "Qin"}), encoding="utf-8")
    assert "altered" in desk.refused("peers", "--book", work, "add", desk.at("altered"), code=2)
    desk("identity", "--book", work, "--qr", desk.at("card.svg"))
    assert "The card can't be written" in desk.refused("identity", "--book", work, "-o", desk.at("no/a.card"))
    assert desk.at("card.svg").read_text("utf-8").startswith("<?xml")


def test_an_account_is_shared_and_a_week_closed_from_the_command_line(desk: Desk) -> None:
    work = rep(desk, "Lin", "work", "work")
    accounts(desk, work, "岩屿建材")
    assert "No account is shared" in desk("share", "--book", work, *NOW)
    desk(
        "share",
        "--book",
        work,
        "--account",
        "岩屿",
        "--with",
        "Qin",
        "--until",
        "2026-12-31",
        "--for",
        "leave",
        *NOW,
    )
    (share,) = json.loads(desk("share", "--book", work, "--json", *NOW))
    assert (share["account"], share["colleague"], share["since"]) == ("岩屿建材", "Qin", "2026-11-27")
    assert "2026-12-31  leave" in desk("share", "--book", work, *NOW)
    assert "needs both" in desk.refused("share", "--book", work, "--with", "Qin")
    assert "no day" in desk.refused(
        "share", "--book", work, "--account", "岩屿", "--with", "Qin", "--since", "1/2"
    )
    end = ["share", "--book", work, "--account", "岩屿", "--with", "Qin", "--end", *NOW]
    assert "shared with Qin no more" in desk(*end)
    assert "not shared" in desk.refused(*end)
    assert "not closed" in desk("close", "--book", work, "--show", *NOW)
    assert "2026-W48 is closed" in desk("close", "--book", work, *NOW)
    assert "closed already" in desk.refused("close", "--book", work, "--week", "2026-W48", *NOW)
    found = json.loads(desk("close", "--book", work, "--reopen", "--json", *NOW))
    assert found == {"week": "2026-W48", "closed": False}


def test_a_manager_s_card_is_enrolled_and_gets_a_package_back(desk: Desk) -> None:
    work, boss = rep(desk, "Lin", "work", "work"), rep(desk, "Boss", "boss", "desk")
    told = json.loads(
        desk("identity", "--book", boss, "--role", "manager", "-o", desk.at("boss.card"), "--json")
    )
    assert told["role"] == "manager"
    assert json.loads(desk("identity", "--book", boss, "--json"))["role"] == "manager", "it stays so"
    assert json.loads(desk("identity", "--book", work, "--json"))["role"] == "rep"
    office = desk.at("office.kam")
    desk("office", "init", "--db", office, "-o", desk.at("office.card"))
    for card in ("work", "boss"):
        desk("office", "enroll", desk.at(f"{card}.card"), "--db", office)
    for card in ("office", "boss"):
        desk("peers", "--book", work, "add", desk.at(f"{card}.card"))
    desk("peers", "--book", boss, "add", desk.at("office.card"))
    assert "manager Boss/desk" in desk("peers", "--book", work)
    assert "office's card" in desk.refused("office", "enroll", desk.at("office.card"), "--db", office, code=2)
    assert "can't become" in desk.refused("identity", "--book", office, "--role", "manager")
    desk("pack", "--book", work, "-o", desk.at("w.kamweek"), *NOW)
    desk("office", "import", desk.at("w.kamweek"), "--db", office, *NOW)
    desk("office", "export", "--db", office, "--rep", "Boss", "-o", desk.at("b.kamweek"), *NOW)
    assert "Taken in" in desk("unpack", desk.at("b.kamweek"), "--book", boss, *NOW)


def test_an_office_without_room_says_so_once_and_tries_no_other_package(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = desk.at("office.kam")
    desk("office", "init", "--db", office, "-o", desk.at("office.card"))
    tried: list[Path] = []

    def no_room(store: object, *, path: Path, **_: object) -> None:
        tried.append(path)
        raise BookError("disk_full", path=office)

    monkeypatch.setattr("kamdesk.operations.week_end.taking.take_in", no_room)
    told = desk.refused("office", "import", desk.at("a"), desk.at("b"), "--db", office)
    assert told.count("\n") == 1
    assert "The disk is full" in told
    assert tried == [desk.at("a")]


def test_a_package_by_passphrase_says_that_the_whole_book_is_in_it(desk: Desk) -> None:
    one = rep(desk, "林岚", "one", "办公室")
    secret = desk.at("secret")
    secret.write_text("rain on tin, rain on tin\n", encoding="utf-8")
    sealed = ["--package-passphrase-file", secret]
    said = desk("pack", "--book", one, "-o", desk.at("p.kamweek"), *sealed, *NOW)
    assert "the whole book goes into this package" in said.splitlines()[0]
    assert "Sealed with the passphrase" in said


def test_a_shared_folder_is_sorted_and_what_is_for_others_is_left_alone(desk: Desk) -> None:
    lin, qin = rep(desk, "Lin", "lin", "laptop"), rep(desk, "Qin", "qin", "laptop")
    office, drop = desk.at("office.kam"), desk.at("drop")
    drop.mkdir()
    desk("office", "init", "--db", office, "-o", drop / "office.card")
    desk("office", "enroll", desk.at("lin.card"), "--db", office)
    for card in ("lin.card", "qin.card"):
        (drop / card).write_bytes(desk.at(card).read_bytes())
    for book, other in ((lin, "qin"), (qin, "lin")):
        desk("peers", "--book", book, "add", drop / "office.card")
        desk("peers", "--book", book, "add", desk.at(f"{other}.card"))
    accounts(desk, lin, "岩屿建材")
    desk("pack", "--book", lin, "-o", drop / "a.kamweek", "--to", "office", *NOW)
    desk("pack", "--book", lin, "-o", drop / "b.kamweek", "--to", "Qin", *NOW)
    (drop / "read me.txt").write_text("Put your packages here.", encoding="utf-8")
    desk("office", "export", "--db", office, "--rep", "Lin", "-o", drop / "for Lin.kamweek", *NOW)
    said = desk("office", "import", drop, "--db", office, *NOW).splitlines()
    told = dict(line.split(": ", 1) for line in said if ": " in line)
    assert "Taken in" in told["a.kamweek"]
    assert "not for this office" in told["b.kamweek"]
    assert "own package for Lin" in told["for Lin.kamweek"]
    assert "own card" in told["office.card"]
    assert "enrolled already" in told["lin.card"]
    assert "office enroll" in told["qin.card"]
    assert "no week package" in told["read me.txt"]
    assert said[-1] == "1 packages taken in, 6 files left alone, 0 in trouble."
    broken = (drop / "a.kamweek").read_bytes()
    (drop / "c.kamweek").write_bytes(broken[:-9])
    (drop / "d.kamweek").write_text("quoted by the mail program", encoding="utf-8")
    (drop / "e.kamweek").touch()
    err = desk.refused("office", "import", drop, "--db", office, *NOW, code=2)
    assert [
        each in err for each in ("c.kamweek is incomplete", "d.kamweek is a text", "e.kamweek is empty")
    ] == [True] * 3
    assert len(err.splitlines()) == 3


def test_named_itself_what_is_not_for_the_office_is_an_error_with_the_next_step(desk: Desk) -> None:
    lin = rep(desk, "Lin", "lin", "laptop")
    office = desk.at("office.kam")
    desk("office", "init", "--db", office, "-o", desk.at("office.card"))
    take = ("office", "import", "--db", office, *NOW)
    assert "kamdesk office enroll" in desk.refused(*take, desk.at("lin.card"), code=2)
    desk("peers", "--book", lin, "add", desk.at("office.card"))
    desk("pack", "--book", lin, "-o", desk.at("a.kamweek"), *NOW)
    assert "Enrol that card first" in desk.refused(*take, desk.at("a.kamweek"))
    desk("office", "enroll", desk.at("lin.card"), "--db", office)
    desk("office", "export", "--db", office, "--rep", "Lin", "-o", desk.at("back.kamweek"), *NOW)
    assert "for Lin. Nothing was changed. Give it to them" in desk.refused(*take, desk.at("back.kamweek"))


def test_a_package_by_passphrase_in_a_folder_is_told_until_it_was_taken_in(desk: Desk) -> None:
    lin, office, drop = rep(desk, "Lin", "lin", "laptop"), desk.at("office.kam"), desk.at("drop")
    drop.mkdir()
    desk("office", "init", "--db", office, "-o", desk.at("office.card"))
    desk.at("secret").write_text("rain on tin\n", encoding="utf-8")
    sealed = ["--package-passphrase-file", desk.at("secret")]
    desk("pack", "--book", lin, "-o", drop / "p.kamweek", *sealed, *NOW)
    assert "kamdesk unpack with" in desk.refused("office", "import", drop, "--db", office, code=2)
    desk("unpack", drop / "p.kamweek", "--book", office, *sealed, *NOW)
    assert "taken in before" in desk("office", "import", drop, "--db", office)


def test_what_was_taken_for_a_package_or_a_card_is_told_as_what_it_is(desk: Desk) -> None:
    lin = rep(desk, "Lin", "lin", "laptop")
    qin = rep(desk, "Qin", "qin", "laptop")
    desk("peers", "--book", lin, "add", desk.at("qin.card"))
    desk("pack", "--book", lin, "-o", desk.at("p.kamweek"), "--to", "Qin", *NOW)
    desk.at("empty").touch()
    desk.at("note.txt").write_text("下周见", encoding="gb18030")
    desk.at("sheet.xlsx").write_bytes(b"PK\x03\x04\x00\x00")
    desk.at("short").write_bytes(desk.at("p.kamweek").read_bytes()[:9])

    def unpack(name: str) -> str:
        return desk.refused("unpack", desk.at(name), "--book", lin, code=2)

    assert "is the card of Qin/laptop" in unpack("qin.card")
    assert "kamdesk peers add" in unpack("qin.card")
    assert "Copy it again from the stick" in unpack("empty")
    assert "is a text file" in unpack("note.txt")
    assert "kamdesk import" in unpack("sheet.xlsx")
    assert "Open book… shows it" in unpack("qin.kam")
    assert "incomplete" in unpack("short")

    def card(name: str) -> str:
        return desk.refused("peers", "--book", qin, "add", desk.at(name), code=2)

    assert "kamdesk unpack" in card("p.kamweek")
    assert "Copy it again from the stick" in card("empty")
    assert "its name ends in .card" in card("note.txt")
    assert "whole book, not a card" in card("lin.kam")
    assert "can't be read" in card("nothing")
