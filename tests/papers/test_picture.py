"""Pages drawn as they will be printed: whole and in parts they are the same dots."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kamdesk.papers.form import Sides
from kamdesk.papers.picture import Area, DrawnPaper
from kamdesk.papers.write import briefings_content, day_plan_content, week_plan_content
from kamdesk.words import Words
from tests.papers import briefing_samples, samples

NOW = datetime(2026, 11, 22, 18, 40)
PLAN = samples.usual_plan()


@pytest.fixture
def paper() -> DrawnPaper:
    return DrawnPaper(week_plan_content(PLAN, Words("zh"), NOW))


def test_sizes_and_text(paper: DrawnPaper) -> None:
    first = paper.sizes[0]
    assert (round(first.width), round(first.height)) == (842, 595)
    assert first.lying
    assert "周拜访计划" in paper.text(0)
    paper.close()


def test_a_part_is_the_same_dots_as_the_whole(paper: DrawnPaper) -> None:
    whole = paper.draw(0, 842, 595)
    part = paper.draw(0, 842, 595, Area(300, 100, 200, 50))
    for line in range(part.height):
        start = (100 + line) * whole.stride + 300
        row = part.dots[line * part.stride : line * part.stride + 200]
        assert all(abs(a - b) < 6 for a, b in zip(row, whole.dots[start : start + 200], strict=True))
    assert min(part.dots) < 60 < max(part.dots)
    paper.close()


def test_pages_beyond_those_kept_open_are_drawn_too(paper: DrawnPaper) -> None:
    for number in (*range(len(paper.sizes)), 0):
        assert min(paper.draw(number, 421, 297).dots) < 60
    paper.close()


def test_one_side_leaves_out_pages_that_only_fill_sheets() -> None:
    whole = DrawnPaper(week_plan_content(PLAN, Words("zh"), NOW))
    single = DrawnPaper(week_plan_content(PLAN, Words("zh"), NOW, Sides.SINGLE))
    assert len(single.sizes) < len(whole.sizes)
    assert len(whole.sizes) % 2 == 0


def test_a_day_alone() -> None:
    day = next(day for day in PLAN.days if day.stops)
    drawn = DrawnPaper(day_plan_content(PLAN, day.day, Words("zh"), NOW))
    said = drawn.text(0)
    assert all(stop.called[:4] in said.replace("\n", "") for stop in day.stops)
    assert "日计划" in said
    with pytest.raises(ValueError, match="stop"):
        day_plan_content(PLAN, day.day.replace(year=2020), Words("zh"), NOW)


def test_a_pack_has_an_outline(tmp_path: Path) -> None:
    briefings = [briefing_samples.usual_briefing(), briefing_samples.empty_briefing()]
    path = tmp_path / "pack.pdf"
    path.write_bytes(briefings_content(briefings, Words("zh"), NOW))
    found = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", path], capture_output=True, text=True, check=True
    )
    entries = re.findall(r'<item page="(\d+)">([^<]*)</item>', found.stdout)
    assert [name for _, name in entries] == [one.account.name for one in briefings]
    assert entries[0][0] == "1"
    assert int(entries[1][0]) % 2 == 1


def test_a_briefing_seen_alone_is_as_in_the_pack() -> None:
    briefings = [briefing_samples.usual_briefing(), briefing_samples.empty_briefing()]
    pack = DrawnPaper(briefings_content(briefings, Words("zh"), NOW))
    alone = DrawnPaper(briefings_content(briefings[:1], Words("zh"), NOW, in_pack=True))
    for number in range(len(alone.sizes)):
        assert alone.draw(number, 595, 842) == pack.draw(number, 595, 842)


def test_sparing_the_days_share_pages() -> None:
    days = tuple(replace(day, stops=day.stops[:1]) for day in PLAN.days)
    plan = replace(PLAN, days=days)
    whole = DrawnPaper(week_plan_content(plan, Words("zh"), NOW))
    spared = DrawnPaper(week_plan_content(plan, Words("zh"), NOW, Sides.THRIFT))
    assert len(spared.sizes) * 2 < len(whole.sizes)
    said = [spared.text(number) for number in range(len(spared.sizes))]
    for day in days:
        for stop in day.stops:
            assert any(stop.account in page.replace("\n", "") for page in said)
            assert stop.called[:4] in said[-1]
