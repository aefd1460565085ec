"""Cards from a file: each with its properties and the lines it stood in; nested and cut short ones told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kamdesk.domain.errors import InputError
from kamdesk.exchange.cards.lines import Property, as_bytes, logical_lines, read_property
from kamdesk.exchange.limits import LIMITS, Limits

_MARK = re.compile(rb"\s*(BEGIN|END)\s*(?:;[^:]*)?:\s*VCARD\s*", re.IGNORECASE)
_AGENT = re.compile(rb"\s*(?:[\w-]+\.)?AGENT\b[^:]*:\s*", re.IGNORECASE)
_DEEPEST, _PROPERTIES, _LOOSE = 4, 1_000, 2_000
BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})


@dataclass(slots=True)
class Card:
    """One card. ``lines`` are its bytes as they stood; ``cut``: it has no end. ``agents`` are names of nested cards."""

    lines: list[bytes] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    version: str = ""
    cut: bool = False
    loose: int = 0

    def all(self, *names: str) -> list[Property]:
        """The properties of these names that say anything, in their order."""
        return [each for each in self.properties if each.name in names and each.text.strip(";, ")]

    def first(self, *names: str) -> Property | None:
        """The preferred one of `all`: what says PREF, else the first."""
        found = self.all(*names)
        preferred = (each for each in found if "PREF" in each.types or each.parameter("PREF") == "1")
        return next(preferred, found[0] if found else None)

    def label(self, one: Property) -> str:
        """What a phone's own name for a property is: the X-ABLabel of its group, without Apple's brackets."""
        if not one.group:
            return ""
        same = (p for p in self.properties if p.name == "X-ABLABEL" and p.group == one.group)
        return re.sub(r"^_\$!<|>!\$_$", "", next((p.text for p in same), ""))


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards of a file, with the encoding and the line end in which more can be written."""

    cards: tuple[Card, ...]
    encoding: str
    line_end: bytes


def read_cards(data: bytes, name: str, limits: Limits = LIMITS) -> Cards:
    """Raises InputError where the file is no text, holds no card, or far more than an address book does."""
    data, encoding = as_bytes(data, name)
    end = b"\r\n" if b"\r\n" in data[:4096] else b"\n"
    cards: list[Card] = []
    open_card: Card | None = None
    depth = 0
    agent = False
    for first, _, lines, whole in logical_lines(data, name, limits):
        mark = _MARK.fullmatch(whole)
        if mark is None:
            if open_card is not None:
                open_card.lines += lines
                if _take(open_card, whole, first, encoding, depth, name, limits):
                    agent = True
            continue
        begins = mark[1].upper() == b"BEGIN"
        if begins and open_card is not None and not agent and depth == 1:
            # A card that was never ended, and the next.
            open_card.cut, open_card, depth = True, None, 0
        if begins:
            depth += 1
            if depth > _DEEPEST:
                raise InputError("import_absurd", file=name)
            if open_card is None:
                open_card = Card()
                cards.append(open_card)
                if len(cards) > limits.rows:
                    raise InputError("import_too_many_rows", file=name, limit=limits.rows)
        if open_card is None:
            continue
        open_card.lines += lines
        if not begins:
            depth -= 1
            if depth <= 1:
                agent = False
            if depth == 0:
                open_card = None
    if open_card is not None:
        open_card.cut = True
    if not cards:
        raise InputError("import_empty", file=name)
    return Cards(tuple(cards), encoding, end)


def _take(card: Card, line: bytes, number: int, encoding: str, depth: int, name: str, limits: Limits) -> bool:
    """Adds a line to a card; True where it says that a card of somebody else follows inside."""
    if not line.strip():
        return False
    if depth == 1 and _AGENT.fullmatch(line):
        return True
    found = read_property(line, number, encoding, limits)
    if depth > 1:
        if found and found.name == "FN" and found.text:
            card.agents.append(found.text)
        return False
    if found is None:
        card.loose += 1
        if card.loose > _LOOSE:
            raise InputError("import_absurd", file=name)
        _continue(card, line, encoding, limits)
        return False
    if found.name == "VERSION":
        card.version = found.text
    if found.name == "AGENT":
        inner = re.search(r"(?:^|\n)FN[^:\n]*:([^\n]+)", found.text)
        card.agents.append(inner[1].strip() if inner else found.text)
        return False
    card.properties.append(found)
    if len(card.properties) > _PROPERTIES:
        raise InputError("import_absurd", file=name)
    return False


def _continue(card: Card, line: bytes, encoding: str, limits: Limits) -> None:
    """A line that is no property is the rest of the one above: programs break long texts without folding them."""
    if not card.properties:
        return
    last = card.properties[-1]
    more = read_property(b"X:" + line, last.line, encoding, limits)
    text = f"{last.value}\n{more.value if more else ''}"
    card.properties[-1] = Property(
        last.name, text[: limits.cell], last.group, last.values, last.line, len(text) > limits.cell
    )
