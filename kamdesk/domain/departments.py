"""Their departments against our counterparts: who covers whom, where nobody does, where all hangs on one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol


class Department(StrEnum):
    """What a customer's people do, in the order in which a supplier meets them."""

    MANAGEMENT = "management"
    BUYING = "buying"
    TECHNICAL = "technical"
    FINANCE = "finance"
    LOGISTICS = "logistics"
    MARKETING = "marketing"
    OPERATIONS = "operations"


# Longer words before those that they contain: 采购总监 buys, 总监 alone manages.
_WORDS: tuple[tuple[Department, tuple[str, ...]], ...] = (
    (Department.FINANCE, ("财务", "会计", "出纳", "资金", "financ", "account", "treasur", "cashier")),
    (
        Department.BUYING,
        ("采购", "供应", "物资", "材料", "招标", "purchas", "procure", "buyer", "buying", "supplies", "materials"),
    ),
    (
        Department.LOGISTICS,
        ("仓库", "仓管", "仓储", "物流", "运输", "收货", "库管", "warehouse", "logistic", "stock", "transport"),
    ),
    (
        Department.TECHNICAL,
        ("技术", "工程", "试验", "质检", "质量", "研发", "设计", "总工", "工艺",
         "techni", "engineer", "laborator", "quality", "design", "research"),
    ),
    (Department.MARKETING, ("市场", "营销", "销售", "品牌", "渠道", "marketing", "sales", "brand")),
    (
        Department.OPERATIONS,
        ("生产", "运营", "门店", "店长", "项目", "施工", "车间", "现场", "班组",
         "operation", "production", "shop", "project", "site", "foreman"),
    ),
    (
        Department.MANAGEMENT,
        ("总经办", "董事", "总裁", "总经理", "经理办", "老板", "店主", "行政", "办公室", "总监", "厂长",
         "general office", "general manager", "managing", "director", "owner", "board", "ceo", "president"),
    ),
)  # fmt: skip


@lru_cache(maxsize=4096)
def department_of(department: str | None, title: str | None) -> Department | None:
    """Where a person belongs by the words of the department, else of the title; None where neither says."""
    for said in (department, title):
        text = (said or "").casefold()
        for found, words in _WORDS:
            if any(word in text for word in words):
                return found
    return None


class Placed(Protocol):
    """What the matrix has to know of a person."""

    @property
    def id(self) -> str: ...
    @property
    def department(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def counterpart(self) -> str | None: ...


class Gap(StrEnum):
    """What is wrong with a department: we know nobody there, nobody of ours looks after it, all hangs on one."""

    NOBODY = "nobody"
    NO_COUNTERPART = "no_counterpart"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Covered:
    """A department (None: not said), the ids of their people in it, who of ours looks after them, what is wrong."""

    department: Department | None
    people: tuple[str, ...]
    counterparts: tuple[str, ...]
    gap: Gap | None


def department_matrix(people: Iterable[Placed]) -> tuple[Covered, ...]:
    """Every department in its order, and last those who belong to none that is known.

    A department without a counterpart of ours is named before its hanging on one person.
    """
    inside: dict[Department | None, list[Placed]] = {department: [] for department in Department}
    for person in people:
        inside.setdefault(department_of(person.department, person.title), []).append(person)
    return tuple(_covered(department, there) for department, there in inside.items())


def _covered(department: Department | None, there: list[Placed]) -> Covered:
    ours = tuple(dict.fromkeys(person.counterpart for person in there if person.counterpart))
    gap = None
    if not there:
        gap = Gap.NOBODY
    elif not ours:
        gap = Gap.NO_COUNTERPART
    elif len(there) == 1:
        gap = Gap.SINGLE
    return Covered(department, tuple(person.id for person in there), ours, gap)
