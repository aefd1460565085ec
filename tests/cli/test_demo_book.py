"""A book with a history, told to a program and to the printer, held against what stands in the file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.cli import main
from kamdesk.db.driver import driver
from tests.cli.conftest import NOW, Call
from tests.cli.recount import Recount, rows

TODAY = date.fromisoformat(NOW[:10])
WEEKS = [TODAY + timedelta(weeks=number) for number in (-10, -9, -6, -3, -1, 0, 1, 2)]
"""Before the book begins, its first weeks, some in between, the one that ends today, two to come."""
SMALL = ["--accounts", "5", "--weeks", "3", "--now", NOW]
SIZE = ["--accounts", "20", "--weeks", "9", "--now", NOW]
OF_THE_COPY = {"replica", "operation", "book"}
"""What belongs to this copy of a book alone: its incarnation, the names of its operations, where it lies."""

pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.kam"
    assert main(["demo", str(path), *SIZE, "--seed", "1", "--language", "zh"]) == 0
    return path


def week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def content(book: Path) -> dict[str, list[str]]:
    with closing(driver.connect(str(book))) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {table: sorted(map(repr, connection.execute(f'SELECT * FROM "{table}"'))) for table in tables}


@pytest.mark.parametrize("moment", [NOW, "2026-11-18T20:00"], ids=["a Sunday", "a Wednesday"])
def test_figures_are_what_a_slow_recount_gives(call: Call, demo: Path, moment: str) -> None:
    divided_by_nothing = 0
    for day in WEEKS:
        told = call("figures", "--book", demo, "--week", week_of(day), "--json", "--now", moment).json
        monday = day - timedelta(days=day.weekday())
        counted = Recount(demo, monday, date.fromisoformat(moment[:10])).figures()
        assert {f["id"]: (f["numerator"], f["denominator"]) for f in told} == counted, week_of(day)
        for figure in told:
            assert list(figure) == ["id", "numerator", "denominator", "value"]
            numerator, denominator = counted[figure["id"]]
            assert figure["value"] == (numerator / denominator if denominator else None)
            divided_by_nothing += denominator == 0
    assert divided_by_nothing, "a week with nothing to divide by must be among them"


def test_the_line_of_past_and_coming_weeks(call: Call, demo: Path) -> None:
    names = {account["id"]: account["name"] for account in rows(demo, "account")}
    gone = {"cancelled", "rescheduled"}
    for day in WEEKS:
        stops = call("line", "--book", demo, "--week", week_of(day), "--json", "--language", "en").json
        recount = Recount(demo, day - timedelta(days=day.weekday()), TODAY)
        unplanned = [
            visit
            for visit in recount.visits.values()
            if visit["origin"] == "ad_hoc" and recount.within(visit["planned_date"])
        ]
        planned = [visit for visit in recount.plan if visit["state"] not in gone] + unplanned
        told = [(stop["date"], stop["time"], stop["account_id"]) for stop in stops]
        ordered = [(stop["date"], stop["time"], stop["account"], stop["account_id"]) for stop in stops]
        assert ordered == sorted(ordered)
        assert Counter(told) == Counter(
            (v["planned_date"], "{:02}:{:02}".format(*divmod(v["planned_start"], 60)), v["account_id"])
            for v in planned
        )
        for stop in stops:
            assert list(stop) == ["date", "time", "minutes", "account", "account_id", "warnings"]
            assert stop["account"] == names[stop["account_id"]]
            assert stop["minutes"] > 0
        eyes = call("line", "--book", demo, "--week", week_of(day), "--language", "en")
        assert (eyes.code, len(eyes.out.splitlines())) == (0, len(stops) + 1)


def test_a_seed_gives_one_content_and_each_book_its_own_replica(tmp_path: Path) -> None:
    one, twin, other = (tmp_path / f"{name}.kam" for name in ("one", "twin", "other"))
    for path, seed in ((one, "1"), (twin, "1"), (other, "8")):
        assert main(["demo", str(path), *SMALL, "--seed", seed, "--language", "zh"]) == 0
    ours, same, different = content(one), content(twin), content(other)
    assert {table for table in ours if ours[table] != same[table]} == OF_THE_COPY
    for table in ("account", "contact", "visit", "visit_slot", "promise"):
        assert ours[table]
        assert not set(ours[table]) & set(different[table])


def test_the_same_data_and_moment_give_the_same_bytes_anywhere(
    call: Call, demo: Path, tmp_path: Path
) -> None:
    account = max(call("accounts", "--book", demo, "--json").json, key=lambda row: len(row["contacts"]))
    papers = {
        "plan.pdf": ["plan", "--week", week_of(TODAY + timedelta(days=1))],
        "brief.pdf": ["brief", "--account", account["id"]],
    }
    elsewhere = os.environ | {"TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    for name, command in papers.items():
        arguments = [*command, "--book", str(demo), "--now", NOW, "--language", "zh"]
        assert call(*arguments, "-o", tmp_path / name).code == 0
        there = [*arguments, "-o", str(tmp_path / f"again-{name}")]
        subprocess.run(
            [sys.executable, "-m", "kamdesk", *there], check=True, env=elsewhere, capture_output=True
        )
        assert (tmp_path / name).read_bytes() == (tmp_path / f"again-{name}").read_bytes()


@pdftotext
@pytest.mark.parametrize("language", ["zh", "en"])
def test_papers_say_what_a_program_is_told(call: Call, demo: Path, tmp_path: Path, language: str) -> None:
    path = tmp_path / "paper.pdf"

    def printed(*command: object) -> str:
        assert call(*command, "--book", demo, "-o", path, "--language", language).code == 0
        done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True)
        return re.sub(r"\s", "", done.stdout.decode("utf-8"))

    week = week_of(TODAY + timedelta(days=1))
    plan = printed("plan", "--week", week)
    stops = call("line", "--book", demo, "--week", week, "--json", "--language", language).json
    assert len(stops) > 5
    for stop in stops:
        assert re.sub(r"\s", "", stop["account"]) in plan
        assert stop["time"].removeprefix("0") in plan
    told = [re.sub(r"\s", "", row["told"]) for row in rows(demo, "informant_assignment") if row["told"]]
    assert told
    for account in call("accounts", "--book", demo, "--json").json[:6]:
        brief = printed("brief", "--account", account["id"])
        assert re.sub(r"\s", "", account["name"]) in brief
        digits = re.sub(r"\D", "", brief)
        for contact in account["contacts"]:
            assert re.sub(r"\s", "", contact["name"]) in brief
            assert all(re.sub(r"\D", "", phone) in digits for phone in contact["phones"])
        for text in (*told, "信息员", "nformant"):
            assert text not in brief + plan


def test_a_name_that_fits_several_lists_their_ids(call: Call, demo: Path, tmp_path: Path) -> None:
    known = call("accounts", "--book", demo, "--json").json
    said = call("brief", "--book", demo, "--account", "有限公司", "-o", tmp_path / "x.pdf")
    assert (said.code, said.out) == (1, "")
    listed = [account["id"] for account in known if account["id"] in said.err]
    assert len(listed) == min(20, sum("有限公司" in account["name"] for account in known)) > 1
    assert not (tmp_path / "x.pdf").exists()
