"""What a record must be before it is written: the checks that every kind shares, and those of single kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from kamdesk.domain.errors import FieldName, RuleError
from kamdesk.domain.knowledge.described import As, Described
from kamdesk.domain.knowledge.goal import IN_MONEY
from kamdesk.domain.knowledge.rule import Criterion

DEFAULT_CURRENCY = "CNY"
_SPANS = (("first_day", "last_day"), ("since", "until"))
_TYPES: Mapping[As, type | tuple[type, ...]] = {
    As.TEXT: str,
    As.WORDS: str,
    As.CHOICE: str,
    As.LINK: str,
    As.DAY: date,
    As.FLAG: bool,
    As.NUMBER: int,
    As.MONEY: int,
    As.QUANTITY: int,
    As.RATE: int,
}
_LUNAR_DAYS = 30


def clean(kind: str, field: Described, value: Any) -> Any:
    """A value as it is kept: a text without blanks round it, nothing for an empty one.

    Raises RuleError in words where the value can't be one of the field; TypeError where it is of another type, which is
    a programming error.
    """
    if isinstance(value, str):
        value = value.strip() or None
    if value is None:
        if field.needed:
            raise RuleError("field_needed", field=FieldName(kind, field.name))
        return field.usual
    wanted = _TYPES[field.shape]
    if not isinstance(value, wanted) or isinstance(value, datetime):
        raise TypeError(f"{field.name} is {field.shape}, not {value!r}")
    if isinstance(value, bool) and field.shape is not As.FLAG:
        raise TypeError(f"{field.name} is {field.shape}, not {value!r}")
    if field.shape is As.CHOICE and value not in field.codes:
        raise RuleError("field_choice", field=FieldName(kind, field.name), value=value)
    if field.shape is As.NUMBER:
        low, high = field.low, field.high
        if (low is not None and value < low) or (high is not None and value > high):
            raise RuleError("field_bounds", field=FieldName(kind, field.name), low=low, high=high)
    return str(value) if field.shape is As.CHOICE else value


def check(kind: str, values: Mapping[str, Any], today: date) -> None:
    """What several fields say together. Raises RuleError in words."""
    known_on = values.get("known_on")
    if known_on is not None and known_on > today:
        raise RuleError("known_ahead", day=known_on)
    for first, last in _SPANS:
        begins, ends = values.get(first), values.get(last)
        if begins is not None and ends is not None and ends < begins:
            raise RuleError("days_backwards")
    more = _OF_KIND.get(kind)
    if more is None:
        return
    try:
        more(values)
    except _Needed as needed:
        raise RuleError("field_needed", field=FieldName(kind, needed.field)) from None


class _Needed(Exception):
    """A field that another one's value asks for."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def _target(values: Mapping[str, Any]) -> None:
    in_money = values["metric"] in IN_MONEY
    if in_money != (values.get("amount") is not None) or in_money == (values.get("quantity") is not None):
        raise RuleError("money_wanted" if in_money else "number_wanted")
    if values["metric"] == "other" and not values.get("name"):
        raise _Needed("name")


def _criterion(values: Mapping[str, Any]) -> None:
    in_money = values["criterion"] in (Criterion.REVENUE, Criterion.MARGIN, Criterion.POTENTIAL)
    if in_money != (values.get("amount") is not None) or in_money == (values.get("quantity") is not None):
        raise RuleError("money_wanted" if in_money else "number_wanted")


def _cause(values: Mapping[str, Any]) -> None:
    if values.get("amount") is None and values.get("quantity") is None:
        raise RuleError("cause_figure")


def _evidence(values: Mapping[str, Any]) -> None:
    if not any(values.get(name) for name in ("visit_id", "note_id", "attachment_id", "said")):
        raise RuleError("evidence_empty")


def _checked(values: Mapping[str, Any]) -> None:
    if values["outcome"] == "not_applicable" and not values.get("reason"):
        raise _Needed("reason")


def _decision(values: Mapping[str, Any]) -> None:
    if values["decision"] == "give_up" and not (values.get("why") or values.get("sign")):
        raise _Needed("why")


def _intended(values: Mapping[str, Any]) -> None:
    if values.get("months") is None and not values.get("open_ended"):
        raise RuleError("intended_empty")


def _prospect(values: Mapping[str, Any]) -> None:
    if values.get("qualified") == "no" and not values.get("reason"):
        raise _Needed("reason")


def _returned(values: Mapping[str, Any]) -> None:
    if values.get("returned_on") and not values.get("return_reason"):
        raise _Needed("return_reason")


def _answered(values: Mapping[str, Any]) -> None:
    if values.get("state") in ("granted", "partly", "refused") and not values.get("answered_on"):
        raise _Needed("answered_on")


def _event(values: Mapping[str, Any]) -> None:
    lunar = values.get("calendar") == "lunar"
    try:
        if lunar and values["day_of_month"] > _LUNAR_DAYS:
            raise ValueError
        if not lunar:
            date(values.get("year") or 2000, values["month"], values["day_of_month"])
    except ValueError:
        raise RuleError("no_such_day") from None
    if not values.get("yearly") and values.get("year") is None:
        raise _Needed("year")


def _handed(values: Mapping[str, Any]) -> None:
    if values.get("state") == "done" and not values.get("handed_on"):
        raise _Needed("handed_on")


_OF_KIND: Mapping[str, Callable[[Mapping[str, Any]], None]] = {
    "target": _target,
    "rule_criterion": _criterion,
    "target_cause": _cause,
    "evidence": _evidence,
    "checked": _checked,
    "exit_decision": _decision,
    "intended_term": _intended,
    "prospect": _prospect,
    "lead_passed": _returned,
    "internal_request": _answered,
    "care_event": _event,
    "handover": _handed,
}
