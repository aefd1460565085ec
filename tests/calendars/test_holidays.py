"""Public holidays and make-up workdays against the published lists, years not known yet, the updating file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.calendars import DayKind, Kind, day_kind, read_updates
from kamdesk.calendars.holidays import UpdateError, csv_text, differences, known_until
from kamdesk.words import catalogue


def days(*spans: tuple[str, str]) -> set[date]:
    found = set()
    for first, last in spans:
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            found.add(day)
            day += timedelta(days=1)
    return found


def of_kind(year: int, kind: Kind) -> set[date]:
    first = date(year, 1, 1)
    every = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    return {day for day in every if (what := day_kind(day)) is not None and what.kind == kind}


def test_the_year_2026_as_it_was_announced() -> None:
    assert of_kind(2026, Kind.HOLIDAY) == days(
        ("2026-01-01", "2026-01-03"),
        ("2026-02-15", "2026-02-23"),
        ("2026-04-04", "2026-04-06"),
        ("2026-05-01", "2026-05-05"),
        ("2026-06-19", "2026-06-21"),
        ("2026-09-25", "2026-09-27"),
        ("2026-10-01", "2026-10-07"),
    )
    assert {day.isoformat()[5:] for day in of_kind(2026, Kind.MAKE_UP_WORKDAY)} == {
        "01-04", "02-14", "02-28", "05-09", "09-20", "10-10",
    }  # fmt: skip


def test_a_make_up_workday_names_its_festival() -> None:
    assert day_kind(date(2026, 2, 14)) == DayKind(Kind.MAKE_UP_WORKDAY, "spring_festival")
    assert day_kind(date(2026, 2, 17)) == DayKind(Kind.HOLIDAY, "spring_festival")


def test_ordinary_days_and_weekends_are_nothing_special() -> None:
    assert day_kind(date(2026, 11, 23)) is None
    assert day_kind(date(2026, 11, 21)) is None


def test_a_year_that_nobody_knows_yet_is_unknown_not_ordinary() -> None:
    assert day_kind(date(2199, 5, 1)) == DayKind(Kind.UNKNOWN)
    assert day_kind(date(1999, 5, 4)) == DayKind(Kind.UNKNOWN)


def test_every_festival_of_the_library_has_its_words() -> None:
    names = {
        what.name
        for year in range(2004, 2027)
        for day in of_kind(year, Kind.HOLIDAY)
        if (what := day_kind(day))
    }
    assert len(names) >= 7
    assert all(f"holiday.{name}" in catalogue() for name in names)


CSV = """\ufeffdate,kind,name
# 国务院办公厅通知
2199-02-06,holiday,春节
2199-02-20,上班,春节

2026-10-10,ordinary
2026-11-23,放假,厂庆
"""


@pytest.mark.parametrize("as_toml", [False, True])
def test_a_file_adds_a_year_and_mends_a_day(tmp_path: Path, as_toml: bool) -> None:
    path = tmp_path / ("holidays.toml" if as_toml else "holidays.csv")
    if as_toml:
        lines = [line.split(",") for line in CSV.splitlines()[2:] if line]
        path.write_text(
            "".join(f'[[day]]\ndate = {d}\nkind = "{k}"\nname = "{"".join(n)}"\n' for d, k, *n in lines),
            "utf-8",
        )
    else:
        path.write_text(CSV, "utf-8")
    updates = read_updates(path)
    assert day_kind(date(2199, 2, 6), updates) == DayKind(Kind.HOLIDAY, "春节")
    assert day_kind(date(2199, 2, 20), updates) == DayKind(Kind.MAKE_UP_WORKDAY, "春节")
    assert day_kind(date(2199, 7, 1), updates) is None
    assert day_kind(date(2026, 10, 10), updates) is None
    assert day_kind(date(2026, 11, 23), updates) == DayKind(Kind.HOLIDAY, "厂庆")
    assert day_kind(date(2026, 10, 1), updates) == DayKind(Kind.HOLIDAY, "national_day")


def test_without_a_file_there_are_no_updates(tmp_path: Path) -> None:
    assert read_updates(tmp_path / "holidays.csv") == {}


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("h.csv", "date,kind,name\n2027-02-30,holiday,春节\n", 2),
        ("h.csv", "2027-02-06,party,春节\n", 1),
        ("h.csv", "2027-02-06\n", 1),
        ("h.toml", '[[day]]\ndate = "soon"\nkind = "holiday"\n', 1),
        ("h.toml", "day = 3\n", 0),
        ("h.toml", "[[day]\n", 0),
        ("h.csv", "日期".encode("gb18030"), 0),
    ],
)
def test_a_file_that_can_not_be_read_says_where(
    tmp_path: Path, name: str, content: str | bytes, line: int
) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UpdateError) as caught:
        read_updates(path)
    assert caught.value.line == line


def test_another_file_says_what_it_changes_and_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "holidays.csv"
    path.write_text("2031-02-06,放假,春节\n2031-02-01,上班\n2025-01-01,平日\n", encoding="utf-8")
    new = read_updates(path)
    before = known_until({})
    assert known_until(new) == 2031 > before
    assert [day.isoformat() for day, _, _ in differences({}, new)] == [
        "2025-01-01",
        "2031-02-01",
        "2031-02-06",
    ]
    assert differences(new, new) == []
    path.write_text(csv_text(new), encoding="utf-8")
    assert read_updates(path) == new
