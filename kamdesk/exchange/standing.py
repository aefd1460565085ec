"""Where a list says that an account stands: its level in the tree, the account above, the rep, the usual minutes."""

from __future__ import annotations

import re

from kamdesk.exchange.records import Problem, Told, Verdict
from kamdesk.exchange.row import Reading
from kamdesk.exchange.synonyms import CALLED
from kamdesk.exchange.values.judgements import read_tree_level
from kamdesk.exchange.values.text import folded, one_line

_ADDRESS = re.compile(r"\s*[(<][^()<>]*@[^()<>]*[)>]$")
_MINUTES = re.compile(r"(\d{1,3})\s*(?:分钟|分|min|minutes)?", re.IGNORECASE)


def place_in_tree(reading: Reading, fields: dict[str, object]) -> None:
    """Adds the level in the tree and the usual minutes; what isn't understood is left to become a note."""
    level = reading.column("tree_level")
    word = read_tree_level(reading.texts[level.index]) if level else None
    if level and word:
        fields["level"] = str(word)
        reading.used.add(level.index)
    minutes = reading.column("visit_minutes")
    said = _MINUTES.fullmatch(folded(reading.texts[minutes.index])) if minutes else None
    if minutes and said and int(said[1]):
        fields["visit_minutes"] = int(said[1])
        reading.used.add(minutes.index)


def told(reading: Reading, field: str) -> Told | None:
    """A name as the row tells it; whose it is only the book knows."""
    column = reading.column(field)
    if column is None:
        return None
    name = _ADDRESS.sub("", one_line(reading.text_in(column)))
    return Told(column.title, name) if name else None


def new_firm(reading: Reading) -> Problem | None:
    """What is told where a list of people, which names them before their firm, brings a firm nobody knows."""
    firm = reading.column("name")
    person = next((column for field in CALLED if (column := reading.column(field))), None)
    if firm is None or person is None or person.index > firm.index or reading.column("code"):
        return None
    text = reading.text_in(firm)
    return Problem(reading.origin, "cells", "new_firm", Verdict.REMARK, firm.title, text, firm.index)
