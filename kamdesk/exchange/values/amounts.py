"""Amounts of money, quantities and rates: exact numbers in the book's whole units."""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.numerals import numeral
from kamdesk.exchange.values.text import as_text, folded

UNITS = {
    "元": 1, "圆": 1, "块": 1, "千元": 1_000, "千": 1_000, "k": 1_000, "百": 100, "百元": 100,
    "万": 10_000, "万元": 10_000, "w": 10_000, "十万": 100_000, "十万元": 100_000, "百万": 1_000_000,
    "百万元": 1_000_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "千万": 10_000_000,
    "千万元": 10_000_000, "亿": 100_000_000, "亿元": 100_000_000, "bn": 1_000_000_000,
}  # fmt: skip
"""What one of a unit is in yuan, or in whatever currency stands beside it."""

CURRENCIES = {
    "¥": "CNY", "￥": "CNY", "cny": "CNY", "rmb": "CNY", "人民币": "CNY", "元": "CNY", "$": None, "us$": "USD",
    "usd": "USD", "美元": "USD", "€": "EUR", "eur": "EUR", "欧元": "EUR", "£": "GBP", "gbp": "GBP", "英镑": "GBP",
    "hk$": "HKD", "hkd": "HKD", "港币": "HKD", "港元": "HKD", "jpy": "JPY", "日元": "JPY",
    "chf": "CHF", "瑞士法郎": "CHF", "aud": "AUD", "a$": "AUD", "澳元": "AUD", "cad": "CAD", "c$": "CAD", "加元": "CAD",
    "sgd": "SGD", "s$": "SGD", "新加坡元": "SGD", "twd": "TWD", "nt$": "TWD", "新台币": "TWD", "台币": "TWD",
    "新臺幣": "TWD", "krw": "KRW", "韩元": "KRW", "vnd": "VND", "thb": "THB", "myr": "MYR", "inr": "INR", "sek": "SEK",
    "nok": "NOK", "dkk": "DKK", "pln": "PLN", "czk": "CZK", "mop": "MOP", "澳门元": "MOP",
}  # fmt: skip
_WITHOUT_MINOR = frozenset({"JPY", "KRW", "VND"})

_APPROXIMATE = re.compile(
    r"^(?:大?约|大概|近|将近|接近|~|≈|about|approx\.?|ca\.?|circa)\s*|(?:左右|上下|余|多|\+)$"
    r"|(?<=\d)(?:余|多)(?=[万千百亿元])"
)
_SIGN = re.compile("|".join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True)), re.IGNORECASE)
_BODY = re.compile(r"([+-]?)([\d.,' ]*\d)\s*([^\d.,\s]*)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,4}(?:,\d{4})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_GROUPED_ABROAD = re.compile(
    r"\d{1,3}(?:[.' ]\d{3})+,\d+|\d{1,3}(?:[.' ]\d{3}){2,}|\d+,\d{1,2}|\d{1,3}(?:[' ]\d{3})+(?:\.\d+)?"
)
_RANGE = re.compile(r"\d[\d.,]*\s*(?:-|~|至|到|–|—)\s*\d")
_NONE_LEFT = re.compile(
    r"缺货|无货|断货|没货|售罄|卖完|无库存|零库存|out of stock|sold out|oos", re.IGNORECASE
)
_AT_LEAST = re.compile("(?:起订?|以上|及以上|起批|起售)$")
# 2百袋 and 1.5万 say how many; 千克 and 百分 are words.
_TIMES = re.compile("[百千](?![克瓦米卡升分帕])万?|[万亿]")
_TENTHS = re.compile("([一二两三四五六七八九十]|[1-9]|10)成(?:(半)|([一二三四五六七八九]|[1-9]))?")
_SINGLE_MOST = 1e38
_MOST = 10**14  # in minor units it still fits the book's integers
_FLOAT_NOISE = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Amount:
    """``value`` in whole currency; ``unit`` is the factor the cell itself named, None where it named none."""

    value: Decimal
    unit: int | None = None
    approximate: bool = False
    currency: str | None = None


def read_amount(cell: Cell, unit: int = 1) -> Amount:
    """An amount of money. ``unit`` is what the column says a bare number counts (万元: 10,000).

    Raises Doubt for what is no number, undecided for a range.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Amount(decimal(cell) * unit)
    text = folded(as_text(cell)).strip()
    bracketed = re.fullmatch(r"\((.+)\)", text)
    text = bracketed[1] if bracketed else text
    plain = _APPROXIMATE.sub("", text).strip()
    approximate = plain != text
    if _RANGE.search(plain):
        raise Doubt("amount_range", undecided=True)
    signs = [sign.group().casefold() for sign in _SIGN.finditer(plain)]
    currency = next((CURRENCIES[sign] for sign in signs if CURRENCIES[sign]), None)
    said = next((sign for sign in signs if sign == "元"), None)
    bare = _SIGN.sub(lambda sign: "元" if sign.group() == "元" else "", plain).strip()
    bare, turned = _negative(bare)
    negative = bool(bracketed) or turned
    body = _BODY.fullmatch(bare)
    if not body:
        raise Doubt("amount_unreadable")
    named = body[3].casefold()
    if named and named not in UNITS:
        raise Doubt("amount_unreadable")
    number = _number(body[2]) * (-1 if (body[1] == "-") != negative else 1)
    factor = UNITS[named] if named else None
    if said and factor is None:
        factor = 1
    return Amount(number * (factor or unit), factor, approximate, currency)


def _negative(text: str) -> tuple[str, bool]:
    """The number without what says that it is below nothing: $ (40.00), 40.00-, 40.00 CR."""
    found = re.fullmatch(r"\((.+)\)", text) or re.fullmatch(r"(\d.*\d|\d)\s*(?:-|cr)", text, re.IGNORECASE)
    if found:
        return found[1].strip(), True
    return re.sub(r"(?<=\d)\s*dr$", "", text, flags=re.IGNORECASE), False


def decimal(number: int | float) -> Decimal:
    """The number that was meant by a binary fraction: 0.15 for 0.30000000000000004 / 2, and for a 0.15 that went
    through single precision (0.15000000596046448). Raises Doubt for infinity and the like.
    """
    if isinstance(number, int):
        return Decimal(number)
    if not math.isfinite(number):
        raise Doubt("number_unreadable")
    single = float(f"{number:.7g}")
    if abs(number) < _SINGLE_MOST and struct.unpack("f", struct.pack("f", single))[0] == number:
        return Decimal(repr(single))
    return Decimal(f"{number:.15g}")


def _number(text: str) -> Decimal:
    body = text.strip()
    if _GROUPED.fullmatch(body):
        return Decimal(body.replace(",", ""))
    if _GROUPED_ABROAD.fullmatch(body):
        plain = body.replace("'", "").replace(" ", "")
        if "," in plain or plain.count(".") > 1:
            plain = plain.replace(".", "").replace(",", ".")
        return Decimal(plain)
    raise Doubt("amount_unreadable")


def read_number(cell: Cell) -> tuple[Decimal, str]:
    """A number and the unit written behind it (``""``: none). Raises Doubt for what is no number."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return decimal(cell), ""
    text = folded(as_text(cell)).strip()
    if re.fullmatch(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d+", text):
        return decimal(float(text)), ""
    text, negative = _negative(text)
    found = _BODY.fullmatch(text)
    if not found:
        raise Doubt("number_unreadable")
    number = _number(found[2]) * (-1 if (found[1] == "-") != negative else 1)
    times = _TIMES.match(found[3])
    return (number * UNITS[times[0]], found[3][times.end() :]) if times else (number, found[3])


def whole(value: Decimal, factor: int, reason: str) -> int:
    """``value`` in units of 1/``factor``. Raises Doubt where that would lose more than the noise of a float."""
    if abs(value) >= _MOST:
        raise Doubt(reason)
    scaled = value * factor
    rounded = scaled.quantize(Decimal(1), ROUND_HALF_UP)
    if abs(scaled - rounded) > max(_FLOAT_NOISE, abs(scaled) * _FLOAT_NOISE):
        raise Doubt(reason)
    return int(rounded)


def minor_units(value: Decimal, currency: str | None) -> int:
    """Money in the smallest unit of its currency: hundredths, but for currencies that have none."""
    return whole(value, 1 if currency in _WITHOUT_MINOR else 100, "amount_too_fine")


def is_approximate(text: str) -> bool:
    """Whether a number is said to be about so much."""
    return _APPROXIMATE.search(folded(text).strip()) is not None


def read_quantity(cell: Cell) -> tuple[int, str]:
    """A quantity in thousandths, and its unit where the cell names it; a word for nothing left is none."""
    if isinstance(cell, str) and _NONE_LEFT.fullmatch(folded(cell).strip()):
        return 0, ""
    number, unit = read_number(_APPROXIMATE.sub("", folded(cell).strip()) if isinstance(cell, str) else cell)
    return whole(number, 1_000, "quantity_too_fine"), _AT_LEAST.sub("", unit)


def read_part(cell: Cell) -> tuple[Decimal, str]:
    """A part of a whole and ``%`` where it is one of a hundred: 35%, 35, 0.35, 三成, 3成5, 一半, 1/4. Raises Doubt."""
    if not isinstance(cell, str):
        return read_number(cell)
    text = _APPROXIMATE.sub("", folded(cell).strip()).strip()
    tenths = _TENTHS.fullmatch(text)
    if tenths:
        first, half, rest = tenths.groups()
        return Decimal(numeral(first) * 10) + (5 if half else numeral(rest) if rest else 0), "%"
    if text in ("一半", "半", "五五开", "half"):
        return Decimal(50), "%"
    part = re.fullmatch(r"(\d{1,2})\s*/\s*(\d{1,2})", text)
    if part and 0 < int(part[1]) <= int(part[2]):
        return Decimal(int(part[1]) * 100) / int(part[2]), "%"
    return read_number(text)


def read_discount(cell: Cell, *, percent: bool = False, paid: bool = False) -> int:
    """A discount in 1/10,000: 0.15, 15 % and 8.5折 (85 % of the price is paid) are all 1,500.

    ``paid``: the column is called 折扣, which counts what is paid, so 0.85, 85 % and 8.5 are 1,500 as well. Half and
    less may be meant either way there and is a question.
    """
    number, unit = read_number(cell)
    if paid and unit in ("", "%") and number:
        share = _not_paid(number, tenths=not (unit or percent))
    elif unit == "折":
        share = 1 - number / 10
    elif unit == "%" or percent:
        share = number / 100
    elif unit:
        raise Doubt("number_unreadable")
    else:
        share = number
    if not 0 <= share <= 1:
        raise Doubt("discount_range")
    return whole(share, 10_000, "discount_range")


def _not_paid(number: Decimal, *, tenths: bool) -> Decimal:
    whole_is = 100 if not tenths or number > 10 else 10 if number > 1 else 1
    share = number / whole_is
    if 0 < share <= Decimal("0.5"):
        raise Doubt("discount_unclear", undecided=True)
    return 1 - share
