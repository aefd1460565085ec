"""Dates, times, lengths, quantities and money as the language of the paper says them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from kamdesk.domain.figures import Figure
from kamdesk.domain.money import Money, decimals, quantity_of, ten_thousands_text
from kamdesk.papers.common import Caution, Rhythm
from kamdesk.words import Words, catalogue

_TEN_THOUSAND = 10_000
_FESTIVE = frozenset({"holiday", "make_up_workday"})


class Said:
    """`Words` with what papers format themselves."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.language = words.language
        self.chinese = words.language == "zh"
        self.blank = "　" if self.chinese else "   "
        """Parts the facts of one line."""

    def text(self, code: str, /, **values: object) -> str:
        """A text of this room: ``paper.<code>`` of the catalogue."""
        return self.words.text(f"paper.{code}", **values)

    def heading(self, prefix: str, value: str | None) -> str:
        """One value of an enumeration, as it begins a line or stands in a cell."""
        return self.raised(self.words.choice(prefix, value))

    def raised(self, text: str) -> str:
        """English text with its first letter raised, as it begins a line."""
        return text if self.chinese else text[:1].upper() + text[1:]

    @property
    def absent(self) -> str:
        """What is printed where nothing is recorded."""
        return self.words.text("absent.not_recorded")

    @property
    def no_value(self) -> str:
        """What is printed where a figure has no value."""
        return self.words.text("absent.no_value")

    def facts(self, *facts: str | None) -> str:
        """The facts that there are, on one line."""
        return self.blank.join(fact for fact in facts if fact)

    def listed(self, names: list[str] | tuple[str, ...]) -> str:
        """Names in a row."""
        return ("、" if self.chinese else ", ").join(names)

    def day(self, day: date) -> str:
        """11月24日, 24 Nov."""
        return self._date("date.day", day)

    def day_weekday(self, day: date) -> str:
        """11月24日 周二, Tue 24 Nov."""
        return self._date("date.day_weekday", day)

    def full_day(self, day: date) -> str:
        """With the year."""
        return self._date("date.full", day)

    def near_day(self, day: date, today: date) -> str:
        """With the year where it is not the one of ``today``."""
        return self.day(day) if day.year == today.year else self.full_day(day)

    def short_day(self, day: date, today: date) -> str:
        """24日 in the month of ``today``, else as `near_day`."""
        if self.chinese and (day.year, day.month) == (today.year, today.month):
            return f"{day.day}日"
        return self.near_day(day, today)

    def days(self, first: date, last: date) -> str:
        """A range of days, short: 11月23日–29日."""
        if first == last:
            return self.day(first)
        if self.chinese and (first.year, first.month) == (last.year, last.month):
            return f"{self.day(first)}–{last.day}日"
        if not self.chinese and (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.day(last)}"
        return f"{self.day(first)}–{self.day(last)}"

    def weekday(self, weekday: int) -> str:
        """周一, Mon; 0 is Monday."""
        return self.words.choice("weekday", str(weekday))

    def month(self, month: int) -> str:
        """1月, Jan."""
        return self.words.choice("month", str(month))

    def moment(self, moment: datetime) -> str:
        """11月22日 18:40, the year left out as on all of a paper."""
        return f"{self.day(moment.date())} {moment.hour}:{moment.minute:02d}"

    def minutes(self, minutes: int) -> str:
        """60分, 60 min."""
        return self.words.text("unit.minutes", n=minutes)

    def kilometres(self, kilometres: float) -> str:
        """Below ten with one decimal: 4.6 km, 11 km."""
        value = f"{kilometres:.1f}" if 0 < kilometres < 9.95 else f"{kilometres:,.0f}"
        return self.words.text("unit.kilometres", n=value)

    def whole_kilometres(self, kilometres: float) -> str:
        """Without decimals unless it is less than one: 5 km, 0.4 km."""
        return (
            self.kilometres(kilometres)
            if kilometres < 1
            else self.words.text("unit.kilometres", n=round(kilometres))
        )

    def caution(self, caution: Caution, *, brief: bool = False) -> str:
        """What to heed, with its detail unless ``brief``; a festival is always named.

        A code of a newer version is shown as it stands.
        """
        detail = caution.detail
        if caution.code in _FESTIVE and detail:
            detail = self.words.choice("holiday", detail)
        elif brief:
            detail = None
        texts = catalogue()
        if detail and f"paper.caution_with.{caution.code}" in texts:
            return self.text(f"caution_with.{caution.code}", detail=detail)
        return self.words.choice("paper.caution", caution.code)

    def rhythm(self, rhythm: Rhythm) -> str:
        """每周, every 2 weeks."""
        if rhythm.every_weeks == 1:
            return self.words.text("rhythm.weekly")
        return self.words.text("rhythm.every", n=rhythm.every_weeks)

    def quantity(self, thousandths: int, unit: str | None) -> str:
        """1,180 袋, 24.5 t."""
        number = f"{quantity_of(thousandths):,f}".replace("-", "−")
        return f"{number} {unit}" if unit else number

    def money(self, minor: int, currency: str | None) -> str:
        """An amount as it is spoken of: 48.6万元 in Chinese from ten thousand yuan, else in whole units."""
        if self.chinese and currency == "CNY":
            money = Money(minor, "CNY")
            if abs(money.major) >= _TEN_THOUSAND:
                return ten_thousands_text(money) + self.words.text("unit.ten_thousand_yuan")
            return f"{self._whole(minor, 'CNY')}{self.currency('CNY')}"
        name = self.currency(currency)
        number = self._whole(minor, currency)
        return f"{number} {name}" if name else number

    def _whole(self, minor: int, currency: str | None) -> str:
        units = Decimal(minor).scaleb(-(decimals(currency) if currency else 2))
        return f"{units.quantize(Decimal(1), ROUND_HALF_UP):,}".replace("-", "−")

    def currency(self, currency: str | None) -> str:
        """元 or yuan for the Chinese currency, the code for others, nothing where none is known."""
        if currency == "CNY":
            return self.words.text("unit.yuan")
        return currency or ""

    def fraction(self, figure: Figure) -> str:
        """26 ÷ 29 = 90%; a zero denominator gives —."""
        equals = "＝" if self.chinese else " = "
        return f"{figure.numerator} ÷ {figure.denominator}{equals}{self.percent(figure)}"

    def percent(self, figure: Figure) -> str:
        """The value in whole per cent, — where there is none."""
        return self.no_value if figure.value is None else f"{figure.value * 100:.0f}%"

    def _date(self, code: str, day: date) -> str:
        return self.words.text(
            code, year=day.year, month=self.month(day.month), day=day.day, weekday=self.weekday(day.weekday())
        )


def clock(minute: int) -> str:
    """Minute of the day as a time: 8:30."""
    return f"{minute // 60}:{minute % 60:02d}"


def span(minutes: int) -> str:
    """A length as hours and minutes: 5:10."""
    return clock(minutes)
