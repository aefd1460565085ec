"""What narrows the accounts table: conditions with several values each, and the views made of them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kamdesk.domain.knowledge.risk import Insured
from kamdesk.domain.stages import Stage
from kamdesk.qt.models.account_columns import WIDTHS, Column, column_of

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow
    from kamdesk.reads.views import KeptView

Test = Callable[["AccountRow"], bool]
UNSEEN_DAYS = 30
DAYS = ("14", "30", "60", "90", "never")
MOST_DAYS = 9999
_OWN_DAYS = re.compile(r"(\d{1,4}) *(天|日|d|days?|周|个?星期|个?礼拜|w|weeks?)?")


class Kind(StrEnum):
    """What a condition is about, in the order of the menu."""

    CLASS = "class"
    KEY = "key"
    STAGE = "stage"
    RISK = "risk"
    REGION = "region"
    OWNER = "owner"
    STATUS = "status"
    TAG = "tag"
    UNSEEN = "unseen"
    SLOT = "slot"
    PROMISES = "promises"
    PURCHASES = "purchases"
    LEVEL = "level"
    SOURCE = "source"


FIXED: dict[Kind, tuple[str, ...]] = {
    Kind.CLASS: ("A", "B", "C", ""),
    Kind.KEY: ("key", "ordinary", ""),
    Kind.UNSEEN: DAYS,
    Kind.STAGE: (*Stage, ""),
    Kind.SLOT: ("yes", "no"),
    Kind.PROMISES: ("overdue", "open", "none"),
    Kind.PURCHASES: ("yes", "no"),
    Kind.LEVEL: ("group", "company", "site", "department"),
    Kind.SOURCE: ("list", "hand"),
    Kind.RISK: (*(each.value for each in Insured), ""),
}
"""The values of the kinds whose values don't depend on the book."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Accounts that fit any of the values; the empty text stands for what is not recorded."""

    kind: Kind
    values: tuple[str, ...] = ()


def values_of(row: AccountRow, kind: Kind, today: date) -> tuple[str, ...]:
    """The values of a kind that an account fits."""
    if kind is Kind.CLASS:
        return (row.value_class or "",)
    if kind is Kind.KEY:
        return ("" if row.is_key is None else "key" if row.is_key else "ordinary",)
    if kind is Kind.STAGE:
        return (row.stage or "",)
    if kind is Kind.REGION:
        return tuple(dict.fromkeys(place for place in (row.province, row.city, row.district) if place)) or (
            "",
        )
    if kind is Kind.OWNER:
        return (row.owned_by,)
    if kind is Kind.STATUS:
        return (row.status,)
    if kind is Kind.TAG:
        return row.tags or ("",)
    if kind is Kind.UNSEEN:
        return _unseen(row, today)
    if kind is Kind.SLOT:
        return ("yes",) if row.on_line else ("no",) if row.is_unit else ()
    if kind is Kind.PROMISES:
        if not row.open_promises:
            return ("none",)
        return ("overdue", "open") if row.overdue_promises else ("open",)
    if kind is Kind.PURCHASES:
        return ("no" if row.purchases is None else "yes",)
    if kind is Kind.RISK:
        return (row.risk,)
    if kind is Kind.LEVEL:
        return (row.level,)
    return ("list" if row.listed else "hand",)


def _unseen(row: AccountRow, today: date) -> tuple[str, ...]:
    if row.last_visit is None:
        return DAYS
    days = (today - row.last_visit).days
    return tuple(text for text in DAYS[:-1] if days > int(text))


def days_said(text: str) -> str | None:
    """The value for not having been visited for so many days or weeks (“42”, “6 周”); None where it is none."""
    said = _OWN_DAYS.fullmatch(unicodedata.normalize("NFKC", text).strip().casefold())
    if said is None or not int(said[1]):
        return None
    days = int(said[1]) * (7 if said[2] and said[2][0] in "周个星礼w" else 1)
    return str(days) if days <= MOST_DAYS else None


def test_of(condition: Condition, today: date) -> Test:
    """A quick test of one condition; one without values lets everything through."""
    kind, wanted = condition.kind, frozenset(condition.values)
    if not wanted:
        return lambda row: True
    if kind is Kind.CLASS:
        return lambda row: (row.value_class or "") in wanted
    if kind is Kind.STATUS:
        return lambda row: row.status in wanted
    if kind is Kind.OWNER:
        return lambda row: row.owned_by in wanted
    if kind is Kind.UNSEEN:
        days = [int(text) for text in wanted if text.isdecimal() and int(text) <= MOST_DAYS]
        if not days and "never" not in wanted:
            return lambda row: False
        last = today - timedelta(days=min(days)) if days else date.min
        return lambda row: row.last_visit is None or row.last_visit < last
    return lambda row: not wanted.isdisjoint(values_of(row, kind, today))


def fits(conditions: Iterable[Condition], today: date) -> Test:
    """A test of all the conditions at once."""
    tests = [test_of(condition, today) for condition in conditions if condition.values]
    if not tests:
        return lambda row: True
    if len(tests) == 1:
        return tests[0]
    return lambda row: all(test(row) for test in tests)


def choices(kind: Kind, rows: Sequence[AccountRow], today: date) -> list[tuple[str, int]]:
    """The values that may be chosen, with how many accounts fit each: fixed ones in their order, others by number."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted.update(values_of(row, kind, today))
    fixed = FIXED.get(kind)
    if fixed is not None:
        known = [value for value in fixed if value or counted[value]]
        return [(value, counted[value]) for value in (*known, *(v for v in counted if v not in fixed))]
    return sorted(counted.items(), key=lambda item: (not item[0], -item[1], item[0]))


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns shown, in order, with their widths; what is sorted by; whether units stand under their parents."""

    columns: tuple[tuple[Column, int], ...]
    sort: Column = Column.NAME
    down: bool = False
    tree: bool = False

    @classmethod
    def of(cls, columns: Iterable[Column]) -> Layout:
        return cls(tuple((column, WIDTHS[column]) for column in columns))


@dataclass(frozen=True, slots=True)
class View:
    """A view: built in (``name`` is its code, ``id`` empty) or the rep's own, with a layout of its own."""

    name: str
    conditions: tuple[Condition, ...] = ()
    id: str = ""
    text: str = ""
    layout: Layout | None = field(default=None, compare=False)


BUILT_IN = (
    View("all"),
    View("key", (Condition(Kind.KEY, ("key",)),)),
    View(
        "unseen",
        (Condition(Kind.UNSEEN, (str(UNSEEN_DAYS),)), Condition(Kind.STATUS, ("active", "prospect"))),
    ),
    View("overdue", (Condition(Kind.PROMISES, ("overdue",)),)),
    View("no_slot", (Condition(Kind.SLOT, ("no",)), Condition(Kind.STATUS, ("active",)))),
)


def views_by_key(kept: Iterable[KeptView]) -> list[tuple[str, View]]:
    """Every view by its key: the code of one built in, the id of the rep's own."""
    own = [view_from(view.id, view.name, view.content) for view in kept]
    return [(view.id or view.name, view) for view in (*BUILT_IN, *own)]


def count(conditions: Iterable[Condition], rows: Sequence[AccountRow], today: date) -> int:
    """How many accounts fit the conditions; counted in a thread beside the window's."""
    from kamdesk.reads.pace import gently

    conditions = tuple(conditions)
    return sum(map(fits(conditions, today), gently(rows))) if conditions else len(rows)


def layout_json(layout: Layout) -> dict[str, Any]:
    return {
        "columns": [[column.code, width] for column, width in layout.columns],
        "sort": layout.sort.code,
        "down": layout.down,
        "tree": layout.tree,
    }


def layout_from(kept: object) -> Layout | None:
    """A layout as it was kept; columns of a newer version are left out. None where it can't be read."""
    if not isinstance(kept, dict):
        return None
    columns: list[tuple[Column, int]] = []
    for entry in kept.get("columns") or ():
        if isinstance(entry, list) and len(entry) == 2 and isinstance(entry[1], int):
            column = column_of(str(entry[0]))
            if column is not None and column not in [known for known, _ in columns]:
                columns.append((column, min(max(entry[1], 40), 1200)))
    if Column.NAME not in [column for column, _ in columns]:
        return None
    sort = column_of(str(kept.get("sort"))) or Column.NAME
    return Layout(tuple(columns), sort, bool(kept.get("down")), bool(kept.get("tree")))


def view_json(conditions: Iterable[Condition], text: str, layout: Layout) -> str:
    """What a saved view keeps."""
    said = [[condition.kind.value, list(condition.values)] for condition in conditions]
    kept = {"conditions": said, "text": text, "layout": layout_json(layout)}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def view_from(view_id: str, name: str, content: str) -> View:
    """A saved view; what this version can't read of it is left out."""
    try:
        kept = json.loads(content)
    except ValueError:
        kept = {}
    kept = kept if isinstance(kept, dict) else {}
    conditions: list[Condition] = []
    for entry in kept.get("conditions") or ():
        if (
            isinstance(entry, list)
            and len(entry) == 2
            and entry[0] in list(Kind)
            and isinstance(entry[1], list)
        ):
            conditions.append(Condition(Kind(entry[0]), tuple(str(value) for value in entry[1])))
    return View(
        name, tuple(conditions), view_id, str(kept.get("text") or ""), layout_from(kept.get("layout"))
    )
