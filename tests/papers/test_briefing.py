"""The briefing: page 1 alone says what matters, nothing recorded is dropped, no informant is on it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.domain.contact import BuyingRole
from kamdesk.papers.account_briefing.brief import CUTS, Brief
from kamdesk.papers.account_briefing.page_one import cut_that_fits, draw_page_one
from kamdesk.papers.account_briefing.sales import bar_text, chart_scale
from kamdesk.papers.account_briefing.words_of import hours_text
from kamdesk.papers.briefing import (
    BriefedAccount,
    BriefedAction,
    BriefedPerson,
    BriefedPromise,
    BriefedRole,
    Briefing,
    Hours,
    MonthSales,
    PastVisit,
    Sales,
)
from kamdesk.papers.common import Imprint
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import PORTRAIT
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.write import write_briefing
from kamdesk.words import LANGUAGES, Language, Words
from tests.papers.briefing_samples import empty_briefing, overfull_briefing, usual_briefing
from tests.papers.reading import flat, needs_poppler, pages_of
from tests.papers.samples import NOW

ZH = Said(Words("zh"))
TODAY = NOW.date()


@pytest.fixture
def read(tmp_path: Path):
    def make(briefing: Briefing, language: Language = "zh") -> list[str]:
        path = tmp_path / "briefing.pdf"
        write_briefing(briefing, path, Words(language), NOW)
        return [flat(page) for page in pages_of(path)]

    return make


@needs_poppler
def test_the_head_names_the_first_who_can_be_called_where_the_account_has_no_telephone(read) -> None:
    usual = usual_briefing()
    alone = replace(usual, account=replace(usual.account, phones=()))
    called = next(person for person in usual.people if person.phones)
    assert f"电话{flat(called.name)}{flat(called.phones[0])}" in read(alone)[0]
    assert f"电话{flat(called.name)}" not in read(usual)[0]
    nobody = replace(alone, people=tuple(replace(person, phones=()) for person in usual.people))
    assert "电话未记录" in read(nobody)[0]


@needs_poppler
def test_page_one_says_what_matters_before_the_door(read) -> None:
    page = read(usual_briefing())[0]
    for text in (
        "台州海晟建材有限公司",
        "A大客户",
        "年采购1,860万元",
        "为11月23日周一8:30的固定拜访（60分）",
        "定下12月–2月瓷砖胶C2铁路发运240吨，陈总签字",
        "▲逾期2天",
        "补发破包瓷砖胶26袋",
        "变通：从杭州仓调，周一到",
        "兑现率11÷14＝79%",
        "11月22日今天",
        "经济决策人?",
        "▲缺影响者、技术把关者",
        "▲逾期欠款12.8万元，最早一笔已逾期35天（11月20日的应收款单）",
        "周一–周五8:30–11:40、13:30–17:00；周六8:30–11:40、13:30–16:00",
        "782.0万元",
        "111%",
        "瓷砖胶C2420袋",
    ):
        assert text in page, text


@needs_poppler
def test_all_that_is_recorded_is_printed_somewhere(read) -> None:
    briefing = usual_briefing()
    printed = "".join(read(briefing))
    for visit in briefing.visits:
        for text in (visit.points, visit.rival_note, visit.next_step, visit.reason_text, *visit.met):
            assert text is None or flat(text) in printed
    for person in briefing.people:
        assert flat(person.name) in printed
        assert all(flat(phone) in printed for phone in person.phones)
    for note in briefing.notes:
        assert flat(note.text) in printed
    for order in briefing.sales[0].orders:
        assert order.number is None or order.number in printed
    assert "C-10086" in printed
    assert "haisheng-jc" in printed


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_page_one_leaves_out_stands_further_on(read, language: Language) -> None:
    briefing = overfull_briefing()
    printed = "".join(read(briefing, language))
    assert all(flat(person.name) in printed for person in briefing.people)
    # A text may go on in the next column, below the head that says so.
    for what in [promise.what for promise in briefing.promises] + [
        action.what for action in briefing.actions
    ]:
        assert flat(what)[:12] in printed
        assert flat(what)[-12:] in printed
    assert briefing.visit is not None
    assert flat(briefing.visit.objective or "") in printed


@needs_poppler
def test_nothing_known_is_said_not_dropped(read) -> None:
    first, second = read(empty_briefing())
    for text in (
        "未分类",
        "电话未记录",
        "地址未记录",
        "接待时间未记录",
        "没有拜访记录",
        "没有承诺",
        "没有订单",
    ):
        assert text in first, text
    assert "兑现率—（没有到期的）" in first
    for role in BuyingRole:
        assert flat(Words("zh").choice("contact_role", role)) in first
    for text in ("记事未记录", "盘点库存未记录", "联系方式未记录"):
        assert text in second, text


def test_the_confidential_role_cannot_be_held() -> None:
    with pytest.raises(ValueError, match="confidential"):
        BriefedRole("informant")


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_among_no_missing_roles(read, language: Language) -> None:
    for briefing in (empty_briefing(), usual_briefing()):
        printed = "".join(read(briefing, language)).lower()
        assert "信息员" not in printed
        assert "informant" not in printed
        assert "informant" not in {str(role) for role in briefing.missing_roles}


@needs_poppler
def test_a_role_of_a_newer_version_is_shown_as_it_stands(read) -> None:
    person = BriefedPerson("周敏", roles=(BriefedRole("coach", confirmed=True),))
    assert "coach" in read(replace(empty_briefing(), people=(person,)))[0]


TEXT = st.text(st.sampled_from("客户建材承诺，。（）abc 123"), min_size=1, max_size=400)
BRIEFINGS = st.builds(
    Briefing,
    imprint=st.just(Imprint("沈")),
    account=st.builds(BriefedAccount, name=TEXT.map(lambda text: text[:70]), class_reason=TEXT, address=TEXT),
    promises=st.lists(
        st.builds(
            BriefedPromise,
            TEXT,
            due_on=st.none() | st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days)),
            workaround=TEXT,
        ),
        max_size=25,
    ).map(tuple),
    people=st.lists(st.builds(BriefedPerson, TEXT.map(lambda text: text[:30])), max_size=25).map(tuple),
    visits=st.lists(st.builds(PastVisit, st.just(date(2026, 11, 1)), points=TEXT), max_size=5).map(tuple),
    actions=st.lists(st.builds(BriefedAction, TEXT), max_size=20).map(tuple),
)


@settings(max_examples=40)
@given(BRIEFINGS, st.sampled_from(LANGUAGES))
def test_page_one_always_ends_above_the_foot(briefing: Briefing, language: Language) -> None:
    said = Said(Words(language))
    brief = Brief(briefing, said, TODAY)
    cut = cut_that_fits(brief)
    assert draw_page_one(Sheet(PORTRAIT, language), brief, cut) <= PORTRAIT.bottom


def test_little_text_is_set_large() -> None:
    assert cut_that_fits(Brief(usual_briefing(), ZH, TODAY)) == CUTS[0]


def test_hours_are_told_in_runs_of_days() -> None:
    every = tuple(Hours(day, 540, 1020) for day in range(7))
    assert hours_text(every, ZH) == "每天 9:00–17:00"
    assert hours_text((every[0], every[2], every[3]), ZH) == "周一 9:00–17:00；周三–周四 9:00–17:00"


@pytest.mark.parametrize(
    ("amount", "currency", "language", "unit"),
    [
        (88_000_000, "CNY", "zh", "万元"),
        (880_000, "CNY", "zh", "元"),
        (88_000_000, "CNY", "en", "1,000 yuan"),
        (88_000_000, "EUR", "zh", "千 EUR"),
        (880_000, None, "zh", ""),
    ],
)
def test_a_chart_is_in_units_that_fit_its_bars(
    amount: int, currency: str | None, language: Language, unit: str
) -> None:
    months = (MonthSales(2026, 11, amount),)
    divisor, name = chart_scale(months, currency, Said(Words(language)))
    assert name == unit
    assert len(bar_text(amount / divisor)) <= 6


@needs_poppler
def test_a_year_without_a_year_before_has_no_rate(read) -> None:
    sales = Sales("CNY", TODAY, 8_000_000, None, 3)
    page = read(replace(empty_briefing(), sales=(sales,)))[0]
    assert "去年同期未记录" in page
    assert "%" not in page.partition("订货")[2].partition("盘点库存")[0]
