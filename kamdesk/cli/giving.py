"""Numbers as a command gives them: for a program exact or rounded to six places, for eyes short."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from fractions import Fraction

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import Money, amount_text, quantity_of
from kamdesk.domain.selling.facts import Kind
from kamdesk.words import Words

DASH = "—"
PLACES = 6
FALLBACK = "CNY"


def number(value: Fraction | int | None) -> int | float | None:
    """For a program: whole numbers as such, others rounded; None stays None (``null``)."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value.denominator == 1 else round(float(value), PLACES)


def units(thousandths: int | Fraction | None) -> int | float | None:
    """A quantity in whole units of its measure."""
    return None if thousandths is None else number(Fraction(thousandths) / 1000)


def percent(value: Fraction | None, *, signed: bool = False) -> str:
    """``12.3%``; a dash where there is none."""
    if value is None:
        return DASH
    text = f"{float(value) * 100:+.1f}%" if signed else f"{float(value) * 100:.1f}%"
    return text.replace("-", "−")


def quantity(thousandths: int | Fraction | None, unit: str | None = None) -> str:
    """``24.5 bag``, one decimal at most."""
    if thousandths is None:
        return DASH
    value = Fraction(thousandths)
    whole = (
        quantity_of(int(value))
        if value.denominator == 1 and value % 100 == 0
        else float(round(value / 1000, 1))
    )
    return " ".join(filter(None, (f"{whole:,}".replace("-", "−"), unit)))


def money(minor: int | None, kind: Kind) -> str:
    """``1,234.50``; the currency stands in the head."""
    if minor is None:
        return DASH
    try:
        return amount_text(Money(minor, kind.currency or FALLBACK))
    except RuleError:
        return amount_text(Money(minor, FALLBACK))


def kind_text(kind: Kind, words: Words) -> str:
    """``CNY, with tax``; what nobody said is said to be so."""
    tax = {True: "with_tax", False: "without_tax", None: "tax_unsaid"}[kind.tax_included]
    return words.text(
        "giving.kind",
        currency=kind.currency or words.text("giving.no_currency"),
        tax=words.text(f"giving.{tax}"),
    )


def kind_json(kind: Kind) -> dict[str, object]:
    """The two fields that every sum of money has beside it."""
    return {"currency": kind.currency, "tax_included": kind.tax_included}


def width(text: str) -> int:
    """How many columns of a terminal the text takes: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def table(rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> Iterable[str]:
    """Lines with the cells in columns; those in ``right`` end where the others of their column end."""
    told = [tuple(row) for row in rows]
    wide = [max(map(width, column), default=0) for column in zip(*told, strict=True)]
    flush = frozenset(right)
    for row in told:
        cells = []
        for n, cell in enumerate(row):
            room = " " * (wide[n] - width(cell))
            cells.append(room + cell if n in flush else cell + room)
        yield "  ".join(cells).rstrip()
