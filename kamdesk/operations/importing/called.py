"""What the properties of address cards and of appointments are called, where somebody reads of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kamdesk.exchange.cards.sheet import COMPANY, HEADERS
from kamdesk.exchange.headers import read_header
from kamdesk.exchange.synonyms import synonyms
from kamdesk.words import Words

_NAMED = (("name", "account_name"), ("contact", "product_name"), ("order_number", "account_code", "code"))
FIELDS = frozenset({"title", "department", "birth_calendar", "birth_year", "birth_month", "birth_day"})
"""Fields of the book that a doubt names where no column of the list does."""
_PERSON = "Full name (FN)"
_KEYS = {title: title.partition(" (")[0].lower().replace(" ", "_") for title in HEADERS}


def column_called(title: str, words: Words) -> str:
    """A column as it is spoken of: a list's own header as it stands, a card's property in the reader's language."""
    if title in _KEYS:
        return words.text(f"import.card.{_KEYS[title]}")
    if title == "SUMMARY":
        return words.text("import.event.SUMMARY")
    return words.choice("import.field", title) if title in FIELDS else title


def row_called(asked: Mapping[str, object], kind: str) -> str | None:
    """Whom a row names: what stands under its header for a name, not its number in the list."""
    known = synonyms().kinds.get(kind)
    for fields in _NAMED:
        for header, value in asked.items():
            keys = read_header(header).keys
            if known and any(known.fields.get(key) in fields for key in keys):
                return str(value)
    return None


def is_of_card(asked: Mapping[str, object]) -> bool:
    """Whether a question is about an address card."""
    return COMPANY in asked


def card_says(asked: Mapping[str, object], words: Words) -> Iterator[tuple[str, str]]:
    """What a card says, the person first, without a firm that it doesn't name."""
    names = sorted(asked, key=lambda name: name != _PERSON)
    for name in names:
        if not (name == COMPANY and asked[name] == "-"):
            yield column_called(name, words), str(asked[name])
