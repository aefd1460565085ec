"""Lists of people: they name each before the firm, and say nothing that only a list of customers says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kamdesk.exchange.synonyms import CALLED

if TYPE_CHECKING:
    from kamdesk.exchange.columns import Column

_OF_CUSTOMERS = frozenset({
    "code", "level", "is_key", "status", "sales", "parent", "owner", "short_name", "kind", "longitude", "latitude",
    "coordinates", "tree_level", "visit_minutes", "account_phone",
})  # fmt: skip
_ANYBODY = frozenset({"name", "fullname", "displayname", "名称", "名字"})
_FIRM = frozenset({
    "company", "companyname", "organization", "organisation", "organizationname", "firm", "business", "employer",
    "公司", "公司名称", "单位", "单位名称", "企业", "企业名称",
    "所在单位", "所在公司", "工作单位", "任职单位", "任职公司",
})  # fmt: skip
_CUSTOMER = re.compile("客户|客戶|经销商|门店|终端|customer|account|client|dealer|store", re.IGNORECASE)


def with_people(columns: Sequence[Column]) -> list[Column]:
    """Beside a Company a column that is only called Name names the person."""
    names = [column for column in columns if column.field == "name"]
    firms = [column for column in columns if not column.field and not column.ignored and _is(column, _FIRM)]
    called = any(column.field in CALLED for column in columns)
    if called or len(names) != 1 or not firms or names[0].said or not _is(names[0], _ANYBODY):
        return list(columns)
    meant = {names[0].index: "contact", firms[0].index: "name"}
    return [replace(each, field=meant.get(each.index, each.field)) for each in columns]


def _is(column: Column, words: frozenset[str]) -> bool:
    return bool(words & set(column.header.keys[:1]))


def names_people_first(columns: Sequence[Column]) -> bool:
    """Whether the firms of a list may be anybody's: 姓名, 手机, 单位; a list whose header says 客户 is one of these."""
    people = [column.index for column in columns if column.field in CALLED]
    firms = [column for column in columns if column.field == "name"]
    if not people or not firms or any(column.field in _OF_CUSTOMERS for column in columns):
        return False
    return min(people) < firms[0].index and not _CUSTOMER.search(firms[0].title)
