"""The week plan: all stops are on it, warnings drop none, what a customer may not read is not there."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.domain.geo import Travel
from kamdesk.domain.visit import MissedReason, Outcome
from kamdesk.papers.common import Caution, Person
from kamdesk.papers.kit.said import Said, clock
from kamdesk.papers.plan import DuePromise, LastVisit, PlanDay, PlanStop, StockToCount, WeekPlan
from kamdesk.papers.week_plan import pages
from kamdesk.papers.week_plan.fit import deal_out
from kamdesk.papers.week_plan.grid import place_blocks, scale_for
from kamdesk.papers.week_plan.layout import ROWS_A_PAGE, ROWS_BOTTOM, ROWS_TOP, rows_of
from kamdesk.papers.write import write_week_plan
from kamdesk.words import LANGUAGES, Language, Words
from tests.papers.reading import flat, needs_poppler, pages_of
from tests.papers.samples import (
    MONDAY,
    NOW,
    TUESDAY,
    empty_plan,
    overfull_plan,
    usual_plan,
    usual_stops,
)


@pytest.fixture
def read(tmp_path: Path):
    def make(plan: WeekPlan, language: Language = "zh") -> list[str]:
        path = tmp_path / "plan.pdf"
        write_week_plan(plan, path, Words(language), NOW)
        return pages_of(path)

    return make


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [usual_plan, overfull_plan])
def test_every_stop_is_there_with_time_and_name(read, make, language: Language) -> None:
    plan = make()
    printed = [flat(page) for page in read(plan, language)]
    said = Said(Words(language))
    for day in plan.days:
        head = flat(said.day_weekday(day.day))
        of_day = "".join(page for page in printed[2:] if page.startswith(head))
        for stop in day.stops:
            assert flat(stop.account) in of_day
            assert stop.start is None or clock(stop.start) in of_day


@needs_poppler
def test_a_stop_says_all_that_is_needed_at_the_door(read) -> None:
    plan = replace(usual_plan(), days=(PlanDay(TUESDAY, usual_stops()),))
    page = flat(read(plan)[2])
    for text in (
        "路桥区银安街218号3号仓",
        "0576-82451107",
        "陈国梁总经理",
        "补11月10日破包12袋",
        "▲逾期",
        "签12月铁路发运确认书",
        "带培训教材",
        "上次420袋",
        "▲接待时间外（13:00–18:00）",
        "行25分11km",
        "首次盘点（桶）",
        "◆简报",
    ):
        assert text in page, text
    for number, outcome in enumerate(Outcome, start=1):
        assert f"{number}{flat(Words('zh').choice('visit.outcome', outcome))}" in page
    for letter, reason in zip("ABCDE", MissedReason, strict=True):
        assert f"{letter}{flat(Words('zh').choice('missed_reason', reason))}" in page


@needs_poppler
def test_holidays_are_warned_of_and_drop_no_visit(read) -> None:
    warned = (Caution("holiday", "national_day"), Caution("leave"))
    plan = replace(usual_plan(), days=(PlanDay(TUESDAY, usual_stops(), warned),))
    printed = [flat(page) for page in read(plan)]
    assert "国庆节放假" in printed[0]
    assert "▲国庆节放假" in printed[2]
    assert "▲本人请假" in printed[2]
    assert all(flat(stop.account) in printed[2] + printed[3] for stop in usual_stops())


@needs_poppler
def test_a_caution_of_a_newer_version_is_shown_as_it_stands(read) -> None:
    stop = replace(usual_stops()[5], cautions=(Caution("meteor_shower", "x"),))
    assert "▲meteor_shower" in flat(read(replace(usual_plan(), days=(PlanDay(TUESDAY, (stop,)),)))[2])


@pytest.mark.parametrize("make", [usual_plan, overfull_plan, empty_plan])
def test_week_and_days_fill_whole_sheets(make) -> None:
    said = Said(Words("zh"))
    assert len(pages(make(), said)) % 2 == 0
    for day in make().days:
        assert len(pages(replace(empty_plan(), days=(day,)), said)) % 2 == 0


@needs_poppler
def test_an_empty_week_says_so(read) -> None:
    printed = read(empty_plan())
    assert len(printed) == 2
    assert "本周没有计划的拜访" in printed[0]
    assert "临时拜访" in printed[1]
    for number, outcome in enumerate(Outcome, start=1):
        assert f"{number}{flat(Words('zh').choice('visit.outcome', outcome))}" in flat(printed[1])


@needs_poppler
def test_a_mark_of_the_week_page_means_one_thing(read) -> None:
    page = flat(read(usual_plan())[0])
    assert "▲已逾期" in page
    assert "◆＝先看简报" in page
    assert page.count("▲") == 1 + sum(
        bool(one.due_on and one.due_on < MONDAY) for one in usual_plan().promises
    )


@needs_poppler
def test_totals_bear_their_formula(read) -> None:
    page = flat(read(usual_plan())[4])
    assert "面谈5:10＋路上2:30＝7:40" in page
    assert "直线×1.35" in page
    assert "完成率＝已访÷7" in page


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("travel", "said"),
    [(Travel(145.2, 144), "2:24145km"), (Travel(1145.0, 744), "12:241145km"), (Travel(11.0, 25), "11km")],
)
def test_the_way_of_a_long_drive_is_never_cut_off(
    read, language: Language, travel: Travel, said: str
) -> None:
    far = tuple(replace(stop, travel=travel) for stop in usual_stops()[:2])
    page = flat(read(replace(usual_plan(), days=(PlanDay(TUESDAY, far),)), language)[2])
    assert page.count(said) == 2


@needs_poppler
def test_what_the_week_page_cannot_hold_stands_on_its_back(read) -> None:
    plan = replace(
        usual_plan(),
        promises=tuple(DuePromise(f"第{n}件事", MONDAY, f"客户{n}") for n in range(40)),
        open_accounts=(),
    )
    printed = [flat(page) for page in read(plan)]
    on_both = printed[0] + printed[1]
    assert all(f"第{n}件事" in on_both for n in range(40))
    assert "见背面" in printed[0]


def test_the_types_hold_nothing_that_a_customer_may_not_read() -> None:
    names = {field.name for kind in (WeekPlan, PlanDay, PlanStop, Person) for field in fields(kind)}
    forbidden = (
        "class",
        "stage",
        "debt",
        "support",
        "influence",
        "informant",
        "churn",
        "risk",
        "note",
        "role",
    )
    assert not [name for name in names for word in forbidden if word in name]


TEXT = st.text(st.sampled_from("客户建材承诺，。（）abc 123"), max_size=200)
STOPS = st.builds(
    PlanStop,
    account=st.text(st.sampled_from("台州建材Building "), min_size=1, max_size=60),
    start=st.none() | st.integers(0, 1439),
    minutes=st.none() | st.integers(0, 600),
    address=st.none() | TEXT,
    people=st.lists(st.builds(Person, TEXT, st.none() | TEXT), max_size=4).map(tuple),
    last_visit=st.none() | st.builds(LastVisit, st.just(date(2026, 11, 1)), next_step=TEXT),
    promises=st.lists(st.builds(DuePromise, TEXT, st.none() | st.just(MONDAY)), max_size=15).map(tuple),
    objective=st.none() | TEXT,
    actions=st.lists(TEXT, max_size=4).map(tuple),
    products=st.lists(st.builds(StockToCount, TEXT), max_size=20).map(tuple),
)


@settings(max_examples=30)
@given(st.lists(STOPS, min_size=1, max_size=20))
def test_rows_of_a_day_fit_their_pages_and_none_is_lost(stops: list[PlanStop]) -> None:
    rows = rows_of(tuple(stops))
    sheets = deal_out(rows, TUESDAY, ROWS_TOP, Said(Words("zh")))
    assert [fitted.row for sheet in sheets for fitted in sheet.rows] == rows
    for sheet in sheets:
        assert len(sheet.rows) <= ROWS_A_PAGE
        assert sheet.bottom <= ROWS_BOTTOM + 0.01
    for number, stop in enumerate(stops, start=1):
        of_stop = [row for row in rows if row.number == number]
        assert tuple(p for row in of_stop for p in row.products) == stop.products
        assert tuple(p for row in of_stop for p in row.promises) == stop.promises


def test_a_day_of_two_full_sheets_has_its_notes_on_them_or_on_pages_of_their_own() -> None:
    said = Said(Words("zh"))
    roomy = tuple(PlanStop(f"店{n}", 480 + n * 30, 20) for n in range(8))
    sheets = deal_out(rows_of(roomy), TUESDAY, ROWS_TOP, said)
    assert [sheet.noted for sheet in sheets] == [True, True]
    assert len(pages(replace(empty_plan(), days=(PlanDay(TUESDAY, roomy),)), said)) == 2 + 2
    crowded = tuple(PlanStop(f"店{n}", 480 + n * 30, 20) for n in range(14))
    assert len(pages(replace(empty_plan(), days=(PlanDay(TUESDAY, crowded),)), said)) == 2 + 4


def test_more_than_seven_stops_are_parted_evenly() -> None:
    nine = tuple(PlanStop(f"店{n}", 480 + n * 30, 20) for n in range(9))
    sheets = deal_out(rows_of(nine), TUESDAY, ROWS_TOP, Said(Words("zh")))
    assert [len(sheet.rows) for sheet in sheets] == [5, 4]


def test_the_tallest_stop_gives_way_first() -> None:
    wordy = replace(
        usual_stops()[5], last_visit=LastVisit(date(2026, 11, 17), next_step="说船期又晚两天，" * 12)
    )
    stops = (*usual_stops()[:5], wordy, usual_stops()[6])
    (sheet,) = deal_out(rows_of(stops), TUESDAY, ROWS_TOP, Said(Words("zh")))
    levels = [fitted.level for fitted in sheet.rows]
    assert levels[5] == max(levels) > 0
    assert levels.count(levels[5]) == 1


@given(st.lists(STOPS, max_size=45))
def test_blocks_of_a_column_do_not_cover_each_other(stops: list[PlanStop]) -> None:
    scale = scale_for(stops, 27.0, 147.0)
    blocks = place_blocks(stops, scale)
    assert len(blocks) == len(stops)
    lowest = 27.0
    for block in blocks:
        assert block.y >= lowest - 0.001
        lowest = block.y + block.height
    assert lowest <= 147.001
