"""The dividing line between key and ordinary accounts: set, confirmed, and the accounts marked after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.classing.rule import IN_MONEY, RuleCriterion
from kamdesk.domain.errors import RuleError
from kamdesk.domain.knowledge import rule
from kamdesk.operations.fields import assign, require


def save_rule(
    store: Store,
    *,
    criteria: Sequence[RuleCriterion],
    pass_mark: int | None,
    valid_from: date,
    known_on: date,
    set_by: str | None,
    confirmed_by: str | None,
    now: datetime,
    name: str | None = None,
    why: str | None = None,
) -> Changes:
    """A new version of the rule; the earlier ones stay as they were. With ``confirmed_by`` it is in force from
    ``valid_from`` on, without it is a proposal.

    Raises RuleError ``rule_empty`` without a criterion, ``rule_twice`` where one is named twice, ``rule_minimum`` where
    a minimum is below 0, ``rule_mark`` where the pass mark is not within 1 to 10,000.
    """
    names = [each.criterion for each in criteria]
    if not names:
        raise RuleError("rule_empty")
    if len(set(names)) != len(names):
        raise RuleError("rule_twice")
    if any(each.minimum < 0 for each in criteria):
        raise RuleError("rule_minimum")
    if pass_mark is not None and not 0 < pass_mark <= 10_000:
        raise RuleError("rule_mark")
    with store.write("key_rule.record", now=now, summary=name) as tx:
        row = rule.KeyRule(
            id=tx.new_id(), known_on=known_on, valid_from=valid_from, pass_mark=pass_mark, set_by=set_by, name=name,
            why=why, confirmed_by=confirmed_by, confirmed_on=known_on if confirmed_by else None,
        )  # fmt: skip
        tx.add(row)
        for rank, each in enumerate(criteria, 1):
            money = each.criterion in IN_MONEY
            tx.add(
                rule.RuleCriterion(
                    id=tx.new_id(), known_on=known_on, rule_id=row.id, criterion=each.criterion,
                    amount=_whole(each.minimum) if money else None, currency=each.currency if money else None,
                    quantity=None if money else _whole(each.minimum * 1000), unit=each.unit, weight=each.weight,
                    required=each.required, rank=rank,
                )
            )  # fmt: skip
    return tx.changes()


def _whole(value: Fraction) -> int:
    return int(value)


def mark_by_rule(store: Store, *, marks: Mapping[str, bool], reason: str, now: datetime) -> Changes:
    """Marks accounts as key or ordinary as the rule has them, with ``reason`` as why; one step, one undo."""
    reason = require(reason, "class_reason")
    with store.write("account.mark_by_rule", now=now, summary=str(len(marks))) as tx:
        for account_id, is_key in marks.items():
            assign(tx.get(Account, account_id), {"is_key": is_key, "class_reason": reason})
    return tx.changes()
