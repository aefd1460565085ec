"""What the pen fills on the day page: count, in, out, met, result, order, rival, new promise, due. One blank,
one
field of the entry form, in its order."""

from __future__ import annotations

from kamdesk.domain.visit import Outcome
from kamdesk.papers.kit.parts import tick_box
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import HAIR, RULE, SMALLEST
from kamdesk.papers.kit.setting import width
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import Person, StockToCount
from kamdesk.papers.week_plan.layout import COUNT, RECORD, RIGHT

_BOX_AT, _BOX_WIDTH = COUNT + 29, 18.0
_NAME_WIDTH = _BOX_AT - COUNT - 4
_CODE_PITCH = 5.6
_LEAST_COUNTS = 3


def count_rows(products: int) -> int:
    """Rows of the column of counts: never fewer than three, so that a product can be written in."""
    return max(_LEAST_COUNTS, products)


def draw_counts(
    sheet: Sheet, products: tuple[StockToCount, ...], y: float, height: float, said: Said
) -> None:
    """A box for each product, its last count at the left; empty rows have a line for a product's name."""
    sheet.line(COUNT, y, COUNT, y + height, RULE)
    rows = count_rows(len(products))
    pitch = height / rows
    for index in range(rows):
        top = y + index * pitch
        if index < len(products):
            _product(sheet, products[index], top, said)
        else:
            sheet.across(COUNT + 2, top + pitch - 0.9, _NAME_WIDTH + 1)
        sheet.box(_BOX_AT, top + 0.4, _BOX_WIDTH, pitch - 0.8, weight=HAIR)


def _product(sheet: Sheet, product: StockToCount, top: float, said: Said) -> None:
    sheet.text(COUNT + 2, top + 3.5, product.product, 8.5, width=_NAME_WIDTH)
    if product.last is not None:
        known = said.text("day.last_count", quantity=said.quantity(product.last, product.unit))
    elif product.unit:
        known = said.text("day.first_count_in", unit=product.unit)
    else:
        known = said.text("day.first_count")
    sheet.text(COUNT + 2, top + 6.7, known, SMALLEST, width=_NAME_WIDTH)


def draw_record(
    sheet: Sheet,
    people: tuple[Person, ...],
    y: float,
    height: float,
    said: Said,
    *,
    currency: str | None,
    left: float = RECORD,
) -> None:
    """Three lines of blanks, ``height`` in all."""
    line = height / 3
    sheet.line(left, y, left, y + height, RULE)
    for number in (1, 2):
        sheet.across(left, y + number * line, RIGHT - left)
    _first_line(sheet, people, left, y, line, said)
    _second_line(sheet, left, y + line, line, said, currency)
    _third_line(sheet, left, y + 2 * line, line, said)


def _blank(
    sheet: Sheet, x: float, y: float, height: float, label: str, right: float, after: str = ""
) -> None:
    """A blank from ``x`` to ``right``: its label in the corner, so that the pen has the width below."""
    sheet.text(x + 0.9, y + 3.2, label, SMALLEST)
    if after:
        sheet.text(right - 1.2, y + height - 1.8, after, SMALLEST, align="right")
    if right < RIGHT:
        sheet.line(right, y, right, y + height, HAIR)


def _first_line(
    sheet: Sheet, people: tuple[Person, ...], x: float, y: float, height: float, said: Said
) -> None:
    for offset, code in ((0, "day.arrived"), (19, "day.left")):
        _blank(sheet, x + offset, y, height, said.text(code), x + offset + 19)
        sheet.text(x + offset + 12, y + height - 2, ":", 12, bold=True, align="centre")
    label = said.text("day.met")
    _blank(sheet, x + 38, y, height, label, RIGHT)
    left = at = x + 38 + width(label, SMALLEST) + 3.5
    # Ticks stand at the bottom; a tall row has more lines of them. The end of each is left for a name not known yet.
    lines = max(1, int((height - 2.5) / 5))
    used = 1
    for person in people:
        wide = 4 + width(person.name, SMALLEST)
        if at > left and at + wide > RIGHT - 12:
            at, used = left, used + 1
        if used > lines or at + wide > RIGHT - 12:
            break
        baseline = y + height - 2.2 - (lines - used) * 5
        tick_box(sheet, at, baseline)
        sheet.text(at + 4, baseline, person.name, SMALLEST)
        at += wide + 2.5


def _second_line(sheet: Sheet, x: float, y: float, height: float, said: Said, currency: str | None) -> None:
    _blank(sheet, x, y, height, said.text("day.outcome"), x + 47)
    for number in range(1, len(Outcome) + 1):
        sheet.text(x + 14.5 + (number - 1) * _CODE_PITCH, y + height - 2.2, str(number), 10.5, align="centre")
    _blank(sheet, x + 47, y, height, said.text("day.order"), RIGHT, said.currency(currency))


def _third_line(sheet: Sheet, x: float, y: float, height: float, said: Said) -> None:
    _blank(sheet, x, y, height, said.text("day.rival"), x + 34)
    _blank(sheet, x + 34, y, height, said.text("day.new_promise"), RIGHT - 19)
    _blank(sheet, RIGHT - 19, y, height, said.text("day.due"), RIGHT)
    sheet.text(RIGHT - 7.3, y + height - 2, said.text("day.due_form"), SMALLEST, align="centre")
