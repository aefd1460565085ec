"""The figures of a week counted again, the slow and simple way, from the file itself: no line of kamdesk takes part."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Row = dict[str, Any]
DONE = "done"


def rows(book: Path, table: str) -> list[Row]:
    """What stands in a table of an open book; rows taken back left out."""
    with closing(sqlite3.connect(f"file:{book}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}" WHERE deleted_at IS NULL')]


class Recount:
    """One week of one book, seen from one day."""

    def __init__(self, book: Path, monday: date, today: date) -> None:
        self.today = today.isoformat()
        self.first, self.last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
        self.visits = {visit["id"]: visit for visit in rows(book, "visit")}
        self.reports = {report["visit_id"]: report for report in rows(book, "visit_report")}
        self.accounts = {account["id"]: account for account in rows(book, "account")}
        self.slots, self.changes = rows(book, "visit_slot"), rows(book, "slot_change")
        self.promises, self.orders = rows(book, "promise"), {row["visit_id"] for row in rows(book, "order")}
        self.leave, self.closed = rows(book, "leave"), rows(book, "account_closed")
        self.level, self.tolerance = rows(book, "unit_rule")[0]["level"], rows(book, "rep")[0]["tolerance"]
        anchor = date.fromisoformat(rows(book, "visit_line")[0]["anchor_monday"])
        self.plan = self._plan(monday, (monday - anchor).days // 7)

    def _plan(self, monday: date, week: int) -> list[Row]:
        """Every planned visit of the week: recorded ones, and due days of which nothing is recorded."""
        plan = [
            v for v in self.visits.values() if v["origin"] == "planned" and self.within(v["planned_date"])
        ]
        recorded = {(visit["slot_id"], visit["planned_date"]) for visit in self.visits.values()}
        for slot in self.slots:
            day = (monday + timedelta(days=slot["weekday"])).isoformat()
            falls = week % slot["every_weeks"] == slot["week_offset"] % slot["every_weeks"]
            stands = slot["valid_from"] <= day <= (slot["valid_to"] or "9999")
            if falls and stands and (slot["id"], day) not in recorded:
                due = {
                    "id": None,
                    "slot_id": slot["id"],
                    "account_id": slot["account_id"],
                    "planned_date": day,
                }
                plan.append(
                    due
                    | {"planned_start": slot["start"], "state": "planned", "state_by": None, "moved_to": None}
                )
        return plan

    def within(self, day: str) -> bool:
        return self.first <= day <= self.last

    def excused(self, visit: Row) -> bool:
        """Cancelled or moved by the customer, a closed day of theirs, a day of leave of ours."""
        day = visit["planned_date"]
        away = [span for span in self.leave if span["first_day"] <= day <= span["last_day"]]
        shut = [
            span
            for span in self.closed
            if span["account_id"] == visit["account_id"] and span["first_day"] <= day <= span["last_day"]
        ]
        asked = visit["state"] in ("cancelled", "rescheduled") and visit["state_by"] == "customer"
        return bool(away or shut or asked)

    def end(self, visit: Row) -> Row:
        while visit["moved_to"]:
            visit = self.visits[visit["moved_to"]]
        return visit

    def due(self) -> list[Row]:
        found = []
        for visit in self.plan:
            moved_from = [v for v in self.visits.values() if v["moved_to"] and v["moved_to"] == visit["id"]]
            counted_already = any(not self.excused(before) for before in moved_from)
            if visit["planned_date"] < self.today and not counted_already and not self.excused(visit):
                found.append(visit)
        return found

    def unit(self, account_id: str) -> str:
        """The account of the level that figures are counted at, or the highest one below it."""
        levels = ("site", "company", "group")
        found = account_id
        above: str | None = account_id
        while above:
            account = self.accounts[above]
            if levels.index(account["level"]) <= levels.index(self.level):
                found = above
            above = account["parent_id"]
        return found

    def made(self) -> list[Row]:
        return [
            visit
            for visit in self.visits.values()
            if visit["state"] == DONE and self.within(self.reports[visit["id"]]["visited_on"])
        ]

    def punctual(self) -> tuple[int, int]:
        judged = early = 0
        for visit in self.plan:
            report = self.reports.get(visit["id"])
            if (
                visit["state"] != DONE
                or report is None
                or report["arrived"] is None
                or visit["planned_start"] is None
            ):
                continue
            judged += 1
            on_day = report["visited_on"] == visit["planned_date"]
            early += on_day and abs(report["arrived"] - visit["planned_start"]) <= self.tolerance
        return early, judged

    def in_force(self) -> list[Row]:
        return [
            s for s in self.slots if s["valid_from"] <= self.last and (s["valid_to"] or "9999") >= self.first
        ]

    def stability(self) -> tuple[int, int]:
        after = {
            change["from_slot_id"]: change["to_slot_id"] for change in self.changes if change["to_slot_id"]
        }

        def newest(slot_id: str) -> str:
            while slot_id in after:
                slot_id = after[slot_id]
            return slot_id

        now = [change for change in self.changes if self.within(change["effective_from"])]
        standing = {newest(slot["id"]) for slot in self.in_force()} | {newest(c["from_slot_id"]) for c in now}
        exceptions = {newest(change["from_slot_id"]) for change in now if change["asked_by"] != "customer"}
        return len(standing - exceptions), len(standing)

    def kept(self) -> tuple[int, int]:
        mine = [p for p in self.promises if self.within(p["due_on"] or p["settled_on"] or p["made_on"])]
        overdue = [p for p in mine if p["state"] == "open" and p["due_on"] and p["due_on"] < self.today]
        settled = [p for p in mine if p["state"] in ("kept", "kept_late", "broken", "substituted")]
        return sum(p["state"] == "kept" for p in mine), len(settled) + len(overdue)

    def figures(self) -> Mapping[str, tuple[int, int]]:
        """Numerator and denominator by the figure's id."""
        due, made = self.due(), self.made()
        on_line = {self.unit(slot["account_id"]) for slot in self.in_force()}
        on_day = [
            v for v in due if v["state"] == DONE and self.reports[v["id"]]["visited_on"] == v["planned_date"]
        ]
        sold = [v for v in made if self.reports[v["id"]]["outcome"] == "order" or v["id"] in self.orders]
        return {
            "visits_due": (len(due), 1),
            "plan_completion": (sum(self.end(visit)["state"] == DONE for visit in due), len(due)),
            "on_day_rate": (len(on_day), len(due)),
            "punctuality": self.punctual(),
            "slot_stability": self.stability(),
            "coverage": (len(on_line & {self.unit(visit["account_id"]) for visit in made}), len(on_line)),
            "call_compliance": (sum(visit["origin"] == "planned" for visit in made), len(made)),
            "strike_rate": (len(sold), len(made)),
            "promise_kept": self.kept(),
        }
