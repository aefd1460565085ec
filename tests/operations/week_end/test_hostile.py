"""Packages that are sealed and signed as they should be and say what can't be: refused in words, or taken in whole."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import tempfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamdesk.db.store import Store
from kamdesk.domain.contact import Contact, InformantAssignment
from kamdesk.domain.errors import InputError, KamdeskError
from kamdesk.operations.attachments import attach
from kamdesk.operations.line import add_slot
from kamdesk.operations.promises import add_note
from kamdesk.operations.reporting import Report
from kamdesk.operations.visits import report_unplanned
from kamdesk.operations.week_end.conflicts import open_conflicts
from kamdesk.operations.week_end.forks import Fork, written_here
from kamdesk.operations.week_end.identity import Identity, identity
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.sync.book.telling import DEEPEST
from kamdesk.sync.package.reading import _pieces
from kamdesk.sync.package.sealing import seal, unseal
from tests.books import NOW, TODAY, only
from tests.fuzzing import by_the_clock
from tests.operations.week_end.books import laptops, office_of
from tests.sync.test_book import account, change


def nested(depth: int) -> list[Any]:
    """Lists in lists."""
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([-1, 0, 1, 2**31, 2**63, -(2**63), 10**30, 0.5, "", "a", "2026-02-30", "\x00", "é" * 50]),
    st.sampled_from(
        [
            [],
            {},
            [[]],
            [0, 1],
            [0, 2**62],
            {"at": 1},
            [[0, 1, None, None]],
            [[9, 1, None, None]],
            {"weather": nested(100)},
            {"name": [[0, 1, nested(100), nested(100)]]},
        ]
    ),
)
Deed = tuple[str, int, int, Any]
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["set", "set", "drop", "twice", "cut", "swap"]),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        ODD,
    ),
    min_size=1,
    max_size=4,
)


def full_of(one: Store) -> None:
    place = account(one, "岩屿", city="杭州")
    share_account(one, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    add_slot(one, account_id=place, weekday=1, start=600, minutes=30, valid_from=TODAY, now=NOW)
    add_note(one, account_id=place, text="去过", noted_on=TODAY, now=NOW)
    report_unplanned(one, account_id=place, report=Report(visited_on=TODAY, outcome="order"), now=NOW)
    attach(one, subject="account", subject_id=place, files=[("a.pdf", b"%PDF-1.7")], now=NOW)
    change(one, place, city="宁波")
    gone = only(add_note(one, account_id=place, text="误记", noted_on=TODAY, now=NOW), "note")
    with one.write("confidential.record", now=NOW) as tx:
        person = Contact(id=tx.new_id(), name="周敏")
        tx.add(
            person, InformantAssignment(id=tx.new_id(), contact_id=person.id, account_id=place, told="标底")
        )
    with one.write("test.gone", now=NOW) as tx:
        from kamdesk.domain.note import Note

        tx.take_back(tx.get(Note, gone))


class Forger:
    """Has a laptop's keys, and writes with them what it likes."""

    def __init__(self, folder: Path, *, at_office: bool) -> None:
        self.folder = folder
        one, two = laptops(folder)
        self.reader = office_of(folder, one) if at_office else two
        full_of(one)
        pack(one, order=Order(folder / "p", NOW))
        self.sender: Identity = identity(one)
        reader = identity(self.reader)
        plain = unseal((folder / "p").read_bytes(), reader.keys.opening)
        self.lines = [json.loads(line) for line in b"".join(_pieces(plain, folder)).splitlines()][:-1]
        self.recipient = reader.card.recipient
        self._turn = count(10)
        one.close()
        if at_office:
            two.close()

    def forge(self, deeds: list[Deed]) -> Path:
        lines = json.loads(json.dumps(self.lines))
        for deed, at, where, drawn in deeds:
            number, value = (
                at % len(lines),
                copy.deepcopy(drawn),
            )  # what was put in may be altered in its turn
            match deed:
                case "drop" if number:
                    del lines[number]
                case "twice" if number:
                    lines.insert(where % (len(lines) - 1) + 1, lines[number])
                case "swap" if number:
                    other = where % (len(lines) - 1) + 1
                    lines[number], lines[other] = lines[other], lines[number]
                case _:
                    lines[number] = altered(lines[number], where, value, cut=deed == "cut")
        if isinstance(lines[0], dict) and isinstance(lines[0].get("upto"), int):
            lines[0]["upto"] += next(self._turn)  # another range, or it would be a fork and no more
        told = [json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines]
        data = "".join(f"{line}\n" for line in told).encode("utf-8", "surrogatepass")
        rows = sum(line.startswith('["r",') for line in told)
        digest_ = sha256(data).digest()
        last = ["end", rows, digest_.hex(), self.sender.keys.sign(digest_).hex()]
        end = json.dumps(last, separators=(",", ":"))
        path = self.folder / "forged"
        with path.open("wb") as out:
            content = zstandard.ZstdCompressor().compress(data + end.encode() + b"\n")
            seal(io.BytesIO(content), out, [self.recipient])
        return path

    def check(self) -> None:
        """Whatever came in, the book can be read, listed, reckoned and packed."""
        digest(self.reader)
        open_conflicts(self.reader)
        refusals(self.reader)
        with self.reader.read() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []

    def bring(self, deeds: list[Deed]) -> bool:
        path = self.forge(deeds)
        try:
            take_in(self.reader, path=path, now=NOW)
        except KamdeskError:
            return False
        self.check()
        return True


def altered(thing: Any, where: int, value: Any, *, cut: bool) -> Any:
    """The thing with one of all that is in it replaced, or taken out."""
    places: list[tuple[Any, Any]] = []
    ahead = [thing]
    while ahead:
        here = ahead.pop()
        for key in list(here) if isinstance(here, dict) else range(len(here)):
            places.append((here, key))
            if isinstance(here[key], dict | list):
                ahead.append(here[key])
    if not places:
        return value
    holder, key = places[where % len(places)]
    if cut:
        del holder[key]
    else:
        holder[key] = value
    return thing


@contextlib.contextmanager
def forger(*, at_office: bool) -> Iterator[Forger]:
    with tempfile.TemporaryDirectory() as name:
        found = Forger(Path(name), at_office=at_office)
        try:
            yield found
            found.check()
        finally:
            found.reader.close()


@pytest.mark.parametrize("at_office", [False, True])
def test_what_can_not_be_is_refused_in_words(at_office: bool) -> None:
    with forger(at_office=at_office) as found:

        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(DEEDS)
        def one(deeds: list[Deed]) -> None:
            found.bring(deeds)

        one()


def test_lists_in_lists_that_could_not_be_read_again_are_refused() -> None:
    """The book would hold what it can neither read nor pack from then on."""
    with forger(at_office=False) as found:
        lines = found.lines

        def brought(depth: int, exceptions: Callable[[list[int], Any], Any], **extra: Any) -> bool:
            found.lines = copy.deepcopy(lines)
            row = next(line for line in found.lines[1:] if line[0] == "r")
            row += [None] * (8 - len(row))
            row[6:] = exceptions(row[4], nested(depth)), extra or None
            return found.bring([])

        ways: list[Callable[[list[int], Any], Any]] = [
            lambda dot, deep: {"name": [[*dot, deep, None]]},
            lambda dot, deep: {"name": [[*dot, deep, None]], "deleted_at": [[*dot, None, None]]},
            lambda dot, deep: {"name": [[*dot, None, deep], [dot[0], dot[1] + 1, None, ""]]},
        ]
        for way in ways:
            assert not brought(900, way)
        assert not brought(0, lambda dot, deep: None, weather=nested(900))
        assert brought(DEEPEST // 2, lambda dot, deep: None, weather=nested(DEEPEST // 2))
        pack(found.reader, order=Order(found.folder / "out", NOW, everything=True))


@pytest.mark.parametrize("at_office", [False, True])
def test_nobody_has_seen_more_of_a_book_than_it_wrote(at_office: bool) -> None:
    with forger(at_office=at_office) as found:
        account(found.reader, "自家")
        with found.reader.read() as connection:
            ((own, newest),) = written_here(connection).items()
        before = digest(found.reader)
        found.lines[0]["origins"].append(own)
        found.lines[0]["devices"].append(None)
        row = next(line for line in found.lines if isinstance(line, list) and line[0] == "r")
        place = len(found.lines[0]["origins"]) - 1
        vector = list(row[3])
        for count, seen in ((newest + 1, False), (9_999, False), (newest, True)):
            row[3] = [*vector, place, count]
            path = found.forge([])
            if seen:
                take_in(found.reader, path=path, now=NOW)
            else:
                with pytest.raises(Fork):
                    take_in(found.reader, path=path, now=NOW)
                assert digest(found.reader) == before


def test_nobody_packs_under_the_id_of_the_book_that_reads() -> None:
    with forger(at_office=False) as found:
        with found.reader.read() as connection:
            (own,) = written_here(connection)
        found.lines[0]["replica"] = own
        with pytest.raises(Fork):
            take_in(found.reader, path=found.forge([]), now=NOW)


def test_a_vector_names_nobody_twice() -> None:
    with forger(at_office=False) as found:
        row = next(line for line in found.lines if isinstance(line, list) and line[0] == "r")
        row[3] = [*row[3], *row[3]]
        with pytest.raises(InputError, match="package_damaged"):
            take_in(found.reader, path=found.forge([]), now=NOW)


def test_a_row_told_twice_is_refused() -> None:
    with forger(at_office=False) as found:
        number = next(n for n, line in enumerate(found.lines) if isinstance(line, list) and line[0] == "r")
        for where in range(len(found.lines)):
            assert not found.bring([("twice", number, where, None)])
        assert found.bring([("swap", 1, 0, None)]), "one that is as it should be comes in"


@pytest.mark.long
@pytest.mark.parametrize("at_office", [False, True])
def test_mutated_for_long(at_office: bool) -> None:
    with forger(at_office=at_office) as found:
        test: Callable[[Any], None] = lambda deeds: found.bring(deeds) and None  # noqa: E731
        named: Any = test
        named.__name__ = "mutated packages, an office" if at_office else "mutated packages, a laptop"
        by_the_clock(DEEDS, seconds=150)(named)()
