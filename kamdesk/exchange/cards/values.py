"""What the structured properties of a card mean: names in their order, birthdays with and without a year, addresses."""

from __future__ import annotations

import re
from urllib.parse import unquote

from kamdesk.exchange.cards.lines import Property
from kamdesk.exchange.cards.reading import Card

_CHINESE = re.compile("[\u3400-\u9fff·\U00020000-\U0003ffff]+")
_DAY = re.compile(r"(\d{4}|--)-?(\d{2})-?(\d{2})(?:[T ].*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_NO_YEAR = "1604"
"""What Apple's programs write for a birthday without a year."""


def names_of(card: Card, company: str) -> tuple[str, str, list[str]]:
    """The name, how the person is addressed, and further names as words.

    A Chinese name is family and given name in one, whatever order or spaces a phone shows it in.
    """
    shown = card.first("FN")
    told = card.first("N")
    family, given, middle, prefix, suffix = [*(told.parts() if told else []), *[""] * 5][:5]
    full = " ".join(shown.text.split()) if shown else ""
    pieces = [part for part in (family, middle, given) if part]
    if pieces and all(_CHINESE.fullmatch(part) for part in pieces):
        own = "".join(pieces)
        if not full or sorted(full.replace(" ", "")) == sorted(own):
            full = own
    elif not full:
        full = " ".join(filter(None, (given, middle, family, suffix)))
    if prefix and pieces and full.startswith(f"{prefix} "):  # Outlook shows how somebody is addressed too
        full = full.removeprefix(prefix).strip()
    if _CHINESE.fullmatch(full.replace(" ", "")):
        full = full.replace(" ", "")
    other = [f"NICKNAME: {each.text}" for each in card.all("X-NICKNAME")]
    if full and full == company and not pieces:
        return "", "", other
    return full, prefix, other


OTHER_BIRTHDAYS = ("X-ALTBDAY", "X-LUNAR-BIRTHDAY", "X-LUNARBDAY", "X-MIUI-LUNAR-BIRTHDAY")
"""Where phones keep a birthday by the moon."""


def number_text(one: Property) -> str:
    """A telephone number as written, also where it is given as a ``tel:`` address."""
    text = one.text
    if text.lower().startswith("tel:"):
        number, _, rest = unquote(text[4:]).partition(";")
        extension = re.search(r"ext=(\d+)", rest)
        return f"{number} ext {extension[1]}" if extension else number
    return " ".join(text.split())


def wechat_of(card: Card) -> tuple[str, Property | None]:
    """The WeChat name, wherever a program puts it, and the property that tells it."""
    own = card.first("X-WECHAT", "X-WEIXIN")
    if own:
        return own.text, own
    for each in card.all("IMPP", "X-SOCIALPROFILE"):
        service = (each.parameter("X-SERVICE-TYPE") + "".join(each.types) + card.label(each)).casefold()
        scheme, _, rest = each.text.partition(":")
        if scheme.casefold() in ("wechat", "weixin") or "wechat" in service or "微信" in service:
            return unquote(rest if rest and not rest.startswith("//") else each.text), each
    return "", None


def birthday_text(card: Card) -> tuple[str, list[str]]:
    """The birthday as lists write it, and what is said of it in words: other calendars' days stay as they are."""
    one = card.first("BDAY")
    lunar = "" if one else next(filter(None, map(_lunar, card.all(*OTHER_BIRTHDAYS))), "")
    if lunar:
        return lunar, []
    words = [f"{each.name.removeprefix('X-')}: {each.text}" for each in card.all(*OTHER_BIRTHDAYS)]
    if one is None:
        return "", words
    calendar = (one.parameter("CALSCALE") + one.parameter("X-CALSCALE")).casefold()
    if calendar not in ("", "gregorian"):
        return "", [*words, f"BDAY ({calendar}): {one.text}"]
    found = _DAY.fullmatch(one.text)
    if found:
        year, month, day = found.groups()
        omitted = one.parameter("X-APPLE-OMIT-YEAR") or _NO_YEAR
        if year in ("--", omitted):
            return f"{int(month)}月{int(day)}日", words
        return f"{year}-{month}-{day}", words
    found = _MONTH.fullmatch(one.text)
    return (f"{found[1]}-{found[2]}" if found else one.text), words


def _lunar(one: Property) -> str:
    """A day of the Chinese calendar as lists write it; empty where it is of another calendar or no day."""
    if one.name == "X-ALTBDAY" and one.parameter("CALSCALE").casefold() != "chinese":
        return ""
    found = _DAY.fullmatch(one.text)
    if not found:
        return ""
    year, month, day = found.groups()
    said = "" if year in ("--", _NO_YEAR) else f"{year}年"
    return f"农历{said}{int(month)}月{int(day)}日"


def address_of(card: Card) -> tuple[str, str, str, str, str, list[str]]:
    """Country, province, city, street and postcode of where the person works, and the other addresses in words."""
    places = card.all("ADR")
    work = next((each for each in places if "WORK" in each.types), None)
    work = work or next((each for each in places if "HOME" not in each.types), None)
    further = [f"ADR: {' '.join(filter(None, each.parts()))}" for each in places if each is not work]
    box, extended, street, city, province, postcode, country = [
        *(" ".join(part.split()) for part in (work.parts() if work else [])),
        *[""] * 7,
    ][:7]
    return country, province, city, " ".join(filter(None, (street, extended, box))), postcode, further
