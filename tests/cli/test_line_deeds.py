"""The book's line planned from the command line: what is told, what is written, and that it can be undone."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.line import SlotChange, VisitSlot
from kamdesk.operations.accounts import add_account
from kamdesk.operations.line import add_slot
from kamdesk.operations.rep import set_home
from kamdesk.operations.steps import last_steps
from kamdesk.operations.undo import undo
from kamdesk.reads import line_wanted
from kamdesk.reads.rep import rep_card
from tests.books import NOW, TODAY, make_book, only
from tests.cli.conftest import Call, Said
from tests.operations.looking import every

WEDNESDAY = TODAY + timedelta(days=1)


class Line:
    """A book with a line, and the command on it."""

    def __init__(self, call: Call, folder: Path) -> None:
        self._call, self.path = call, folder / "book.kam"
        self.slots: dict[str, str] = {}
        self.accounts: dict[str, str] = {}
        with closing(make_book(folder)) as store:
            set_home(store, rep_id=rep_card(store).id, place=(30.66, 104.06), now=NOW)
            self.slot(store, "海纳", 0.05, 2, 9 * 60, promised=True)
            self.slot(store, "天工", 0.06, 2, 10 * 60)
            self.slot(store, "华屿", -0.05, 2, 13 * 60 + 30)
            self.account(store, "新客", 0.055)

    def account(self, store: Store, name: str, north: float) -> str:
        made = add_account(
            store, name=name, latitude=30.66 + north, longitude=104.06, value_class="A", now=NOW
        )
        self.accounts[name] = only(made, "account")
        return self.accounts[name]

    def slot(self, store: Store, name: str, north: float, weekday: int, start: int, **more: Any) -> None:
        made = add_slot(
            store,
            account_id=self.account(store, name, north),
            weekday=weekday,
            start=start,
            minutes=30,
            valid_from=TODAY - timedelta(days=60),
            now=NOW,
            **more,
        )
        self.slots[name] = only(made, "visit_slot")

    def __call__(self, *arguments: object) -> Said:
        return self._call(
            "line", *arguments, "--book", self.path, "--now", "2026-11-24T17:00", "--language", "en"
        )

    def planned(self, *arguments: object) -> Said:
        return self(*arguments, "--iterations", 20)

    def rows(self, kind: type) -> list[Any]:
        with closing(open_book(self.path, backups=self.path.parent, now=NOW)) as store:
            return every(store, kind)


@pytest.fixture
def line(call: Call, tmp_path: Path) -> Line:
    return Line(call, tmp_path)


def test_audit_of_a_line_that_can_be_kept(line: Line) -> None:
    told = line("audit", "--json").json
    assert told["faults"] == []
    assert len(told["travel_minutes"]) == 4
    assert line("audit").out.startswith("0 faults")


def test_audit_names_what_is_broken(line: Line) -> None:
    with closing(open_book(line.path, backups=line.path.parent, now=NOW)) as store:
        line.slot(store, "远方", 0.9, 2, 9 * 60 + 40)
    told = line("audit", "--json").json["faults"]
    assert {(each["code"], each["account"]) for each in told} >= {("late", "远方")}
    assert "coming from “海纳”" in line("audit").out


def test_extend_finds_a_place_and_moves_no_promise(line: Line) -> None:
    told = line.planned("extend", "--json").json
    assert [each["account"] for each in told["differences"]] == ["新客"]
    (new,) = told["differences"]
    assert new["was"] is None
    assert told["unserved"] == told["away"] == []
    assert len(line.rows(VisitSlot)) == 3


def test_of_many_who_wait_the_first_are_planned(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    told = line.planned("extend", "--json").json
    assert told["later"] == 0
    monkeypatch.setattr(line_wanted, "MOST_AT_ONCE", 0)
    told = line.planned("extend", "--json").json
    assert (told["later"], told["differences"], told["unserved"]) == (1, [], [])
    assert "1 more" in line.planned("extend", "--language", "en").out


def test_how_often_is_said_by_rank_or_for_all(line: Line) -> None:
    def every(*said: str) -> int:
        line.planned("extend", "--apply", *said)
        with closing(open_book(line.path, backups=line.path.parent, now=NOW)) as store:
            (made,) = (row for row in line.rows(VisitSlot) if row.account_id == line.accounts["新客"])
            undo(store, operation_id=last_steps(store)[0].operation_id, now=NOW)
        return made.every_weeks

    assert every("--every", "2") == 2
    assert every("--every", "key=1,A=4,other=2") == 4
    assert every("--every", "B=4") == 1


def test_extend_written_and_undone_in_one_step(line: Line) -> None:
    told = line.planned("extend", "--apply", "--json").json
    assert told["applied"] == 1
    (made,) = (row for row in line.rows(VisitSlot) if row.account_id == line.accounts["新客"])
    assert (made.valid_from, made.every_weeks) == (date(2026, 11, 30), 1)
    assert made.weekday + 1 == told["differences"][0]["now"]["weekday"]
    with closing(open_book(line.path, backups=line.path.parent, now=NOW)) as store:
        step = last_steps(store)[0]
        assert step.name == "line.accept_plan"
        undo(store, operation_id=step.operation_id, now=NOW)
        assert all(
            row.account_id != line.accounts["新客"] for row in every(store, VisitSlot) if not row.deleted_at
        )


def test_one_account_has_every_place_ranked(line: Line) -> None:
    told = line.planned("extend", "--account", "新客", "--json").json
    prices = [each["travel_a_week"] for each in told["offers"]]
    assert prices == sorted(prices)
    assert len(prices) > 5
    assert "1. Wed" in line.planned("extend", "--account", "新客").out


def test_accepted_in_part(line: Line) -> None:
    told = line.planned("build", "--apply", "--only", line.accounts["新客"], "--json").json
    assert told["applied"] == 1
    assert [row.valid_to for row in line.rows(VisitSlot) if row.id in line.slots.values()] == [None] * 3


def test_build_moves_what_was_not_promised(line: Line) -> None:
    with closing(open_book(line.path, backups=line.path.parent, now=NOW)) as store:
        line.slot(store, "绕路", 0.051, 4, 9 * 60)
    told = line.planned("build", "--json").json
    moved = {each["account"] for each in told["differences"] if each["was"]}
    assert "绕路" in moved
    assert "海纳" not in moved
    assert sum(told["travel_minutes"]) < sum(told["travel_before"])
    line.planned("build", "--apply")
    changes = line.rows(SlotChange)
    assert {change.asked_by for change in changes} == {"us"}
    assert all(change.reason for change in changes)


def test_move_a_promise_because_the_customer_asks(line: Line) -> None:
    asked = ("--account", "海纳", "--weekday", 4, "--from", "14:00", "--until", "16:00")
    options = line.planned("move", *asked, "--json").json["options"]
    assert {each["weekday"] for each in options} == {4}
    assert all("14:00" <= each["time"] <= "15:30" for each in options)
    assert options[0]["touches"] == []
    line.planned("move", *asked, "--apply", 1)
    (change,) = line.rows(SlotChange)
    assert (change.from_slot_id, change.asked_by) == (line.slots["海纳"], "customer")
    assert change.asked_on == TODAY
    moved = next(row for row in line.rows(VisitSlot) if row.id == change.to_slot_id)
    assert (moved.weekday, moved.promised) == (3, True)


def test_move_to_where_no_room_is_says_who_would_have_to_be_asked(line: Line) -> None:
    asked = ("--account", "华屿", "--weekday", 3, "--from", "09:00", "--until", "09:30")
    told = line.planned("move", *asked, "--json").json
    assert told["options"] == []
    (request,) = told["requests"]
    assert (request["account"], request["promised"]) == ("海纳", True)
    assert request["to"]["weekday"] == 3, "the smallest request: another hour of the same day"
    assert request["then"]["time"] == "09:00"
    assert told["not_as_asked"]
    said = line.planned("move", *asked).out
    assert "the promise to 海纳" in said
    assert "not as asked, but free:" in said
    assert line.planned("move", *asked, "--apply", 99).code == 1
    assert line.rows(SlotChange) == []


def test_move_with_another_who_was_promised_nothing(line: Line) -> None:
    asked = ("--account", "华屿", "--weekday", 3, "--from", "10:00", "--until", "10:30")
    told = line.planned("move", *asked, "--json").json
    assert {each["account"] for each in told["options"][0]["touches"]} == {"天工"}
    assert line.planned("move", *asked, "--apply", 1).code == 0
    assert {c.from_slot_id: c.asked_by for c in line.rows(SlotChange)} == {
        line.slots["华屿"]: "customer",
        line.slots["天工"]: "us",
    }


def test_a_lost_day_is_made_up_for(line: Line) -> None:
    told = line("repair", "--day", WEDNESDAY.isoformat(), "--json").json
    assert {each["account"] for each in told["made_up"]} == {"海纳", "天工", "华屿"}
    assert all(each["date"] > WEDNESDAY.isoformat() for each in told["made_up"])
    assert told["left"] == []
    assert line("repair", "--day", WEDNESDAY.isoformat(), "--apply").code == 0
    week = line("--week", "2026-W48", "--json").json + line("--week", "2026-W49", "--json").json
    for each in told["made_up"]:
        assert (each["date"], each["time"], each["account"]) in {
            (s["date"], s["time"], s["account"]) for s in week
        }


def test_a_road_is_closed(line: Line) -> None:
    """The two lie on one road and an hour apart: with that road closed one of them goes elsewhere."""
    told = line.planned("repair", "--road", "海纳", "天工", "--longer", 300, "--json").json
    assert [each["account"] for each in told["differences"]] == ["天工"]
    assert told["unserved"] == []


def test_ways_that_the_rep_knows(line: Line, tmp_path: Path) -> None:
    """Minutes between accounts by their ids; a file that names nobody's account is refused."""
    ids = [line.accounts["海纳"], line.accounts["天工"]]
    ways = tmp_path / "ways.json"
    ways.write_text(json.dumps({"matrix": {"ids": ids, "minutes": [[0, 45], [45, 0]]}}), encoding="utf-8")
    told = line("audit", "--ways", ways, "--json").json["faults"]
    assert {(each["code"], each["account"], round(each["by"])) for each in told} == {("late", "天工", 15)}
    ways.write_text('{"matrix": {"ids": ["x"], "minutes": [[0]]}}', encoding="utf-8")
    assert line("audit", "--ways", ways).code == 2


def test_without_a_start_nothing_is_planned(call: Call, new_book: Path) -> None:
    said = call("line", "audit", "--book", new_book, "--language", "en")
    assert (said.code, said.out) == (1, "")
    assert "Where the day begins is not known" in said.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("repair", "--day", "soon"),
        ("audit", "--on", "x"),
        ("move", "--account", "新客"),
        ("move", "--account", "海纳", "--from", "25:99"),
        ("move", "--account", "海纳", "--from", "20:00"),
        ("extend", "--every", "3"),
        ("extend", "--every", "often"),
        ("extend", "--every", "key=3"),
        ("extend", "--every", "C=4"),
        ("build", "--every", "key=1,A="),
        ("extend", "--account", "新客", "--minutes", "0"),
        ("extend", "--account", "nobody"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(line: Line, wrong: tuple[str, ...]) -> None:
    said = line(*wrong)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Error: ")
