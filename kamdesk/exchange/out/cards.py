"""People as vCards, for phones: 3.0, which every phone reads, or 4.0."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kamdesk.domain.full_name import split_name
from kamdesk.exchange.out.workbook import EVERY, whole_file

Version = Literal["3.0", "4.0"]
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
OCTETS = 75

_TYPES = {
    "mobile": "CELL",
    "office": "WORK,VOICE",
    "switchboard": "WORK,VOICE",
    "direct": "WORK,VOICE",
    "fax": "WORK,FAX",
    "home": "HOME,VOICE",
    "other": "VOICE",
}


@dataclass(frozen=True, slots=True)
class CardPhone:
    """A number as the book has it; ``kind`` is a code of ``phone.kind``."""

    number: str
    extension: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Card:
    """A person. ``birthday`` (year, month, day) is solar, its year None where nobody knows it; whatever else is
    known of a birthday stands in ``notes``. ``organisation`` is the account, then the department. ``country`` … are
    those of the account.
    """

    id: str
    name: str
    latin_name: str | None = None
    organisation: tuple[str, ...] = ()
    title: str | None = None
    phones: tuple[CardPhone, ...] = ()
    email: str | None = None
    wechat: str | None = None
    birthday: tuple[int | None, int, int] | None = None
    address: tuple[str, str, str, str, str] = ("", "", "", "", "")
    notes: tuple[str, ...] = ()


def write_cards(
    path: Path, cards: Iterable[Card], *, version: Version, heard: Callable[[int], None] = lambda _: None
) -> None:
    """Writes the cards; a file at ``path`` is replaced once the new one is whole.

    ``heard`` is told how many are written and may raise to stop. Raises OSError.
    """
    with whole_file(path, ".vcf") as name, open(name, "w", encoding="utf-8", newline="") as stream:
        number = 0
        for number, card in enumerate(cards, start=1):
            stream.write(card_text(card, version))
            if number % EVERY == 0:
                heard(number)
        heard(number)


def card_text(card: Card, version: Version) -> str:
    """One card with its lines folded (RFC 2426, RFC 6350)."""
    new = version == "4.0"
    last, first = split_name(card.name)
    lines = ["BEGIN:VCARD", f"VERSION:{version}", "PRODID:-//kamdesk//kamdesk//EN"]
    lines.append(f"UID:{'urn:uuid:' if new and _UUID.fullmatch(card.id) else ''}{escape(card.id)}")
    lines += [f"FN:{escape(card.name)}", f"N:{escape(last)};{escape(first)};;;"]
    if card.latin_name:
        lines.append(f"NICKNAME:{escape(card.latin_name)}")
    if card.organisation:
        lines.append("ORG:" + ";".join(escape(part) for part in card.organisation))
    if card.title:
        lines.append(f"TITLE:{escape(card.title)}")
    lines += [_phone(phone, first=number == 0, new=new) for number, phone in enumerate(card.phones)]
    if card.email:
        lines.append(f"EMAIL{'' if new else ';TYPE=INTERNET'}:{escape(card.email)}")
    lines += _birthday(card, new=new)
    if any(card.address):
        street, city, province, postal_code, country = map(escape, card.address)
        lines.append(
            f"ADR;TYPE={'work' if new else 'WORK'}:;;{street};{city};{province};{postal_code};{country}"
        )
    if card.wechat:
        lines.append(f"X-WECHAT:{escape(card.wechat)}")
    notes = [each for each in card.notes if each]
    if notes:
        lines.append("NOTE:" + escape("\n".join(notes)))
    return "".join(f"{folded_line(line)}\r\n" for line in [*lines, "END:VCARD"])


_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _phone(phone: CardPhone, *, first: bool, new: bool) -> str:
    types = _TYPES.get(phone.kind, "VOICE").split(",")
    digits = re.sub(r"[^\d+]", "", phone.number)
    if not new:
        # A comma is a pause after which a phone dials what follows.
        number = phone.number + (f",{phone.extension}" if phone.extension else "")
        kinds = [*types, "PREF"] if first else types
        return "TEL;" + ";".join(f"TYPE={kind}" for kind in kinds) + f":{escape(number)}"
    kinds = ",".join(types).lower()
    preferred = ";PREF=1" if first else ""
    if not re.fullmatch(r"\+?\d+", digits):
        return f'TEL;VALUE=text;TYPE="{kinds}"{preferred}:{escape(phone.number)}'
    extension = f";ext={phone.extension}" if phone.extension else ""
    return f'TEL;VALUE=uri;TYPE="{kinds}"{preferred}:tel:{_dialled(phone.number)}{extension}'


def _dialled(number: str) -> str:
    """A number as RFC 3966 writes it: digits with hyphens; one that begins with + is global."""
    text = re.sub(r"[\s/]+", "-", re.sub(r"[^\d+()\-./\s]", "", number.strip()))
    return re.sub(r"(?<!^)\+", "", text)


def _birthday(card: Card, *, new: bool) -> list[str]:
    if card.birthday is None:
        return []
    year, month, day = card.birthday
    if year is None:
        return [f"BDAY:--{month:02}{day:02}"] if new else []
    return [f"BDAY:{year:04}{month:02}{day:02}" if new else f"BDAY:{year:04}-{month:02}-{day:02}"]


def escape(text: str) -> str:
    """A text as a value: what has a meaning in a card is marked, control characters are left out."""
    text = re.sub("\r\n?", "\n", text)
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", text)
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def folded_line(line: str) -> str:
    """A line in pieces of at most 75 octets, joined by a break and a space; none ends within a character."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "surrogatepass"))
        if size + octets > OCTETS - bool(pieces):
            pieces.append(piece)
            piece, size = "", 0
        piece += letter
        size += octets
    return "\r\n ".join([*pieces, piece])
