"""Cards as a sheet: one row a card, under headers that every list might have, each with the property it is from."""

from __future__ import annotations

import re

from kamdesk.exchange.cards.lines import Property
from kamdesk.exchange.cards.reading import BINARY, Card, read_cards
from kamdesk.exchange.cards.values import (
    OTHER_BIRTHDAYS,
    address_of,
    birthday_text,
    names_of,
    number_text,
    wechat_of,
)
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.rejects import REASON_HEADERS
from kamdesk.exchange.source import CardText, RawRow, Sheet, Source

COMPANY = "Company (ORG)"
"""A table with this header is one of cards: its rows are people, who never make an account unasked."""
HEADERS = (
    COMPANY,
    "Department (ORG)",
    "Full name (FN)",
    "Salutation (N)",
    "Job title (TITLE)",
    "Mobile (TEL)",
    "Phone (TEL)",
    "Fax (TEL)",
    "Company phone (X-MS-TEL)",
    "Email (EMAIL)",
    "WeChat (X-WECHAT)",
    "Birthday (BDAY)",
    "Country (ADR)",
    "Province (ADR)",
    "City (ADR)",
    "Address (ADR)",
    "Postcode (ADR)",
    "Notes (NOTE)",
)
_SILENT = frozenset({
    "VERSION", "N", "FN", "ORG", "TITLE", "TEL", "EMAIL", "BDAY", "ADR", "NOTE", "LABEL", "PRODID", "REV", "UID",
    "KIND", "SORT-STRING", "SORT-AS", "CLIENTPIDMAP", "MAILER", "CLASS", "SOURCE", "NAME", "PROFILE", "TZ", "LANG",
    "CALURI", "X-ABLABEL", "X-ABUID", "X-ABADR", "X-ABSHOWAS", "X-ABORDER", "X-IMAGETYPE", "X-IMAGEHASH", "X-WECHAT",
    "X-WEIXIN", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-ORG",
    "X-MS-CARDPICTURE", "FBURL",
    "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-MS-OL-DESIGN", "X-MS-IMADDRESS-TYPE", "X-ACCOUNT", "X-GROUP-MEMBERSHIP",
    "X-SHARED-PHOTO-DISPLAY-PREF", "X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-PHONETIC",
    "VND-63-SENSITIVE-CONTENT-CONFIG", *OTHER_BIRTHDAYS,
}) | BINARY  # fmt: skip
_NO_FIRM = "-"
_FAX = re.compile("传真|fax", re.IGNORECASE)
_MOBILE = re.compile("手机|移动|mobile|cell|iphone", re.IGNORECASE)


def is_cards(data: bytes) -> bool:
    """Whether a file begins as one of cards does."""
    head = data[:400].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t ")
    return re.match(rb"BEGIN\s*:\s*VCARD\b", head, re.IGNORECASE) is not None


def read_card_sheet(source: Source, limits: Limits = LIMITS) -> list[Sheet]:
    """The one sheet of a file of cards. Raises InputError as `read_cards` does."""
    cards = read_cards(source.data, source.name, limits)
    rows = [RawRow(0, HEADERS)]
    rows += [_row(number, card) for number, card in enumerate(cards.cards, start=1)]
    skipped = sum(any(each.name in BINARY for each in card.properties) for card in cards.cards)
    return [
        Sheet(
            name="",
            read=lambda: iter(rows),
            cards=CardText(
                tuple(b"\n".join(card.lines) for card in cards.cards),
                cards.encoding,
                cards.line_end,
                frozenset(number for number, card in enumerate(cards.cards, start=1) if card.cut),
                skipped,
            ),
        )
    ]


def _row(number: int, card: Card) -> RawRow:
    organisation = card.first("ORG")
    company, *units = organisation.parts() if organisation else [""]
    name, salutation, other = names_of(card, company)
    title = card.first("TITLE", "ROLE")
    mobiles, phones, faxes = _numbers(card)
    switchboard = [number_text(each) for each in card.all("X-MS-TEL") if "COMPANY" in each.types]
    emails = [each.text for each in card.all("EMAIL")]
    birthday, unclear = birthday_text(card)
    country, province, city, street, postcode, further = address_of(card)
    wechat, wechat_in = wechat_of(card)
    notes = [*_notes(card, wechat_in), *other, *unclear, *further, *(f"EMAIL: {text}" for text in emails[1:])]
    # A card without a firm says so: a question keeps no empty cells, and is to be known as a card's by this one.
    cells = (
        company or _NO_FIRM, " ".join(filter(None, units)), name, salutation, title.text if title else "",
        "\n".join(mobiles), "\n".join(phones), "\n".join(faxes), "\n".join(switchboard), emails[0] if emails else "",
        wechat, birthday,
        country, province, city, street, postcode, "\n".join(filter(None, notes)),
    )  # fmt: skip
    return RawRow(number, tuple(cell or None for cell in cells))


def _numbers(card: Card) -> tuple[list[str], list[str], list[str]]:
    """Mobiles, other numbers and fax numbers; what the phone calls its own way goes by that name."""
    mobiles: list[str] = []
    phones: list[str] = []
    faxes: list[str] = []
    for each in card.all("TEL"):
        label = card.label(each)
        if "FAX" in each.types or _FAX.search(label):
            faxes.append(number_text(each))
        elif each.types & {"CELL", "IPHONE", "MOBILE"} or _MOBILE.search(label):
            mobiles.append(number_text(each))
        else:
            phones.append(number_text(each))
    return mobiles, phones, faxes


def _in_words(card: Card, each: Property) -> str:
    """A property that no field takes, under its own name; of Android's own ones the kind, and what isn't a code."""
    parts = list(filter(None, each.parts()))
    if each.name == "X-ANDROID-CUSTOM" and len(parts) > 1:
        said = " ".join(part for part in parts[1:] if len(part) > 1 or not part.isdigit())
        return f"{parts[0].rpartition('/')[2]}: {said}"
    if each.name == "X-MS-TEL":
        return f"{' '.join(sorted(each.types - {'VOICE'})) or 'TEL'}: {number_text(each)}"
    name = each.name.removeprefix("X-").removeprefix("MS-")
    return f"{card.label(each) or name}: {' '.join(parts)}"


def _notes(card: Card, read: Property | None) -> list[str]:
    """What the card notes, and what no field takes, each under its own name; ``read`` is in a field already."""
    notes = [each.text for each in card.all("NOTE")]
    notes = [text for text in notes if not text.startswith(tuple(REASON_HEADERS.values()))]
    for each in card.properties:
        taken = each is read or (each.name == "X-MS-TEL" and "COMPANY" in each.types)
        if taken or each.name in _SILENT or not each.text.strip(";, "):
            continue
        notes.append(_in_words(card, each))
    notes += [f"AGENT: {name}" for name in card.agents]
    return notes
