"""An address in its parts, as lists give it."""

from __future__ import annotations

import re

_STREET = "路街道巷弄大东西南北中支新老"


def without_repeats(*parts: str | None) -> tuple[str, ...]:
    """The parts from the largest down, the street last, without what the street's own text begins with: lists give
    the district in a column and once more before the street. A street named after the city (宁波路) repeats nothing.

    An area of two levels (上海, 上海) is said once.
    """
    *areas, street = parts
    street = street or ""
    kept: list[str] = []
    for area in filter(None, areas):
        if re.match(f"{re.escape(area)}(?![{_STREET}])", street):
            break
        if area not in kept[-1:]:
            kept.append(area)
    return (*kept, street) if street else tuple(kept)
