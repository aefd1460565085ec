"""The lists that `imports.py` takes in: what an office writes, made up, the same for each call."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from pathlib import Path

HEADERS = [
    "客户编号", "客户名称", "客户级别", "省份", "城市", "详细地址", "经度", "纬度", "联系人", "职务", "手机", "生日",
    "上年销售额(万元)", "备注",
]  # fmt: skip
KNOWN, GOODS = 2_000, 100
"""So many accounts and products are in the book before a list that speaks of them."""
_CITIES = {"宁波": (121.55, 29.8), "温州": (120.65, 28.0), "台州": (121.42, 28.65), "武汉": (114.25, 30.6)}
_GIVEN, _FAMILY = "芳敏娟磊艳涛喆静杰洋勇霞伟明堃娜", "周翟解查仇单尉林曾曲覃任陈区"
_WORDS, _TRADES = "鑫盛正泰金诚嘉和瑞源天兴长达安永东通恒利海丰", ("建材", "装饰材料", "水泥制品", "贸易")


def customers(rows: int) -> list[list[str]]:
    """A list of customers as an office writes it, the same for each call."""
    source = random.Random(48)
    made: list[list[str]] = []
    for number in range(rows):
        city, (east, north) = source.choice(list(_CITIES.items()))
        name = "".join(source.choices(_WORDS, k=4)) + source.choice(_TRADES)
        made.append(
            [
                f"K{number:06}",
                f"{city}{name}{number}有限公司",
                source.choice(["A", "B", "C", "VIP", "一般", ""]),
                "湖北" if city == "武汉" else "浙江",
                city,
                f"人民路{number}号",
                f"{east + source.random() / 5:.6f}",
                f"{north + source.random() / 5:.6f}",
                source.choice(_FAMILY) + "".join(source.choices(_GIVEN, k=2)),
                source.choice(["采购部经理", "总经理", "老板", "财务主管"]),
                f"13{source.randrange(10**9):09}",
                source.choice(["1977-10-5", "7月28日", "农历八月十五", "1989年6月10日", ""]),
                source.choice([f"{source.randrange(30, 3000)}", f"约{source.randrange(30, 3000)}万元", ""]),
                source.choice(["老客户,价格敏感", "要求旺季优先发货", "", ""]),
            ]
        )
    return made


def payments(rows: int) -> list[list[str]]:
    """Payments of known accounts."""
    source = random.Random(49)
    return [
        [
            f"K{source.randrange(KNOWN):06}",
            f"HK{number:07}",
            f"2026-{source.randrange(1, 11):02}-{source.randrange(1, 28):02}",
            f"{source.randrange(10**4, 10**8) / 100:.2f}",
            source.choice(["电汇", "承兑", "现金"]),
        ]
        for number in range(rows)
    ]


def order_lines(rows: int) -> list[list[str]]:
    """Four lines to an order of a known account."""
    source = random.Random(50)
    made: list[list[str]] = []
    for number in range(rows):
        if number % 4 == 0:
            head = [f"SO{number:07}", f"K{source.randrange(KNOWN):06}", f"2026-0{source.randrange(1, 9)}-15"]
        product = f"P{source.randrange(GOODS):04}"
        made.append(
            [*head, product, f"{source.randrange(1, 400)}", f"{source.randrange(100, 90000) / 100:.2f}"]
        )
    return made


def sales(rows: int) -> list[list[str]]:
    """What accounts bought, month by month and product by product."""
    source = random.Random(51)
    return [
        [
            f"K{number % KNOWN:06}",
            f"P{number // KNOWN % GOODS:04}",
            f"2025-{number // KNOWN // GOODS % 12 + 1:02}",
            f"{source.randrange(10**4, 10**8) / 100:.2f}",
        ]
        for number in range(rows)
    ]


LISTS: dict[str, tuple[list[str], Callable[[int], list[list[str]]]]] = {
    "accounts": (HEADERS, customers),
    "order_lines": (["订单编号", "客户编号", "下单日期", "产品编号", "数量", "单价(元)"], order_lines),
    "payments": (["客户编号", "收款单号", "回款日期", "回款金额(元)", "结算方式"], payments),
    "sales": (["客户编号", "产品编号", "月份", "销售额(元)"], sales),
}


def write_known(folder: Path) -> None:
    """The lists of the accounts and the products of which the other lists speak."""
    _write_text(folder / "客户.csv", HEADERS, customers(KNOWN))
    goods = [[f"P{number:04}", f"水泥{number}号", "吨"] for number in range(GOODS)]
    _write_text(folder / "产品.csv", ["产品编号", "产品名称", "单位"], goods)


def _write_text(path: Path, headers: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream).writerows([headers, *rows])


def write_list(path: Path, kind: str, rows: int) -> None:
    """The list as a GB18030 text or as a workbook, by the ending of its name."""
    headers, make = LISTS[kind]
    if path.suffix == ".csv":
        _write_text(path, headers, make(rows))
        return
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("客户")
    for row in [headers, *make(rows)]:
        sheet.append(row)
    book.save(path)
