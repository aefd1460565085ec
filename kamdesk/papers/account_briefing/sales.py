"""Orders: this year against the last, the last orders, stock as counted, a bar for each month."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.domain.money import decimals
from kamdesk.papers.account_briefing.brief import LEFT, WIDTH, Brief, Cut
from kamdesk.papers.account_briefing.words_of import order_head, ordered_products
from kamdesk.papers.briefing import MonthSales, Sales
from kamdesk.papers.kit.flow import Piece
from kamdesk.papers.kit.parts import absent_line, section
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import BLACK, GREY20, HAIR, SMALLEST
from kamdesk.papers.kit.setting import joined, width
from kamdesk.papers.kit.sheet import Sheet

_HALF = (WIDTH - 6) / 2
_BAR = 4.2
_CHART = 34.0


def draw_sales(sheet: Sheet, brief: Brief, y: float, cut: Cut) -> float:
    """The section on page 1: two years left, last orders and stock right; returns the lowest y."""
    said, sales = brief.said, brief.data.sales
    note = said.text("briefing.sales_note", span=year_so_far(sales[0], said)) if sales else None
    y = section(sheet, LEFT, y, WIDTH, said.text("briefing.sales"), note)
    if not sales:
        return absent_line(sheet, LEFT, y, WIDTH, said.text("briefing.no_orders"), 10.5)
    left = right = y
    for one in sales[:2]:
        left = _two_years(sheet, brief, one, left)
    x = LEFT + _HALF + 6
    step = cut.cells(said)
    for order in sales[0].orders[: cut.orders]:
        head = (order_head(order, sales[0], brief) + said.blank, True)
        text = joined(head, ordered_products(order, said))
        right = sheet.paragraph(x, right, _HALF, text, step, lines=cut.lines or 3)
    if brief.data.stock:
        counted = said.listed(
            [f"{one.product} {said.quantity(one.quantity, one.unit)}" for one in brief.data.stock]
        )
        text = joined((said.text("briefing.stock") + " ", True), counted)
        right = sheet.paragraph(x, right + 0.8, _HALF, text, step, lines=cut.lines or 3)
    else:
        text = joined((said.text("briefing.stock") + " ", True), said.absent)
        right = sheet.paragraph(x, right + 0.8, _HALF, text, step)
    return max(left, right)


def year_so_far(sales: Sales, said: Said) -> str:
    """1月1日–11月22日."""
    return said.days(sales.until.replace(month=1, day=1), sales.until)


def _two_years(sheet: Sheet, brief: Brief, sales: Sales, y: float) -> float:
    """This year black, last year light, each with its figure; the section's note has the rate's formula."""
    said = brief.said
    lead, figure = 18.0, 30.0
    room = _HALF - lead - figure
    most = max(sales.this_year, sales.last_year or 0, 1)
    rows = [("briefing.this_year", sales.this_year, BLACK), ("briefing.last_year", sales.last_year, GREY20)]
    for code, amount, fill in rows:
        sheet.text(LEFT, y + 3.5, said.text(code), 9, width=lead - 1)
        if amount is None:
            sheet.text(LEFT + lead, y + 3.5, said.absent, 9)
        else:
            long = max(amount, 0) / most * room
            if long:
                sheet.box(LEFT + lead, y + 0.3, long, _BAR, fill=fill, weight=HAIR)
            sheet.text(
                LEFT + lead + long + 1.5, y + 3.5, said.money(amount, sales.currency), 9, width=figure - 2
            )
        y += _BAR + 1.8
    facts = [said.text("briefing.orders_count", n=sales.orders_this_year)]
    if sales.last_year:
        facts.append(f"{sales.this_year / sales.last_year * 100:.0f}%")
    if sales.tax_included is not None:
        facts.append(said.text("briefing.tax_included" if sales.tax_included else "briefing.tax_excluded"))
    sheet.text(LEFT + lead, y + 3, said.facts(*facts), SMALLEST, bold=True)
    return y + 5.5


def chart_scale(months: Sequence[MonthSales], currency: str | None, said: Said) -> tuple[float, str]:
    """By what the minor units of a chart are divided, and the unit's name: 万元, thousands or whole units."""
    minor = 10 ** (decimals(currency) if currency else 2)
    most = max((max(one.amount, one.year_before or 0) for one in months), default=0) / minor
    if currency == "CNY" and said.chinese and most >= 10_000:
        return 10_000 * minor, said.words.text("unit.ten_thousand_yuan")
    name = said.currency(currency)
    if most >= 10_000:
        return 1_000 * minor, said.text("briefing.thousand", currency=name).strip()
    return minor, name


def chart_piece(months: Sequence[MonthSales], currency: str | None, wide: float, said: Said) -> Piece:
    """A bar a month from zero, last year's light and wider behind; every black bar bears its figure."""
    divisor, _ = chart_scale(months, currency, said)
    most = max((max(one.amount, one.year_before or 0) for one in months), default=0)
    pitch = wide / max(len(months), 1)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        base = y + _CHART - 5
        unit = (_CHART - 11) / most if most > 0 else 0.0
        for number, one in enumerate(months):
            centre = x + (number + 0.5) * pitch
            before, high = max(one.year_before or 0, 0) * unit, max(one.amount, 0) * unit
            if before:
                sheet.box(centre - pitch * 0.4, base - before, pitch * 0.8, before, fill=GREY20, weight=None)
            if high:
                sheet.box(centre - pitch * 0.2, base - high, pitch * 0.4, high, fill=BLACK, weight=None)
            if one.amount:
                text = bar_text(one.amount / divisor)
                size = min(SMALLEST, SMALLEST * pitch * 0.98 / max(width(text, SMALLEST), 0.1))
                sheet.text(centre, base - max(high, before) - 1, text, max(size, 5.5), align="centre")
            sheet.text(centre, base + 3.6, _month(one, said), SMALLEST, align="centre", width=pitch)
        sheet.across(x, base, wide, HAIR)

    return Piece(_CHART + 1, draw)


def _month(one: MonthSales, said: Said) -> str:
    return str(one.month) if said.chinese else said.month(one.month)


def bar_text(value: float) -> str:
    """A figure short enough for a bar: one decimal below a hundred."""
    text = f"{value:,.1f}" if abs(value) < 100 else f"{value:,.0f}"
    return text.removesuffix(".0").replace("-", "−")
