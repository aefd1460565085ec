"""Calendars as Outlook, Google, Apple, Nextcloud and Zimbra write them: the form is theirs, the content made up."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.reads.imports import pending_items
from tests.operations.importing.books import bring, content, counted, write

CALENDARS = Path(__file__).parents[2] / "exchange" / "calendars"
YANYU = "台州岩屿建材有限公司"
TOLD = {
    "apple": [],
    "google": ["event_exception", "event_cancelled"],
    "nextcloud": [],
    "outlook": ["event_whole_day"],
    "zimbra": [],
}


def test_every_calendar_is_tried() -> None:
    assert sorted(path.stem for path in CALENDARS.glob("*.ics")) == sorted(TOLD)


@pytest.mark.parametrize("program", TOLD)
def test_what_a_program_writes_is_a_visit_and_a_rhythm(book: Store, tmp_path: Path, program: str) -> None:
    headers = ["客户名称", "城市", "联系人", "邮箱"]
    bring(book, write(tmp_path / "list.csv", headers, [YANYU, "台州", "陈国梁", "chen@yanyu.example"]))
    path = tmp_path / f"{program}.ics"
    shutil.copy(CALENDARS / path.name, path)
    report = bring(book, path)
    (visit,) = content(book)["visit"]
    assert (visit["planned_date"], visit["planned_start"], visit["planned_minutes"]) == (
        date(2099, 3, 10),
        570,
        45,
    )
    (asked,) = pending_items(book)
    assert (asked.asked["RRULE"], [name for _, name in asked.like]) == ("2 WE", [YANYU])
    reasons = [problem.reason for problem in report.problems if problem.reason.startswith("event_")]
    assert [
        reason for reason in reasons if reason in ("event_exception", "event_cancelled", "event_whole_day")
    ] == (TOLD[program])
    again = bring(book, path)
    assert counted(again)["visits"] == {"unchanged": 1, "to_decide": 1} | (
        {} if not TOLD[program] else {k: n for k, n in counted(again)["visits"].items() if k == "rejected"}
    )
    assert len(pending_items(book)) == 1
