"""Lists for eyes: what is not known is left open, never an error."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

from kamdesk.db.opening import open_book
from kamdesk.domain.figures import Figure, FigureId
from kamdesk.operations.accounts import add_account
from kamdesk.operations.visits import Report, report_unplanned
from tests.books import only
from tests.cli.conftest import Call

THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_a_visit_of_which_no_time_is_known(call: Call, new_book: Path) -> None:
    with closing(open_book(new_book, backups=new_book.parent, now=THEN)) as store:
        account_id = only(add_account(store, name="岩屿建材", now=THEN), "account")
        for arrived, left in ((None, None), (600, 640)):
            report = Report(visited_on=date(2026, 11, 20), arrived=arrived, left=left)
            report_unplanned(store, account_id=account_id, report=report, now=THEN)
    told = call("line", "--book", new_book, "--week", "2026-W47", "--json").json
    assert [(stop["time"], stop["minutes"]) for stop in told] == [("10:00", 40), (None, None)]
    eyes = call("line", "--book", new_book, "--week", "2026-W47", "--language", "en")
    assert (eyes.code, eyes.err) == (0, "")
    timed, open_, count = eyes.out.splitlines()
    assert timed.split() == ["2026-11-20", "10:00", "40", "岩屿建材"]
    assert open_.split() == ["2026-11-20", "—", "—", "岩屿建材"]
    assert count == "2 visits"


def test_figures_for_eyes_say_a_dash_where_nothing_divides(call: Call, new_book: Path) -> None:
    said = call("figures", "--book", new_book, "--week", "2026-W47", "--language", "zh")
    assert said.code == 0
    assert "计划完成率  —  (0 ÷ 0)" in said.out
    assert "100" not in said.out
    assert "应访  0\n" in said.out, "a count is no ratio"


def test_a_ratio_of_one_visit_is_a_ratio(call: Call, new_book: Path) -> None:
    figures = (
        Figure(FigureId.VISITS_DUE, 1, 1),
        Figure(FigureId.PUNCTUALITY, 1, 1),
        Figure(FigureId.COVERAGE, 0, 1),
    )
    with patch("kamdesk.reads.figures.week_figures", return_value=figures):
        said = call("figures", "--book", new_book, "--week", "2026-W47", "--language", "zh").out
    assert [line.split()[1] for line in said.splitlines()] == ["1", "100.0%", "0.0%"]
