"""Components, dangers and signs in words: what the figure is, how it is counted, what it was counted from."""

from __future__ import annotations

from fractions import Fraction

from kamdesk.domain.judging.component import Component
from kamdesk.domain.judging.stages import SignHint
from kamdesk.words import Words

DASH = "—"
IN_PERCENT = frozenset({"moved", "others"})
SIGNED = frozenset({"sales_falling", "share_trend", "share_falling"})


def component_value(each: Component, words: Words) -> str:
    """The figure with its unit; a dash and the reason where it can't be told."""
    if each.value is None:
        reason = words.choice("judging.reason", each.reason) if each.reason else ""
        return f"{DASH} {reason}".strip()
    if each.id == "price_alone":
        return words.text("judging.yes_no.yes" if each.value else "judging.yes_no.no")
    if each.unit == "share":
        return percent(Fraction(each.value), signed=each.id in SIGNED)
    sign = "+" if each.id in SIGNED and each.value > 0 else ""
    short = f"{sign}{float(each.value):.1f}".removesuffix(".0").replace("-", "−")
    return words.text(f"judging.unit.{each.unit}", value=short)


def component_formula(each: Component, kind: str, words: Words) -> str:
    """How it is counted and from where on it speaks; ``kind`` is ``component`` or ``danger``."""
    return words.text(f"judging.formula_of_{kind}.{each.id}")


def component_parts(each: Component, words: Words) -> tuple[str, ...]:
    """The figures that it was made from, each in words."""
    return tuple(
        words.text(
            f"judging.part.{name}",
            value=percent(Fraction(value)) if name in ("last", "before") else f"{float(value):g}",
        )
        for name, value in each.parts.items()
        if value is not None
    )


def sign_formula(hint: SignHint, words: Words) -> str:
    """When the records show the sign."""
    return words.text(f"judging.formula_of_sign.{hint.sign}")


def sign_figures(hint: SignHint, words: Words) -> tuple[str, ...]:
    """What the records show of the sign, figure by figure."""
    return tuple(
        words.text(f"judging.figure.{name}", value=percent(Fraction(value)) if name in IN_PERCENT else value)
        for name, value in hint.figures.items()
        if value is not None
    )


def percent(value: Fraction, *, signed: bool = False) -> str:
    """``12.3%``."""
    text = f"{float(value) * 100:+.1f}%" if signed else f"{float(value) * 100:.1f}%"
    return text.replace("-", "−")
