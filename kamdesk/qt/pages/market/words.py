"""The market in words: criteria and their figures, who is on which side and why."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.classing.rule import IN_MONEY, Check, Judged, RuleCriterion
from kamdesk.qt.measure import Measure, money_measure
from kamdesk.qt.speech import Speech

translate = QCoreApplication.translate
PERCENT = frozenset({"growth", "share_of_wallet"})
LARGE = 10**12


def criterion_name(criterion: str, speech: Speech) -> str:
    return speech.raised(speech.choice("rule_criterion.criterion", criterion))


def criterion_measure(criterion: RuleCriterion, speech: Speech, currency: str) -> Measure:
    """How a criterion's figures are written."""
    if criterion.criterion in IN_MONEY:
        return money_measure(criterion.currency or currency, speech.language, LARGE)
    if criterion.criterion in PERCENT:
        return Measure(1, 1, "%", "%")
    unit = {
        "orders": translate("Market", "orders"),
        "tenure": translate("Market", "years"),
    }.get(criterion.criterion, translate("Market", "of 5"))
    return Measure(1, 0 if criterion.criterion != "tenure" else 1, unit)


def share(value: Fraction | None) -> str:
    """``42%``; a dash where there is none."""
    return "—" if value is None else f"{float(value):.0%}"


def figure(check: Check, speech: Speech, currency: str) -> str:
    """The account's figure for a criterion; words where it is not known."""
    if check.known.value is None:
        return translate("Market", "not recorded")
    return criterion_measure(check.criterion, speech, currency).full(check.known.value)


def verdict(judged: Judged) -> str:
    """Key, ordinary, or not to be told."""
    if judged.is_key is None:
        return translate("Market", "can't be told")
    return translate("Market", "key") if judged.is_key else translate("Market", "ordinary")
