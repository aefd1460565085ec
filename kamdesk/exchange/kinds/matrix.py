"""Stock as a matrix: accounts down and products across, or the other way round; an empty cell was not counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kamdesk.exchange.headers import header_key
from kamdesk.exchange.kinds.periods import read_column_period
from kamdesk.exchange.values.names import speaks_of_a_firm
from kamdesk.exchange.values.text import folded

if TYPE_CHECKING:
    from kamdesk.exchange.columns import Column

OF_PRODUCT, OF_ACCOUNT = "stock_of_product", "stock_of_account"
ACROSS = frozenset({OF_PRODUCT, OF_ACCOUNT})
"""The fields of which a matrix has a column for each product, or for each account."""
GIVEN = {OF_PRODUCT: ("product_name", "quantity"), OF_ACCOUNT: ("account_name", "quantity")}
"""What such a column tells."""
_UNIT = re.compile(
    r"(?:(?:计量)?单位|unit|uom|in)?\s*[:：]?\s*"
    r"(袋|包|桶|箱|件|吨|条|支|瓶|罐|盒|片|卷|块|张|个|只|套|组|米|平方米?|立方米?|千克|公斤|升|克|斤|提|捆|托"
    r"|bags?|pails?|drums?|buckets?|pcs|pieces?|cartons?|ctns?|box(?:es)?|rolls?|tons?|tonnes?|cases?|sets?|units?|each|ea"
    r"|kg|g|t|l|ml|m|m2|㎡|m²|m3|pallets?|bottles?|cans?|tubes?|sacks?)\.?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:门店|期末|当前|实际|现有|本期)?(?:库存|现存|结存|实盘|盘点|存货|实存|在库)(?:数量?|量)?|数量?|存量"
    r"|(?:closing)?(?:stock|onhand|inventory|qty|quantity|count(?:ed)?)(?:qty|quantity|onhand)?"
)
_ASIDE = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]\s*$")
_OF_STOCK = re.compile(
    r"(?<=.)(?:库存|盘点|结存|现存)(?:数量?|量)?$|(?<=\w)\s+(?:stock|on hand|qty)$", re.IGNORECASE
)
_NO_GOODS = re.compile(
    r"合计|总计|小计|总和|共计|累计|平均|总数|总量|总库存|品种数|备注|说明|日期|时间|序号|地区|区域|业务员|城市|省份|电话|联系人"
    r"|地址|级别|面积|人数|期初|入库|出库|期末|上月|本月|上期|本期|进货|销量|销售|采购|调拨|损耗|单价|金额|成本|价值|在途|安全|预警|差异"
    r"|周转|天数|库龄|账面|损益|total|sum\b|average|remarks?|notes?|\bdate|\brep\b|region|amount|\bcost|value|price|sales|sold"
    r"|purchase|received|opening|transit|reorder|minimum|min\b|max\b|\bdays\b|area\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    "(?:库存|数量)?(?:合计|总计|小计|共计|总数|总量|总库存)(?:库存|数量)?|(?:grand|row)?totals?(?:stock|qty)?|sum"
)
_TITLE = re.compile(r"库存|盘点|结存|报表|统计|[:：]|制表|表$|stock|inventory|report", re.IGNORECASE)
_COUNT = re.compile(r"[\d\s.,:%/+-]*\d[\d\s.,:%/+-]*[^\W\d_]{0,2}")
_CORNER = re.compile(r"[\\/＼／|]")
_LETTER = re.compile(r"[^\W\d_]")
_FEW = 2


@dataclass(frozen=True, slots=True)
class Across:
    """Whom or what a column of a matrix counts: by ``name``, else by one of ``also``; the ``unit`` of its counts."""

    name: str
    unit: str | None = None
    also: tuple[str, ...] = ()


def across_of(text: str, group: str = "") -> Across | None:
    """What a column's header names, and the unit in it or below it; None for one that names neither goods nor a firm.

    Above a unit, a word for the count or a specification stands what is counted; above a name, a brand or a place.
    """
    label, over = folded(text).strip(), folded(group).strip()
    if label and over and label != over:
        is_title = _TITLE.search(over) and not _COUNTED.fullmatch(header_key(label))
        if is_title or _NO_GOODS.search(over):
            return None
        unit = _UNIT.fullmatch(label)
        if unit or _COUNTED.fullmatch(header_key(label)):
            found = across_of(over)
            return replace(found, unit=unit[1]) if found and unit else found
        below = across_of(label)
        above = _ASIDE.sub("", over)
        if below is None and _COUNT.fullmatch(label) and across_of(over) is not None:
            return Across(above, also=(f"{above} {label}", f"{above}{label}"))
        if below is None:
            return None
        return replace(below, also=(f"{above} {below.name}", f"{above}{below.name}", *below.also))
    named = label or over
    if not _LETTER.search(named) or _COUNT.fullmatch(named) or read_column_period(named) is not None:
        return None
    aside = _ASIDE.search(named)
    unit = _UNIT.fullmatch(aside[1].strip()) if aside else None
    bare = named[: aside.start()].strip() if aside else named
    if _NO_GOODS.search(bare) or not bare:
        return None
    also = [f"{bare} {aside[1]}", f"{bare}{aside[1]}"] if aside and not unit else []
    name = bare if unit else named
    short = _OF_STOCK.sub("", name).strip()
    also += [short] if short != name else []
    return Across(name, unit[1] if unit else None, tuple(also))


def column_across(title: str, group: str = "") -> Across | None:
    """The same of a header that may have both rows in one: 远山/瓷砖胶, as it is kept, and 瓷砖胶/包."""
    over, _, label = title.rpartition("/")
    whole = across_of(title, group)
    if group or not over.strip() or not label.strip():
        return whole
    apart = across_of(label, over)
    if apart is None or whole is None or folded(over).strip() == apart.name:
        return apart or whole
    return replace(whole, also=(apart.name, *apart.also))


def counts_across(label: str, group: str) -> bool:
    """Whether a column is called by a word for a count, and what is counted stands above it."""
    over = folded(group).strip()
    return bool(over) and _COUNTED.fullmatch(header_key(label)) is not None and across_of(over) is not None


def oriented(columns: Sequence[Column], *, of_one: bool) -> list[Column]:
    """Settles whether products or accounts stand across, by what stands down; a list that has both is no matrix.

    ``of_one``: the titles say whose the whole list is.
    """
    across = [column for column in columns if column.field in ACROSS]
    if not across:
        return list(columns)
    if any(column.said for column in across):
        return [_as(column, column.said, column.field) for column in columns]
    fields = {column.field for column in columns}
    named = bool(fields & {"account_name", "account_code"})
    goods = bool(fields & {"product_name", "product_code"})
    counted = "quantity" in fields
    firms = sum(speaks_of_a_firm(column.title) for column in across) * 2 >= len(across)
    if not named and not goods:
        if columns[0].title and not _CORNER.search(columns[0].title):
            return [_as(column, False, None) for column in columns]
        # The firms are on the one side or on the other.
        down = "product_name" if firms else "account_name"
        columns = [replace(columns[0], field=down), *columns[1:]]
        named, goods = down == "account_name", down == "product_name"
        across = [column for column in across if column.index]
    clear = len(across) >= _FEW or any((a := _named(c)) is not None and a.unit for c in across)
    clear = clear or (goods and firms)
    if (named and goods) or (goods and of_one) or (goods and counted and not firms) or not clear:
        return [_as(column, False, None) for column in columns]
    field = OF_PRODUCT if named else OF_ACCOUNT
    return [
        replace(column, field=None, ignored=True) if _is_sum(column) else _as(column, True, field)
        for column in columns
    ]


def _is_sum(column: Column) -> bool:
    """Whether a column beside those of a matrix only adds them up."""
    unsaid = column.field in (None, "quantity") and not column.said
    return unsaid and (column.field is not None or _SUM.fullmatch(header_key(column.title)) is not None)


def _as(column: Column, meant: bool, field: str | None) -> Column:
    return replace(column, field=field if meant else None) if column.field in ACROSS else column


def _named(column: Column) -> Across | None:
    return across_of(column.title, column.group)
