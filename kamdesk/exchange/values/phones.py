"""Telephone numbers as people write them: several in a cell, with extensions, labels and country codes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import folded

MOBILE, OFFICE, FAX = "mobile", "office", "fax"
FEWEST, MOST = 5, 15  # a service number; the longest international number (E.164)

_NO_DIGIT = re.compile(r"\D")
_WITH_CODE = re.compile(r"861[3-9]\d{9}")
_IS_MOBILE = re.compile(r"1[3-9]\d{9}")
_SCIENTIFIC = re.compile(r"\+?\d+(?:\.\d+)?[eE][+-]?\d+")
_MOBILE = re.compile(r"(?:(?:\+|00)?86[\s-]*|\(\+?86\)\s*)?0?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})")
_EXTENSION = re.compile(
    r"\s*(?:[转轉]分[机機]|[转轉]|分[机機][号號]?|ext(?:ension)?\.?|x|#)\s*[:.]?\s*(\d{1,6})\s*$",
    re.IGNORECASE,
)
_LANDLINE_EXTENSION = re.compile(r"((?:\+?86[\s-]?)?\(?0\d{2,3}\)?[\s-]?\d{7,8})-(\d{1,5})$")
_LABEL = re.compile(
    r"^(?:(?P<mobile>手[机機][号號]?[码碼]?|移动电话|行動電話|mobile|mob|cell|m)|(?P<fax>[传傳]真号?码?|fax|f)"
    r"|(?P<office>联系电话|聯絡電話|電話|總機|办公电话|固定电话|电话号?码?|座机|总机|固话|办公|办|宅|家|tel|telephone|phone|office|t))"
    r"(?:\s*[:.]\s*|\s+(?=[\d+(])|(?=[\d+(]))",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s*:::\s*|[/、,;|\n\r\t]+|\s+(?:或|and|or|&)\s+|或")
# A space before a mobile ends the number before it, unless that is a country code.
_NEXT_MOBILE = re.compile(r"(?<=\d)(?<!\+86)(?<!\b86)(?<!\b0086)\s+(?=(?:\+?86[\s-]?)?1[3-9]\d{9}\b)")
_NUMBER = re.compile(r"\+?[\d\s().\-/*]+")

_LANDLINE = re.compile(r"(?:86)?(?:0\d{2,3})?[2-9]\d{6,7}|[48]00\d{7}")
_PAUSED = re.compile(r"(\d{7,})[,，pPwW;](\d{1,5})(?!\s*[-\d(])")


@dataclass(frozen=True, slots=True)
class Phone:
    """``number`` as written but for Chinese mobiles, which are eleven digits alone."""

    number: str
    extension: str | None = None
    kind: str = OFFICE


@dataclass(frozen=True, slots=True)
class Phones:
    """What one cell held: the numbers, and the parts that are none, each with its doubt."""

    numbers: tuple[Phone, ...]
    doubts: tuple[tuple[str, Doubt], ...] = ()


def phone_key(number: str) -> str:
    """Equal for one line written twice: digits alone, without +86 and the zero of long distance."""
    digits = number if number.isdigit() and number.isascii() else _NO_DIGIT.sub("", folded(number))
    if folded(number).lstrip("( ").startswith("+86"):
        digits = digits.removeprefix("86")
    elif digits.startswith("0086"):
        digits = digits[4:]
    elif _WITH_CODE.fullmatch(digits):
        digits = digits[2:]
    return digits.lstrip("0") or digits


def is_mobile(number: str) -> bool:
    """Whether this is a Chinese mobile number, which belongs to one person."""
    return _IS_MOBILE.fullmatch(number) is not None


def read_phones(text: str, kind: str = OFFICE) -> Phones:
    """All numbers in a cell. A number that lost digits, as 1.38E+10 did, is never taken.

    ``kind`` is given to numbers whose label or form doesn't say otherwise.
    """
    numbers: list[Phone] = []
    doubts: list[tuple[str, Doubt]] = []
    # A comma before a few digits is a pause of the telephone that dials them.
    for part in _parts(_PAUSED.sub(r"\1 转\2", folded(text))):
        try:
            phone = _phone(part, kind)
        except Doubt as doubt:
            doubts.append((part, doubt))
            continue
        if phone not in numbers:
            numbers.append(phone)
    return Phones(tuple(numbers), tuple(doubts))


def lost_digits(cell: Cell) -> bool:
    """Whether a number in a spreadsheet is what is left of a telephone number that went through 1.38E+10."""
    return isinstance(cell, int | float) and cell >= 10**10 and cell % 10**8 == 0


def _parts(text: str) -> list[str]:
    mobiles = _NEXT_MOBILE.split(text)
    parts: list[str] = []
    for piece in mobiles:
        split = [part.strip() for part in _SEPARATORS.split(piece) if part and part.strip()]
        first = re.sub(r"\D", "", split[0]) if split else ""
        short = any(len(re.sub(r"\D", "", part)) < FEWEST for part in split)
        # 0621/08460 is one number, its area code before the stroke; 88536114/15 is two, the second cut down.
        if "/" in piece and short and len(first) < FEWEST and _NUMBER.fullmatch(piece.strip()):
            parts.append(piece.strip())
        else:
            parts.extend(split)
    return parts


def _phone(part: str, kind: str) -> Phone:
    label = _LABEL.match(part)
    if label:
        kind = next(name for name, found in label.groupdict().items() if found)
        part = part[label.end() :].strip()
    if _SCIENTIFIC.fullmatch(part.replace(" ", "")):
        raise Doubt("phone_scientific")
    part = re.sub(r"\.0$", "", part).removeprefix("'").strip()
    extension = None
    found = _EXTENSION.search(part)
    if found:
        part, extension = part[: found.start()].strip(), found[1]
    else:
        direct = _LANDLINE_EXTENSION.fullmatch(part)
        if direct:
            part, extension = direct[1], direct[2]
    mobile = _MOBILE.fullmatch(part)
    if mobile:
        return Phone("".join(mobile.groups()), extension, FAX if kind == FAX else MOBILE)
    digits = re.sub(r"\D", "", part)
    if not digits:
        raise Doubt("phone_none")
    if not _NUMBER.fullmatch(part):
        raise Doubt("phone_words", undecided=True)
    if "*" in part:
        raise Doubt("phone_masked")
    if len(digits) < FEWEST:
        raise Doubt("phone_short")
    if len(digits) > MOST or (len(digits) in (10, 12, 13) and re.fullmatch(r"1[3-9]\d+", part)):
        raise Doubt("phone_digits")
    # What is called a mobile and has the form of a Chinese landline is one.
    landline = _LANDLINE.fullmatch(digits) and not (part.startswith("+") and not part.startswith("+86"))
    fixed = landline and not re.fullmatch(r"09\d{8}", digits)
    return Phone(re.sub(r"\s+", " ", part), extension, OFFICE if kind == MOBILE and fixed else kind)
