"""A header cell taken apart: the word that names the column, and what else it says (unit, year, datum, tax)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from kamdesk.domain.account import Datum
from kamdesk.exchange.values.amounts import CURRENCIES, UNITS
from kamdesk.exchange.values.text import folded

Period = Literal["last_year", "this_year"]

_BRACKETED = re.compile(r"[(\[{【<《]([^()\[\]{}【】<>《》]*)[)\]}】>》]")
_LOOSE_UNIT = re.compile(r"[/:](?=(?:万元|千元|亿元|百万元|元|万|亿)$)")
_SIGNS = re.compile(r"[\s_\-.:*'\"/\\、,()\[\]{}【】<>《》?!|]+")
_HAN, _LATIN = "[\u4e00-\u9fff][\u4e00-\u9fff\\w]*", "[a-z][a-z .]+[a-z]"
_TWO_TONGUES = re.compile(rf"({_HAN})[\s/|(\[]+({_LATIN})[)\]]?|({_LATIN})[\s/|(\[]+({_HAN})[)\]]?")
_YEAR = re.compile(r"(?:fy)?((?:19|20)\d{2})(?:年度|年)?")
# Traditional characters of headers, each above its simplified form.
_SIMPLE = str.maketrans(
    "戶稱聯絡電話編號級別類經緯機備註務職訂單產價數額銷區縣狀態國郵傳發貨規廠採購業員門幣種運費總計標籤簡稅責對師圖說"
    "動庫盤點應賬帳實際約餘執鎮個網統關鍵結項處歷資訊據時間維報檔轉辦權參啟營銀現達預齡還當開終細",
    "户称联络电话编号级别类经纬机备注务职订单产价数额销区县状态国邮传发货规厂采购业员门币种运费总计标签简税责对师图说"
    "动库盘点应账账实际约余执镇个网统关键结项处历资讯据时间维报档转办权参启营银现达预龄还当开终细",
)
_LAST_YEAR = re.compile(r"上一?年度?|去年度?|lastyears(?!ales)|lastyear|previousyear|prioryear")
_THIS_YEAR = re.compile(r"今年度?|本年度?|当年|thisyears(?!ales)|thisyear|ytd|yeartodate")
_DATUMS = (
    (Datum.WGS84, ("wgs84", "wgs-84", "gps84")),
    (Datum.GCJ02, ("gcj02", "gcj-02", "gcj", "高德", "腾讯", "火星", "amap")),
    (Datum.BD09, ("bd09", "bd-09", "百度", "baidu")),
)
_DATUM = re.compile("|".join(re.escape(header_word) for _, words in _DATUMS for header_word in words))


@dataclass(frozen=True, slots=True)
class Header:
    """``keys`` are what to look for among the synonyms, the fullest first; ``number`` the 2 of 联系人2.

    ``unit`` is what a bare number counts in whole currency, ``tax`` whether amounts hold the tax.
    """

    text: str
    keys: tuple[str, ...]
    number: int = 1
    unit: int | None = None
    currency: str | None = None
    year: int | None = None
    period: Period | None = None
    datum: Datum | None = None
    tax: bool | None = None


@lru_cache(maxsize=8192)
def header_key(text: str) -> str:
    """A header without what makes no difference: letter size, spaces, signs, full-width and traditional forms."""
    return _SIGNS.sub("", folded(text).casefold()).translate(_SIMPLE)


@lru_cache(maxsize=2048)
def read_header(text: str) -> Header:
    """Takes a header apart; ``上年销售额(万元)`` is 销售额 in units of 10,000 for the last year."""
    plain = folded(text).casefold().strip()
    asides = [aside.strip() for aside in _BRACKETED.findall(plain)]
    loose = _LOOSE_UNIT.split(plain)
    if len(loose) == 2:
        asides.append(loose[1])
        plain = loose[0]
    unit, currency = _money(asides)
    bare = _BRACKETED.sub("", plain)
    full = header_key(plain)
    short = header_key(bare) or full
    year = _YEAR.search(short)
    period: Period | None = None
    if _LAST_YEAR.search(short):
        period = "last_year"
    elif _THIS_YEAR.search(short):
        period = "this_year"
    timeless = _YEAR.sub("", _LAST_YEAR.sub("", _THIS_YEAR.sub("", short)))
    numbered = re.fullmatch(r"(.*?\D)(\d)", short)
    keys = [full, short, timeless, _DATUM.sub("", short), *([numbered[1]] if numbered else [])]
    twice = _TWO_TONGUES.fullmatch(plain)
    keys += [header_key(part) for part in twice.groups() if part] if twice else []
    return Header(
        text=text.strip(),
        keys=tuple(dict.fromkeys(key for key in keys if key)),
        number=int(numbered[2]) if numbered and int(numbered[2]) else 1,
        unit=unit,
        currency=currency,
        year=int(year[1]) if year else None,
        period=period,
        datum=next((datum for datum, words in _DATUMS if any(word in plain for word in words)), None),
        tax=False
        if re.search("不含税|未税|excl", plain)
        else True
        if re.search("含税|价税|incl", plain)
        else None,
    )


def read_below(label: str, group: str) -> Header:
    """The header of a column; what its amounts count may stand in the heading above it."""
    header = read_header(label or group)
    if not (label and group) or header.unit or header.currency:
        return header
    over = read_header(group)
    return replace(
        header, unit=over.unit, currency=over.currency, tax=over.tax if header.tax is None else header.tax
    )


def is_year(header: Header) -> bool:
    """Whether a header names a year and nothing else: 2024年, 上年."""
    return any(
        pattern.fullmatch(key) for pattern in (_YEAR, _LAST_YEAR, _THIS_YEAR) for key in header.keys[:1]
    )


def _money(asides: list[str]) -> tuple[int | None, str | None]:
    unit: int | None = None
    currency: str | None = None
    for aside in asides:
        for word in re.split(r"[:,/、;\s]+", aside.removeprefix("单位")):
            if word in UNITS:
                unit = UNITS[word]
                currency = "CNY" if word.endswith("元") else currency
            elif CURRENCIES.get(word):
                currency = CURRENCIES[word]
                unit = unit or 1
    return unit, currency
