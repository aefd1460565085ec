"""Briefings that the tests print: the usual, the empty, the overfull; names and figures are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kamdesk.domain.figures import Figure, FigureId
from kamdesk.papers.briefing import (
    BriefedAccount,
    BriefedAction,
    BriefedNote,
    BriefedPerson,
    BriefedPromise,
    BriefedRole,
    Briefing,
    ClosedDays,
    CountedStock,
    FixedVisit,
    Hours,
    LineChange,
    MonthSales,
    NextVisit,
    OrderedProduct,
    Owed,
    PastOrder,
    PastVisit,
    Sales,
)
from kamdesk.papers.common import Caution, Imprint
from tests.papers.samples import FORTNIGHTLY, IMPRINT, LONG_NAME, MONDAY, WEEKLY

CONFIRMED = True


def role(code: str, confirmed: bool = False) -> BriefedRole:
    return BriefedRole(code, confirmed)


def usual_sales() -> Sales:
    amounts = (51, 62, 48, 20, 66, 71, 80, 77, 59, 84, 88, 76)
    before = (44, 50, 41, 33, 58, 60, 75, 70, 66, 71, 80, 62)
    months = tuple(
        MonthSales(2025 + (11 + n) // 12, (11 + n) % 12 + 1, amounts[n] * 1_000_000, before[n] * 1_000_000)
        for n in range(12)
    )
    orders = (
        PastOrder(
            date(2026, 11, 2),
            "XS-2611-0031",
            21_600_000,
            (OrderedProduct("瓷砖胶 C2", 30_000, "吨"), OrderedProduct("防水 K11", 120_000, "桶")),
        ),
        PastOrder(
            date(2026, 10, 19), "XS-2610-0187", 17_920_000, (OrderedProduct("瓷砖胶 C2", 28_000, "吨"),)
        ),
        PastOrder(date(2026, 10, 6), None, 8_860_050, ()),
    )
    return Sales("CNY", date(2026, 11, 22), 782_000_000, 705_000_000, 41, True, months, orders)


def usual_briefing() -> Briefing:
    """A key account that much is known of."""
    return Briefing(
        imprint=IMPRINT,
        account=BriefedAccount(
            name="台州海晟建材有限公司",
            short_name="海晟建材",
            parent="海晟集团",
            codes=(("ERP", "C-10086"),),
            value_class="A",
            is_key=True,
            class_reason="年采购 1,860万元（线 800万）；我方份额 46%（线 30%）；3 个销售点（线 2）",
            owner="沈立川",
            kind="经销商",
            tags=("年度协议", "铁路发运"),
            area="台州市椒江区",
            address="葭沚街道海晟路 88 号",
            phones=("0576-8888 1234 转 801", "0576-8888 1235"),
            wechat="haisheng-jc",
            hours=tuple(
                hour
                for day in range(6)
                for hour in (Hours(day, 510, 700), Hours(day, 810, 1020 if day < 5 else 960))
            ),
            closed=(ClosedDays(date(2026, 11, 30), date(2026, 12, 1), "年度盘点"),),
        ),
        visit=NextVisit(MONDAY, 510, 60, objective="定下 12月–2月 瓷砖胶 C2 铁路发运 240 吨，陈总签字"),
        slots=(FixedVisit(0, 510, 60, WEEKLY, promised=True),),
        line_changes=(
            LineChange(
                date(2026, 3, 2),
                "customer",
                "周敏",
                "周二上午要开例会",
                FixedVisit(1, 540, 60, FORTNIGHTLY),
                FixedVisit(0, 510, 60, WEEKLY),
            ),
        ),
        promises=(
            BriefedPromise(
                "补发破包瓷砖胶 26 袋",
                due_on=date(2026, 11, 20),
                made_on=date(2026, 11, 16),
                to_whom="陈海晟",
                by_whom="物流 韩峥",
                cause="supply",
                cause_text="台州仓没有同批次",
                workaround="从杭州仓调，周一到",
                churn_risk=4,
            ),
            BriefedPromise(
                "交 C2 铁路逐批到货表", due_on=date(2026, 11, 22), by_whom="沈立川", to_whom="陈海晟"
            ),
            BriefedPromise("防台高地仓 3 处报价", due_on=date(2026, 11, 27), by_whom="沈立川"),
            BriefedPromise("答复账期能否 45 天"),
            BriefedPromise(
                "三店店员施工培训 42 人",
                "kept",
                date(2026, 11, 10),
                settled_on=date(2026, 11, 9),
                effect_seen="C2 退货 11 → 3 袋/周",
            ),
        ),
        promise_kept=Figure(FigureId.PROMISE_KEPT, 11, 14),
        people=(
            BriefedPerson(
                "陈海晟",
                "董事长",
                roles=(role("decision_maker", CONFIRMED),),
                support="supporter",
                influence="inner_circle",
                last_met=date(2026, 11, 16),
                counterpart="沈立川",
                phones=("138 0576 6688",),
            ),
            BriefedPerson(
                "林秀芳",
                "财务经理",
                roles=(role("economic_buyer"),),
                support="neutral",
                influence="political_structure",
                last_met=date(2025, 10, 12),
                phones=("0576-8888 1234 转 806",),
            ),
            BriefedPerson(
                "周敏",
                "采购主管",
                "采购部",
                (role("purchaser", CONFIRMED), role("gatekeeper")),
                "mentor",
                "political_structure",
                date(2026, 11, 16),
                "沈立川",
                ("139 5768 0031",),
            ),
            BriefedPerson(
                "葛师傅",
                "葭沚仓",
                roles=(role("user", CONFIRMED),),
                support="supporter",
                influence="outside",
                last_met=date(2026, 11, 9),
                counterpart="韩峥",
            ),
        ),
        visits=(
            PastVisit(
                date(2026, 11, 16),
                outcome="interested",
                met=("陈海晟", "周敏"),
                points="抱怨上周末 C2 断货两天，丢了两张工地单；要逐批到货表。问防台仓能不能替他们找。",
                rival_note="固德邦区域经理 11月12日 请陈总吃饭，报 C2 每吨低 120 元、账期 60 天",
                next_step="周一带到货表，谈 12月–2月 铁路发运",
            ),
            PastVisit(
                date(2026, 11, 9), outcome="service", met=("葛师傅",), points="三店培训 42 人，葛师傅到场"
            ),
            PastVisit(
                date(2026, 11, 2),
                outcome="order",
                met=("周敏",),
                points="订 30 吨 C2、120 桶 K11；到货分两批",
                next_step="跟船期",
            ),
            PastVisit(date(2026, 10, 26), "missed", reason="we_moved", reason_text="车故障，当日电话致歉"),
            PastVisit(
                date(2026, 10, 19), outcome="order", met=("陈海晟", "周敏"), points="订 28 吨 C2；破包 12 袋"
            ),
        ),
        actions=(
            BriefedAction("财务对口人：约林会计见我方信控", "沈立川", date(2026, 12, 4)),
            BriefedAction("年度共同计划初稿", "沈立川", date(2026, 11, 18)),
            BriefedAction("C2 铁路 1月车皮", "韩峥", date(2026, 12, 10)),
        ),
        notes=(
            BriefedNote(
                date(2026, 8, 24), "葭沚仓距海堤 40 米，货 60万元，未投保；劝移仓，陈总“再看看”", "陈海晟"
            ),
            BriefedNote(date(2026, 5, 20), "林会计：账期与回款错开最头疼"),
        ),
        sales=(usual_sales(),),
        owed=(Owed("CNY", date(2026, 11, 20), 41_260_000, 12_800_050, 35),),
        stock=(
            CountedStock("瓷砖胶 C2", 420_000, date(2026, 11, 16), "袋"),
            CountedStock("防水 K11", 96_000, date(2026, 11, 16), "桶"),
            CountedStock("耐水腻子", 24_500, date(2026, 11, 2), "吨"),
        ),
    )


def empty_briefing() -> Briefing:
    """An account of which only the name is known."""
    return Briefing(Imprint("沈立川"), BriefedAccount("峰江顺达水泥制品"))


def overfull_briefing() -> Briefing:
    """Too much of everything."""
    usual = usual_briefing()
    long = "抱怨上次送货司机不卸货，要求书面说明并赔 2 个工时，我方已口头答应；" * 12
    person = usual.people[2]
    return replace(
        usual,
        account=replace(
            usual.account,
            name=LONG_NAME,
            status="blocked",
            status_reason="超额度",
            class_reason=long,
            closed=tuple(
                ClosedDays(date(2026, 12, day), date(2026, 12, day), "停电") for day in range(1, 12)
            ),
        ),
        visit=NextVisit(
            MONDAY,
            510,
            60,
            "ad_hoc",
            long[:200],
            (Caution("holiday", "national_day"), Caution("outside_hours", "13:30–17:00")),
        ),
        promises=tuple(
            BriefedPromise(
                f"第 {n} 项：{long[: 30 + n * 9]}", due_on=date(2026, 11, 1 + n), cause_text=long[:60]
            )
            for n in range(20)
        ),
        people=tuple(
            replace(person, name=f"欧阳上官{n}", post="采购与供应链管理部常务副总监") for n in range(30)
        ),
        visits=tuple(replace(usual.visits[0], points=long) for _ in range(5)),
        actions=tuple(BriefedAction(f"{n} {long[:70]}", "沈立川", date(2026, 12, 4)) for n in range(25)),
        notes=tuple(BriefedNote(date(2026, 5, 20), long * 4) for _ in range(9)),
        sales=(usual_sales(), replace(usual_sales(), currency="EUR")),
        stock=tuple(
            CountedStock(f"很长的产品名称第 {n} 号规格", n * 1500, date(2026, 11, 16), "袋")
            for n in range(30)
        ),
    )
