"""Months, quarters and years as headers and cells name them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from kamdesk.exchange.headers import header_key
from kamdesk.exchange.values.dates import month_number, read_date
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.numerals import plain_days
from kamdesk.exchange.values.text import folded

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1
    )
}
_YEAR = r"(?:fy)?(?P<year>(?:19|20)\d{2})(?:年度|年)?"
_SHORT_YEAR = r"(?P<year>(?:19|20)\d{2}|\d{2})"
_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_FORMS = (
    re.compile(rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度?"),
    re.compile(rf"(?:{_YEAR})?q(?P<quarter>[1-4])(?:fy)?(?P<later>(?:19|20)\d{{2}})?"),
    re.compile(r"第?(?P<quarter>[一二三四1-4])季度"),
    re.compile(rf"(?:{_YEAR})?(?P<half>[上下]半年)(?:度)?"),
    re.compile(rf"(?:{_YEAR})?(?P<half>h[12])(?:fy)?(?P<later>(?:19|20)\d{{2}})?"),
    re.compile(rf"{_YEAR}(?P<month>0?[1-9]|1[0-2])(?:月份?)?(?P<day>01)?(?:000000)?"),
    re.compile(r"(?P<month>0?[1-9]|1[0-2])月份?"),
    re.compile(rf"(?:{_YEAR})?(?P<month>十[一二]?|[一二三四五六七八九])月份?"),
    re.compile(rf"(?P<name>{_NAMES})(?:{_SHORT_YEAR})?"),
    re.compile(rf"{_YEAR}(?P<name>{_NAMES})"),
    re.compile(r"(?:fy)?(?P<year>(?:19|20)\d{2})(?:年度?|fy)?"),
)
_MEASURE = re.compile(
    "(?:(?:含税|不含税)?(?:销售|采购|进货|成交|开票|出货|发货)?(?:金额|总额|额|收入)|销售"
    "|sales?|amount|revenue|turnover|value)"
)
_NO_END = re.compile(
    "长期(?:有效)?|永久(?:有效)?|不限(?:期)?|无限期|至今|open|indefinite|until further notice", re.IGNORECASE
)
_FROM_TO = re.compile(
    r"(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?)(?:-|~|—|–|--|至|到)((?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}[日号]?)"
)
_A_YEAR = re.compile(r"(?<!\d)20\d{2}(?=年|[-/.、,和与]|$)")
_MONTH_RANGE = re.compile(
    r"((?:19|20)\d{2})年?[-/.]?(\d{1,2})月?(?:至|到|-|~|—)(?:((?:19|20)\d{2})年?[-/.]?)?(\d{1,2})月"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A month (``month``), a quarter, a half (1, 2), or a whole year.

    ``year`` None where the words leave it to what stands around.
    """

    year: int | None = None
    month: int | None = None
    quarter: int | None = None
    half: int | None = None

    @property
    def is_whole_year(self) -> bool:
        """Whether it names no part of a year."""
        return self.month is None and self.quarter is None and self.half is None

    def days(self, year: int | None = None) -> tuple[date, date] | None:
        """First and last day; ``year`` is that of a period that names none. None where nobody knows the year."""
        meant = self.year or year
        if meant is None:
            return None
        if self.month:
            return date(meant, self.month, 1), _last(meant, self.month)
        if self.quarter:
            return date(meant, self.quarter * 3 - 2, 1), _last(meant, self.quarter * 3)
        if self.half:
            return date(meant, self.half * 6 - 5, 1), _last(meant, self.half * 6)
        return date(meant, 1, 1), date(meant, 12, 31)


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_COUNTED = re.compile("量|数|件|箱|吨|个|桶|包|qty|quantity|units|pcs", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[{【（]([^()\[\]{}【】（）]*)[)\]}】）]")


def read_column_period(text: str, group: str = "") -> Period | None:
    """The period of a column by its header, and by the year or the word above it; None for a number of pieces."""
    if _COUNTED.search(re.sub("季度", "", group)) and not read_period(group):
        return None
    if any(_COUNTED.search(aside) for aside in _ASIDE.findall(text)):
        return None
    over = read_period(_ASIDE.sub("", group)) if group else None
    bare = _ASIDE.sub("", text).strip()
    if over is not None and over.is_whole_year and re.fullmatch(r"[1-9]|1[0-2]", bare):
        return Period(over.year, int(bare))
    own = read_period(bare)
    if own is None and over is not None and _MEASURE.fullmatch(header_key(bare)):
        return over
    if own is not None and own.year is None and over is not None:
        return replace(own, year=over.year)
    return own


def read_period(text: str) -> Period | None:
    """``2025-01``, ``2025年1月``, ``1月``, ``Jan 25``, ``2025Q1``, ``一季度``, ``2025``; None for anything else.

    A word for what is counted may stand beside it: ``1月销售额``.
    """
    key = header_key(plain_days(text))
    bare = _MEASURE.sub("", key)
    for form in _FORMS:
        found = form.fullmatch(bare)
        if found is None:
            continue
        said = {name: value for name, value in found.groupdict().items() if value}
        year = said.get("year") or said.get("later")
        if "name" in said:
            return Period(_whole_year(year), month_number(said["name"]))
        month, quarter, half = said.get("month"), said.get("quarter"), said.get("half")
        return Period(
            _whole_year(year),
            _number(month) if month else None,
            _number(quarter) if quarter else None,
            (1 if half in ("上半年", "h1") else 2) if half else None,
        )
    return None


def read_months(text: str) -> tuple[date, date] | None:
    """A cell that names months from one to another: 2026年1-3月."""
    found = _MONTH_RANGE.fullmatch(re.sub(r"\s", "", folded(text)))
    return _months(found) if found else None


def read_validity(text: str) -> tuple[date | None, date | None] | None:
    """From when to when something holds: 2026.1.1-2026.12.31, 2026年全年, 2026年3月起, 长期有效 (no end)."""
    plain = re.sub(r"\s", "", folded(plain_days(text)))
    if _NO_END.fullmatch(plain):
        return None, None
    ends = _FROM_TO.fullmatch(plain)
    if ends:
        try:
            first = read_date(ends[1])
            after = ends[2] if re.match(r"\d{4}", ends[2]) else f"{first.year}-{ends[2]}"
            return first, read_date(after)
        except Doubt:
            return None
    months = read_months(plain)
    if months:
        return months
    year = re.fullmatch(r"((?:19|20)\d{2})年?(?:全年|度|年度)", plain)
    if year:
        return Period(int(year[1])).days()
    since = re.fullmatch(r"(?:自)?(.*\d[日号]?)(?:起|开始|以后|之后)(?:执行|有效|生效)?", plain)
    try:
        return (read_date(since[1]), None) if since else None
    except Doubt:
        return None


def _months(found: re.Match[str]) -> tuple[date, date] | None:
    first, last = int(found[2]), int(found[4])
    until = int(found[3] or found[1])
    if 1 <= first <= 12 and 1 <= last <= 12 and (int(found[1]), first) <= (until, last):
        return date(int(found[1]), first, 1), _last(until, last)
    return None


def speaks_of_years(text: str) -> bool:
    """Whether a title names two years, and not as the ends of some months: 2025年、2026年对比."""
    plain = re.sub(r"\s", "", folded(text))
    return _MONTH_RANGE.search(plain) is None and len(set(_A_YEAR.findall(plain))) > 1


def read_span(text: str) -> tuple[date, date] | None:
    """The months that a title speaks of: 2025年1-6月, 2025年, 2025年3月; None where it names none."""
    plain = re.sub(r"\s", "", folded(text))
    found = _MONTH_RANGE.search(plain)
    if found and (months := _months(found)):
        return months
    month = re.search(r"(?<!\d)((?:19|20)\d{2})(?:年|[-/.])(0?[1-9]|1[0-2])(?:月|(?![\d\-/.]))", plain)
    if month:
        return Period(int(month[1]), int(month[2])).days()
    year = re.search(r"(?<!\d)((?:19|20)\d{2})(?:年(?!\d)|年度|(?![\d年]))", plain)
    return Period(int(year[1])).days() if year else None


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def _whole_year(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if len(word) == 4 else 2000 + int(word)
