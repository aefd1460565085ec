"""Plans and briefings that the tests print: the usual, the empty, the overfull; names and figures are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from kamdesk.domain.figures import Figure, FigureId
from kamdesk.domain.geo import Travel
from kamdesk.papers.common import Caution, Imprint, Person, Rhythm
from kamdesk.papers.plan import (
    DuePromise,
    LastVisit,
    OpenAccount,
    PlanDay,
    PlanStop,
    StockToCount,
    WeekPlan,
)

NOW = datetime(2026, 11, 22, 18, 52, tzinfo=timezone(timedelta(hours=8)))
IMPRINT = Imprint("沈立川", "岩屿建材", datetime(2026, 11, 22, 18, 40))
MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
WEEKLY = Rhythm(1, (True, True, True, True), 2, date(2026, 12, 1))
FORTNIGHTLY = Rhythm(2, (True, False, True, False), 2, date(2026, 12, 8))
FOUR_WEEKLY = Rhythm(4, (False, False, True, False), 2, date(2026, 12, 22))


def product(name: str, unit: str, last: int | None) -> StockToCount:
    return StockToCount(name, unit, None if last is None else last * 1000, date(2026, 11, 17))


def usual_stops() -> tuple[PlanStop, ...]:
    """Seven stops of a Tuesday."""
    return (
        PlanStop(
            "路桥恒邦建材有限公司",
            8 * 60 + 30,
            60,
            short_name="路桥恒邦建材",
            area="路桥",
            address="路桥区银安街 218 号 3 号仓",
            phone="0576-8245 1107",
            people=(Person("陈国梁", "总经理"), Person("周敏", "采购")),
            rhythm=WEEKLY,
            promised=True,
            travel=Travel(11.0, 25),
            last_visit=LastVisit(
                date(2026, 11, 17), "order", next_step="订 8吨 C2；说船期又晚两天，周末断货"
            ),
            promises=(
                DuePromise("补 11月10日 破包 12 袋", date(2026, 11, 20)),
                DuePromise("C2 改铁路，交书面船期", TUESDAY),
            ),
            objective="签 12月铁路发运确认书",
            actions=("带培训教材", "看周末缺货单"),
            products=(
                product("瓷砖胶 C2", "袋", 420),
                product("防水 K11", "桶", 96),
                product("耐水腻子", "袋", 310),
            ),
            read_first=True,
        ),
        PlanStop(
            "中盛装饰城（门店 12 号）",
            9 * 60 + 50,
            45,
            short_name="中盛装饰城门店",
            area="路桥",
            address="路桥区中盛城 B 区 12 号",
            phone="0576-8291 3320",
            people=(Person("林素琴", "店长"),),
            rhythm=WEEKLY,
            promised=True,
            travel=Travel(4.6, 20),
            last_visit=LastVisit(date(2026, 11, 17), "interested", next_step="未下单，样板要更新"),
            objective="换新样板，定首批 K11 40 桶",
            actions=("拍货架", "问双十二活动"),
            products=(product("防水 K11", "桶", 18), product("美缝剂", "支", 240)),
        ),
        PlanStop(
            "新桥福满五金",
            10 * 60 + 50,
            30,
            area="新桥",
            address="新桥镇人民路 66 号",
            phone="138 5768 0021",
            people=(Person("蔡福满", "老板"),),
            rhythm=FORTNIGHTLY,
            travel=Travel(6.0, 15),
            last_visit=LastVisit(date(2026, 11, 10), "order", next_step="订 1吨 腻子；答应月底付清"),
            objective="对 10月账；定下次用量",
            actions=("带对账单（已打印）",),
            products=(product("耐水腻子", "袋", 55),),
            read_first=True,
            cautions=(Caution("outside_hours", "13:00–18:00"),),
        ),
        PlanStop(
            "台州金石建材仓储",
            13 * 60 + 15,
            60,
            short_name="金石建材仓储",
            area="路桥",
            address="路桥区峰江街道园区南路 9 号",
            phone="0576-8278 6650",
            people=(Person("金海波", "董事长"), Person("徐蔚", "仓储")),
            rhythm=WEEKLY,
            promised=True,
            travel=Travel(8.8, 20),
            last_visit=LastVisit(
                date(2026, 11, 17), "order", next_step="订单 21.6万，签章；要石膏板旺季优先"
            ),
            promises=(DuePromise("旺季优先发货名单", date(2026, 11, 30)),),
            objective="盘点三品，出建议订单当场签章",
            actions=("交成本节约分析", "约年会"),
            products=(
                product("瓷砖胶 C2", "袋", 1180),
                product("石膏板 9.5", "张", 2600),
                product("自流平", "袋", 150),
            ),
        ),
        PlanStop(
            "螺洋宏发瓷砖",
            14 * 60 + 35,
            45,
            area="螺洋",
            address="螺洋街道灵山路 31 号",
            phone="0576-8236 7789",
            people=(Person("阮宏发", "老板"),),
            rhythm=WEEKLY,
            travel=Travel(5.1, 15),
            last_visit=LastVisit(date(2026, 11, 17), state="missed", next_step="老板出差，电话约本周"),
            promises=(DuePromise("C2 对比样块", TUESDAY),),
            objective="看样块结果，C1 换 C2 试 1吨",
            actions=("送施工卡 50 张",),
            products=(product("瓷砖胶 C1", "袋", 130), product("瓷砖胶 C2", "袋", 0)),
        ),
        PlanStop(
            "峰江顺达水泥制品",
            15 * 60 + 35,
            30,
            area="峰江",
            address="峰江街道打网桥村 8 组",
            rhythm=FOUR_WEEKLY,
            travel=Travel(4.2, 15),
            objective="弄清谁定采购、月用量",
        ),
        PlanStop(
            "横街永固防水工程",
            16 * 60 + 20,
            40,
            area="横街",
            address="横街镇工业路 5 号",
            phone="139 6861 4470",
            people=(Person("梁永固", "经理"), Person("吴工", "技术")),
            origin="ad_hoc",
            travel=Travel(5.8, 10),
            objective="定 12月地下车库项目试用 K11",
            actions=("带检测报告、施工案例",),
            products=(product("防水 K11", "桶", None),),
        ),
    )


def short(
    name: str, start: int, minutes: int, area: str, rhythm: Rhythm = WEEKLY, **more: object
) -> PlanStop:
    """A stop of which the week page shows all that there is."""
    stop = PlanStop(name, start, minutes, area=area, rhythm=rhythm, travel=Travel(12.0, 20))
    return replace(stop, **more)


def usual_plan() -> WeekPlan:
    """A week with five full days."""
    wednesday = (
        short(
            "温岭泽国大地建材", 510, 60, "温岭", promised=True, promises=(DuePromise("样板间用料清单", None),)
        ),
        short("大溪铭阳石材", 595, 45, "温岭", FORTNIGHTLY),
        short("城东惠民装饰", 660, 30, "温岭", FOUR_WEEKLY),
        short("温岭鼎立商砼", 810, 60, "温岭", promised=True),
        short("箬横新世纪建材", 900, 45, "箬横"),
        short("松门渔港建材", 970, 45, "松门", FORTNIGHTLY, read_first=True),
    )
    friday = (
        short("玉环港湾建材", 525, 60, "玉环", promised=True, promises=(DuePromise("仓库防台检查表", None),)),
        short("楚门家和瓷砖", 615, 45, "楚门"),
        short("清港建国建材", 675, 30, "玉环", FOUR_WEEKLY, moved_from=date(2026, 11, 26)),
        short("大溪同心装饰", 840, 45, "大溪", FORTNIGHTLY),
    )
    monday = (
        short(
            "海晟建材总部",
            510,
            60,
            "椒江",
            promised=True,
            read_first=True,
            products=(product("C2", "袋", 3),),
        ),
        short("椒江万和装饰", 590, 45, "椒江"),
        short("东港瓷砖城", 655, 45, "椒江", FORTNIGHTLY),
        short("海晟葭沚仓库", 810, 45, "葭沚", promised=True),
        short("三甲恒丰建材", 880, 30, "三甲", FOUR_WEEKLY),
        short("台州宏图家居", 930, 45, "椒江", FORTNIGHTLY),
    )
    thursday = (
        short("黄岩瑞丰陶瓷", 510, 45, "黄岩"),
        short("橘都装饰广场", 575, 60, "黄岩", promised=True),
        short("院桥立新涂料", 660, 30, "院桥", FOUR_WEEKLY),
        short("临海古城建材", 825, 60, "临海", promised=True),
        short("大洋众诚防水", 915, 45, "临海", FORTNIGHTLY),
        short("杜桥兴业五金", 980, 30, "杜桥", FORTNIGHTLY, moved_from=date(2026, 11, 25)),
    )
    nearby = (
        OpenAccount(
            "螺洋天工涂料", "overdue", date(2026, 10, 20), 35, 28, near="螺洋宏发瓷砖", kilometres=1.2
        ),
        OpenAccount(
            "新桥万利建材",
            "missed",
            date(2026, 11, 18),
            6,
            14,
            "we_moved",
            near="新桥福满五金",
            kilometres=0.8,
        ),
    )
    return WeekPlan(
        IMPRINT,
        "台州线",
        2026,
        48,
        (
            PlanDay(MONDAY, monday, way_home=Travel(9.0, 18)),
            PlanDay(TUESDAY, usual_stops(), nearby=nearby, way_home=Travel(14.0, 30)),
            PlanDay(date(2026, 11, 25), wednesday),
            PlanDay(date(2026, 11, 26), thursday),
            PlanDay(date(2026, 11, 27), friday),
        ),
        promises=(
            DuePromise("补发破包瓷砖胶 26 袋", date(2026, 11, 20), "海晟建材总部", "陈海晟"),
            DuePromise("C2 改铁路，书面确认船期", TUESDAY, "路桥恒邦建材"),
            DuePromise("店员培训：瓷砖胶施工 2 小时", TUESDAY, "路桥恒邦建材"),
            DuePromise("样板间用料清单", date(2026, 11, 25), "温岭泽国大地建材"),
            DuePromise("仓库防台检查表", date(2026, 11, 27), "玉环港湾建材"),
        ),
        open_accounts=(
            OpenAccount("台州宏图家居", "missed", date(2026, 11, 16), 7, 14, "customer_absent", day=MONDAY),
            OpenAccount("椒江天工涂料", "overdue", date(2026, 10, 19), 35, 28, day=MONDAY),
            OpenAccount(
                "新河万利建材", "missed", date(2026, 11, 18), 5, 14, "we_moved", day=date(2026, 11, 25)
            ),
            OpenAccount("杜桥新开五金", "overdue", None, None, 28),
        ),
        figures=(
            Figure(FigureId.VISITS_DUE, 29, 1),
            Figure(FigureId.PLAN_COMPLETION, 26, 29),
            Figure(FigureId.ON_DAY_RATE, 24, 29),
            Figure(FigureId.PUNCTUALITY, 22, 25),
            Figure(FigureId.COVERAGE, 27, 60),
        ),
        currency="CNY",
    )


def empty_plan() -> WeekPlan:
    """A week in which nothing is planned in a book that holds nothing."""
    return WeekPlan(Imprint("沈立川"), "台州线", 2026, 48, ())


LONG_NAME = "台州市路桥区峰江街道永固新型环保防水材料销售有限责任公司第二分公司"


def heavy_stop() -> PlanStop:
    """A stop with too much of everything."""
    return PlanStop(
        LONG_NAME,
        17 * 60 + 50,
        30,
        area="峰江",
        address="峰江街道打网桥村工业区 8 组 12 号 3 幢西侧仓库（导航到“顺达水泥”再往里 300 米）",
        phone="0576-8278 0090 转 8012",
        people=(
            Person("欧阳建国", "常务副总经理"),
            Person("上官婉清", "采购与供应链总监"),
            Person("吴工"),
            Person("李𬭎", "仓库"),
        ),
        rhythm=FORTNIGHTLY,
        travel=Travel(3.0, 10),
        last_visit=LastVisit(
            date(2025, 11, 10),
            "complaint",
            next_step="订 K11 120 桶、C2 6吨；抱怨上次送货司机不卸货，要求书面说明并赔 2 个工时，我方已口头答应",
        ),
        promises=tuple(
            DuePromise(f"第 {n} 项：卸货责任书面说明，附赔付 2 个工时的凭证", date(2026, 11, 15 + n))
            for n in range(1, 9)
        ),
        objective="平息卸货投诉，拿到 12月订单 K11 200 桶、C2 10 吨，并约财务对账",
        actions=("带书面说明两份", "看仓库雨棚", "问双十二"),
        products=tuple(product(f"产品 {n} 号", "桶", n * 10) for n in range(1, 12)),
        read_first=True,
        cautions=(Caution("overlap", "横街永固防水工程"), Caution("customer_closed")),
    )


def overfull_plan() -> WeekPlan:
    """Twenty stops a day, a stop with too much of everything, a week of seven days, long lists."""
    twenty = tuple(
        PlanStop(
            f"第{n}站{LONG_NAME}" if n % 3 == 0 else f"第{n}站建材店",
            8 * 60 + n * 25,
            20,
            area=f"街道{n}",
            address="峰江街道打网桥村 8 组",
            travel=Travel(2.5, 5),
            cautions=(Caution("overlap", f"第{n - 1}站建材店"),) if n == 4 else (),
        )
        for n in range(1, 21)
    )
    odd = PlanStop("横街阿伟建材店", None, None, origin="ad_hoc")
    days = (
        PlanDay(MONDAY, twenty, nearby=tuple(OpenAccount(f"附近{n}", "overdue", days=40) for n in range(9))),
        PlanDay(
            TUESDAY,
            (*usual_stops(), odd, heavy_stop()),
            (Caution("holiday", "national_day"), Caution("leave", "年假")),
        ),
        PlanDay(date(2026, 11, 25), (odd,)),
        PlanDay(date(2026, 11, 28), usual_stops()[:1], (Caution("make_up_workday"),)),
        PlanDay(date(2026, 11, 29), usual_stops()[1:3]),
    )
    return replace(
        usual_plan(),
        days=days,
        promises=tuple(
            DuePromise(f"承诺 {n}：补发破包瓷砖胶并书面说明原因和赔付办法", date(2026, 11, 1 + n), f"客户{n}")
            for n in range(28)
        ),
        open_accounts=tuple(
            OpenAccount(f"超期客户第{n}号有限公司", "overdue", date(2026, 9, 1), 80 + n, 28)
            for n in range(60)
        ),
    )
