"""Columns that are many of one field: a month, an age of debt, a price level, a supplier each."""

from __future__ import annotations

import re
from typing import Literal

from kamdesk.exchange.headers import Header, header_key
from kamdesk.exchange.kinds.matrix import OF_PRODUCT, across_of, counts_across
from kamdesk.exchange.kinds.periods import read_column_period

_LONGEST = 80
Age = Literal["current", "late", "aged"]

_RANGE = (
    r"(?:\d{1,4}(?:天|日|days?|d|个?月|months?|年|years?)?(?:-|~|至|到|—|–|to)\d{1,4}"
    r"|[<>≤≥＞＜]=?\d{1,4}|\d{1,4}(?:\+|plus))"
)
_AGE = re.compile(
    rf"(?:账龄|帐龄|逾期|超期|过期|pastdue|overdue|age|over|days)*"
    rf"(?:{_RANGE}|\d{{1,4}}(?:天|日|days?|个月|months?|年|years?)?(?:以[上内下]|andover|orover|andabove|orless)"
    rf"|(?:over|under)\d{{1,4}}|半年以[上内]|[一二三两]年以[上内]|[一二三]至[一二三]个?[年月]|older)"
    rf"(?:天|日|days?|d|个?月|months?|年|years?)?(?:以[上内下])?(?:内)?(?:pastdue|overdue|old|的?金额|金额|账款|欠款)?"
)
_CURRENT = re.compile(
    "(?:未到期|未逾期|信用期内|账期内)(?:金额|余额|账款|欠款)?|current(?:amount)?|not(?:yet)?due"
)
_LATE = re.compile("逾期|超期|过期|pastdue|overdue|late")
_PER_LEVEL = re.compile(
    r"(?:(?:[一二三四五六]|\d|[a-eA-E]|vip|ka|大|重点|普通|一般|新|老|战略|核心)(?:级|类|档|等)?(?:客户|经销商|代理)?)"
    r"(?:含税|不含税|供货|供|结算|执行|批发|销售|协议)?(?:单价|价格|价)"
    r"|(?:批发|零售|出厂|经销|代理|分销|经销商|代理商|分销商|工程|团购|会员|终端|协议|商超|网店|直营|特|促销|最低|建议零售|厂)价"
    r"|[a-e](?:级|类|档)(?:客户)?"
    r"|(?:[一二三四五特]级|[a-e]级|核心|战略|普通)(?:经销商|代理商|分销商|批发商|客户)"
    r"|price(?:level|list|tier|class|group)?[a-e1-9]"
    r"|(?:wholesale|retail|dealer|distributor|list|trade|net|contract|vip|tier[1-9a-e]|level[1-9a-e]|class[a-e])price"
)
_ABOUT_LEVEL = re.compile(
    r"^price\s*(?:level|list|tier|class|group)?[\s_-]*|[\s_-]*price$"
    r"|(?:(?:含税|不含税|供货|供|结算|执行|销售|协议)?(?:单价|价格)|价)$",
    re.IGNORECASE,
)
_OF_LEVEL = re.compile(
    "价格|单价|价格等级|价格级别|客户等级|客户级别|客户类别|price|prices|pricelevel|unitprice"
)
_ASIDE = re.compile(r"[(（\[【].*?[)）\]】]")
_SHARE = re.compile(
    r"(?P<who>.+?)(?:的?)(?:供货|供应|采购|销售|市场|进货)?(?:份额|占比|比例|比重|share(?:of(?:wallet|supply))?)(?:%)?"
)
_OF_SHARES = re.compile(r"份额|占比|比例|比重|供应商|供货商|厂家|品牌|竞品|share|supplier|brand")
_NO_SUPPLIER = re.compile(
    r"合计|总计|小计|总和|total|sum|备注|说明|remarks?|notes?|日期|时间|date|序号|地区|区域|业务员|城市|省份|电话|联系人|地址|级别|region|rep"
)


def wide_field(kind: str, header: Header, label: str, group: str, *, told: bool) -> str | None:
    """The field of a column that no synonym knows, by the form of its header.

    ``told``: the title says that the table is of this kind.
    """
    text, over = label or group, group if label else ""
    if len(text) > _LONGEST or len(over) > _LONGEST:
        return None
    if kind == "sales":
        field, found = "sold", read_column_period(text, over) is not None
    elif kind == "receivables":
        field, found = "bucket", age_of(text, over) is not None
    elif kind == "prices":
        field, found = "level_price", level_of(text, over) is not None
    elif kind == "stock":
        field = OF_PRODUCT
        found = counts_across(text, over) or (told and across_of(text, over) is not None)
    else:
        field, found = "supplier_share", supplier_of(text, over, told=told) is not None
    return field if found else None


def age_of(text: str, group: str = "") -> Age | None:
    """What a column of an ageing list holds: not yet due, past due, or only aged since the invoice."""
    key = re.sub(r"\s", "", text.casefold())
    plain = header_key(text)
    if _CURRENT.fullmatch(plain):
        return "current"
    bare = re.sub(r"[()（）\[\]【】:：,，]", "", key)
    if not _AGE.fullmatch(bare):
        return None
    return "late" if _LATE.search(bare) or _LATE.search(header_key(group)) else "aged"


def level_of(text: str, group: str = "") -> str | None:
    """The price level that a column is of, as the list calls it: A级, 批发, 2; None for a column of no price."""
    key = header_key(_ASIDE.sub("", text))
    if _PER_LEVEL.fullmatch(key):
        return _ABOUT_LEVEL.sub("", _ASIDE.sub("", text).strip()).strip() or text.strip()
    if group and _OF_LEVEL.search(header_key(group)) and key and len(key) <= 12:
        return text.strip()
    return None


def supplier_of(text: str, group: str = "", *, told: bool = False) -> str | None:
    """The supplier whose share a column holds; with ``told`` or under a heading of shares the bare name is enough."""
    key = header_key(text)
    if not key or _NO_SUPPLIER.search(key):
        return None
    plain = re.sub(r"[(（]?[%％][)）]?", "", text).strip()
    found = _SHARE.fullmatch(plain)
    if found and len(found["who"].strip()) >= 1:
        return found["who"].strip(" _-")
    if group and _OF_SHARES.search(header_key(group)):
        return plain
    return plain if told or "%" in text or "％" in text else None
