"""Numbers written with Chinese characters, where a day or a month is said so."""

from __future__ import annotations

import re

_DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_YEAR = re.compile(r"([〇○零一二三四五六七八九]{4})(?=年)")
_BELOW_FORTY = re.compile(
    r"(?<![零一二三四五六七八九十])"
    r"([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])"
)


def numeral(text: str) -> int:
    """A Chinese number below 40, also in the forms of lunar days (初八, 廿三); plain digits too."""
    if text.isdecimal():
        return int(text)
    text = text.removeprefix("初")
    for short, full in (("廿", "二十"), ("卅", "三十")):
        text = text.replace(short, full)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def year_of(text: str) -> int:
    """The year that digits of either kind spell: 二〇二六, 2026."""
    return int("".join(str(_DIGITS.get(digit, digit)) for digit in text))


def plain_days(text: str) -> str:
    """二〇二六年三月十五日 with the digits of 2026年3月15日; all else as it stands."""
    if text.isascii():
        return text
    text = _YEAR.sub(lambda found: str(year_of(found[1])), text)
    return _BELOW_FORTY.sub(lambda found: str(numeral(found[1])), text)
