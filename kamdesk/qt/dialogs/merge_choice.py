"""Which side of two accounts says more: what the merging dialog chooses before anyone has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.reads.merging import MergeSide

GROUPS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "short_name": ("short_name",),
    "kind": ("kind",),
    "value_class": ("value_class",),
    "is_key": ("is_key", "class_reason"),
    "status": ("status", "status_reason"),
    "level": ("level",),
    "parent_id": ("parent_id",),
    "owner_id": ("owner_id",),
    "country": ("country",),
    "province": ("province",),
    "city": ("city",),
    "district": ("district",),
    "address": ("address",),
    "postal_code": ("postal_code",),
    "place": ("latitude", "longitude", "datum"),
    "wechat": ("wechat",),
    "visit_minutes": ("visit_minutes",),
}
"""What is chosen together, and the fields it stands for."""


def fields_of(group: str) -> tuple[str, ...]:
    return GROUPS[group]


def fuller(first: MergeSide, second: MergeSide) -> int:
    """0 or 1: the side of which more is recorded; of two alike the first, which is the older one."""

    def weight(side: MergeSide) -> tuple[int, int]:
        return sum(side.counts.values()), sum(value is not None for value in side.values.values())

    return int(weight(second) > weight(first))


def preferred(texts: Sequence[str], better: int) -> tuple[int, str]:
    """The side to take a field from, and why: the only one that says anything, the one that says the other's text and
    more, else the account that is kept.
    """
    if bool(texts[0]) != bool(texts[1]):
        return (0 if texts[0] else 1), "only"
    for side in (0, 1):
        if texts[1 - side] in texts[side] and len(texts[side]) > len(texts[1 - side]):
            return side, "longer"
    return better, "kept"
