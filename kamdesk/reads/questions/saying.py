"""An answer said in one language."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any

from kamdesk.domain.money import Money, amount_text, quantity_of, ten_thousands_text
from kamdesk.domain.questions.answer import Answer, Coded, Listed, Measured, Part, Phrase, Sum
from kamdesk.words import Words

_TEN_THOUSAND = 1_000_000
"""From so many minor units on 万 is used in Chinese."""
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")


def answer_text(answer: Answer, words: Words) -> str:
    """The sentence of an answer, or what is wanting for one."""
    return text_of(answer.code, answer.values, words)


def question_text(question: str, words: Words) -> str:
    """The question as it is asked."""
    return words.text(f"question.ask.{question}")


def state_text(state: str, words: Words) -> str:
    """The state in a word."""
    return words.text(f"question.state.{state}")


def text_of(code: str, values: Any, words: Words) -> str:
    """A sentence of the catalogue with its values said."""
    return words.text(code, **{name: _said(value, words) for name, value in values.items()})


def _said(value: Any, words: Words) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return words.text("sheet.yes" if value else "sheet.no")
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case Measured(thousandths):
            return f"{quantity_of(thousandths):,f}"
        case Coded(code):
            return words.text(code)
        case Sum(minor, currency):
            return _money(minor, currency, words)
        case Part(share):
            return _per_cent(share)
        case Phrase(code, values):
            return text_of(f"question.part.{code}", values, words)
        case Listed():
            return _listed(value, words)
        case _:
            return str(value)


def _listed(value: Listed, words: Words) -> str:
    items = [_said(item, words) for item in value.items]
    chinese = words.language == "zh"
    if value.close:
        return ("，" if chinese else ", ").join(items)
    inner = [_BRACKETS.sub("", item) for item in items]
    long = any("：" in item or "，" in item or ": " in item or ", " in item for item in inner)
    joined = (("；" if long else "、") if chinese else ("; " if long else ", ")).join(items)
    if value.more:
        return words.text("question.part.more", items=joined, more=value.more)
    return joined


def _money(minor: int, currency: str | None, words: Words) -> str:
    currency = currency or "CNY"
    money = Money(minor, currency)
    if words.language == "zh" and currency == "CNY":
        if abs(minor) >= _TEN_THOUSAND:
            return f"{ten_thousands_text(money)} {words.text('unit.ten_thousand_yuan')}"
        return f"{amount_text(money)} {words.text('unit.yuan')}"
    return f"{currency} {amount_text(money)}"


def _per_cent(share: Fraction | None) -> str:
    if share is None:
        return "—"
    return f"{float(share * 100):.1f}%".replace("-", "−")
