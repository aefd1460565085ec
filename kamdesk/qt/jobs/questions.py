"""Questions that lists left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.imports import PendingItem
    from kamdesk.words import Words

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNKNOWN = "card_unknown"
_MONEY = frozenset({"amount", "price", "freight", "open_amount", "overdue_amount"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words: where it stands in which file, why it is asked, what the list says, what the book says."""

    item: PendingItem
    place: str
    reason: str
    says: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...]
    of_unknown_firms: int = 0
    """So many people of its list, this one among them, are of firms that the book lacks."""
    named: str | None = None
    """Whom the row names."""


def questions(store: Store, *, words: Words) -> tuple[Question, ...]:
    """The open questions, then those that were left out."""
    from kamdesk.reads.imports import pending_items

    items = pending_items(store, left_out=True)
    unknown = Counter(item.file for item in items if item.reason == _UNKNOWN and not item.left_out)
    return tuple(
        replace(_question(item, words), of_unknown_firms=unknown[item.file] if item.reason == _UNKNOWN else 0)
        for item in items
    )


def pending_count(store: Store) -> int:
    from kamdesk.reads.imports import pending_count

    return pending_count(store)


def take_row(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.importing.answering import take_row

    return take_row(store, **arguments)


def take_firms(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.importing.one_firm import take_firms

    return take_firms(store, **arguments)


def leave_firms(store: Store, *, pending_id: str, now: datetime) -> Changes:
    """Local to this copy of the book: nothing is recorded."""
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.importing.one_firm import leave_firms

    leave_firms(store, pending_id=pending_id)
    return Changes("")


def take_value(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.importing.answering import take_value

    return take_value(store, **arguments)


def take_cell(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.importing.cell import take_cell

    return take_cell(store, **arguments)


def take_list_cell(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.importing.list_cell import take_list_cell

    return take_list_cell(store, **arguments)


def leave_out(store: Store, *, pending_id: str, now: datetime) -> Changes:
    """Local to this copy of the book: nothing is recorded."""
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.importing.answering import leave_out

    leave_out(store, pending_id=pending_id)
    return Changes("")


def ask_again(store: Store, *, pending_id: str, now: datetime) -> Changes:
    """Local to this copy of the book: nothing is recorded."""
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.importing.answering import ask_again

    ask_again(store, pending_id=pending_id)
    return Changes("")


def _question(item: PendingItem, words: Words) -> Question:
    at = {"file": item.file, "row": item.row}
    place = words.text("import.at_row", **at)
    if item.sheet:
        place = words.text("import.at_sheet_row", sheet=item.sheet, **at)
    from kamdesk.operations.importing.called import card_says, is_of_card, row_called

    fields = item.kind == "fields"
    said = [(name, value) for name, value in item.asked.items() if name != "of"]
    if is_of_card(item.asked) and item.of is None:
        says = tuple(card_says(item.asked, words))
        return Question(item, place, words.text(f"import.reason.{item.reason}"), says, ())
    if item.kind == "visits":
        reason = words.text(f"import.reason.{item.reason}")
        return Question(item, place, reason, tuple(_appointment(said, words)), ())
    return Question(
        item,
        place,
        words.text(f"import.reason.{item.reason}"),
        tuple(
            (_field(name, words) if fields else name, _value(name, value, item, words))
            for name, value in said
        ),
        tuple((_field(name, words), _value(name, value, item, words)) for name, value in item.held.items()),
        named=None if fields or item.of else row_called(item.asked, item.kind),
    )


def _appointment(said: list[tuple[str, object]], words: Words) -> Iterator[tuple[str, str]]:
    """What a calendar says of an appointment, its rhythm in words."""
    for name, value in said:
        text = str(value)
        if name == "RRULE":
            weeks, _, day = text.partition(" ")
            rhythm = words.text("rhythm.every", n=weeks) if weeks != "1" else words.text("rhythm.weekly")
            text = f"{rhythm} {words.text(f'weekday.{_DAYS.index(day)}')}"
        elif name == "MINUTES":
            text = words.text("unit.minutes", n=text)
        yield words.text(f"import.event.{name}"), text


def _field(name: str, words: Words) -> str:
    said = words.choice("import.field", name)
    return words.choice("sheet.heading", name) if said == name else said


def _value(name: str, value: object, item: PendingItem, words: Words) -> str:
    """As it is read aloud: amounts in their currency, quantities and discounts as people write them."""
    from kamdesk.domain.money import Money

    if value is None:
        return "–"
    if item.kind != "fields":
        return str(value)
    if name == "status":
        return words.text(f"account.status.{value}")
    if isinstance(value, int) and name in _MONEY:
        return f"{Money(value, item.currency).major} {item.currency}"
    if isinstance(value, int) and name in ("quantity", "minimum"):
        return f"{value / 1000:g}"
    return f"{value / 100:g} %" if isinstance(value, int) and name in ("discount", "share") else str(value)
