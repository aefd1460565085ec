"""The lists of a week: promises due, accounts missed or overdue, figures of the week before.

They begin on the week page; what it does not hold stands on its back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.domain.figures import Figure, FigureId
from kamdesk.papers.kit.parts import section, tick_box
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import HAIR
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import DuePromise, OpenAccount
from kamdesk.papers.week_plan.wording import open_account

WIDTH = 86.33
GUTTER = 7.0
ROW = 5.9
"""Height of a row: one line."""


@dataclass(frozen=True, slots=True)
class Rows:
    """How many rows of a list stand on the week page; the others go to its back."""

    shown: int
    rest: int


def rows_that_fit(count: int, top: float, bottom: float) -> Rows:
    """All of them, or one fewer than fit, so that the number of the others can be said."""
    fit = int((bottom - top) / ROW)
    return Rows(count, 0) if count <= fit else Rows(fit - 1, count - fit + 1)


def promise_row(sheet: Sheet, x: float, y: float, promise: DuePromise, monday: date, said: Said) -> None:
    """Due day, account, what, a box to tick."""
    line = y + 4.3
    overdue = promise.due_on is not None and promise.due_on < monday
    due = said.near_day(promise.due_on, monday) if promise.due_on else said.no_value
    sheet.text(x, line, f"▲ {due}" if overdue else due, 9, bold=overdue, width=20.5)
    sheet.cell(x + 21.5, line, 22, promise.account or "")
    sheet.cell(x + 44.5, line, WIDTH - 44.5 - 6, promise.what)
    tick_box(sheet, x + WIDTH - 4.2, line)
    sheet.across(x, y + ROW, WIDTH, HAIR)


def open_account_row(sheet: Sheet, x: float, y: float, one: OpenAccount, monday: date, said: Said) -> None:
    """Account, why it waits, the day on which it lies on the way."""
    line = y + 4.3
    sheet.cell(x, line, 27, one.account)
    sheet.cell(x + 28.5, line, WIDTH - 28.5 - 13, open_account(one, monday, said))
    day = said.weekday(one.day.weekday()) if one.day else said.no_value
    sheet.text(x + WIDTH - 0.5, line, day, 9, align="right", width=11)
    sheet.across(x, y + ROW, WIDTH, HAIR)


def figure_row(sheet: Sheet, x: float, y: float, figure: Figure, said: Said) -> None:
    """Name, fraction, rate; of a count the count."""
    line = y + 4.3
    sheet.text(x, line, said.words.text(f"figure.{figure.id}.name"), 9, width=42)
    if figure.id == FigureId.VISITS_DUE:
        sheet.text(x + WIDTH - 0.5, line, str(figure.numerator), 9, bold=True, align="right")
    else:
        sheet.text(x + 66, line, f"{figure.numerator} ÷ {figure.denominator}", 9, align="right")
        sheet.text(x + WIDTH - 0.5, line, said.percent(figure), 9, bold=True, align="right")
    sheet.across(x, y + ROW, WIDTH, HAIR)


def draw_list(
    sheet: Sheet,
    x: float,
    y: float,
    title: str,
    note: str,
    rows: Sequence[Callable[[Sheet, float, float], None]],
    *,
    none: str,
    rest: str = "",
) -> None:
    """A list on the week page, or that it is empty; ``rest`` says what stands on the back."""
    y = section(sheet, x, y, WIDTH, title, note)
    for row in rows:
        row(sheet, x, y)
        y += ROW
    text = rest if rows else none
    if text:
        sheet.text(x, y + 4.3, text, 9, width=WIDTH)
