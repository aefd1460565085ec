"""The classification as a program reads it (docs/formats.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kamdesk.cli.giving import kind_json, number

if TYPE_CHECKING:
    from kamdesk.domain.classing.rule import Check, Judged, Rule, RuleCriterion
    from kamdesk.domain.facts import Period
    from kamdesk.domain.selling.cycle import Cycle
    from kamdesk.domain.selling.pareto import Concentration
    from kamdesk.domain.selling.trend import Season, Trend
    from kamdesk.reads.classing.classified import Classification, WhatIf
    from kamdesk.reads.classing.portfolio import Selling


def classification_json(found: Classification) -> dict[str, Any]:
    """Everything, with ids."""
    judged = {each.unit_id: each for each in found.judged}
    return {
        "date": found.portfolio.today.isoformat(),
        "limits": {"a": found.portfolio.limits.a / 10_000, "b": found.portfolio.limits.b / 10_000},
        "unpriced_orders": list(found.portfolio.book.unpriced),
        "sales": [_selling(found, selling) for selling in found.portfolio.selling],
        "rule": _card(found),
        "accounts": [_account(found, unit, judged.get(unit)) for unit in found.portfolio.units],
        "map": [
            {
                "class": cell.value_class,
                "stage": cell.stage,
                "accounts": list(cell.units),
                "amount": cell.amount,
            }
            for cell in found.cells
        ],
        "service": _service(found),
        "time": _time(found),
        "what_if": _what_if(found.what_if) if found.what_if else None,
    }


def period_json(period: Period) -> dict[str, str]:
    """First and last day, both included."""
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


def _selling(found: Classification, selling: Selling) -> dict[str, Any]:
    main = selling is found.portfolio.main
    rows = []
    for row in selling.curve:
        unit = found.portfolio.units.get(row.unit_id)
        rows.append(
            {
                "id": row.unit_id,
                "name": unit.name if unit else None,
                "codes": list(unit.codes) if unit else [],
                "rank": row.rank,
                "amount": row.amount,
                "share": number(row.share),
                "cumulated": number(row.cumulated),
                "class": row.value_class,
                "trend": trend_json(found.trends[row.unit_id])
                if main and row.unit_id in found.trends
                else None,
            }
        )
    return {
        **kind_json(selling.kind),
        "period": period_json(selling.period),
        "moved": selling.moved,
        "listed": selling.listed,
        "shared_out": selling.shared_out,
        "total": sum(selling.amounts.values()),
        "concentration": _concentration(selling.concentration),
        "trend": trend_json(selling.trend),
        "season": season_json(selling.season),
        "pareto": rows,
    }


def _concentration(risk: Concentration) -> dict[str, Any]:
    return {
        "accounts": risk.accounts,
        "value": risk.value,
        "top": [{"accounts": count, "share": number(share)} for count, share in risk.top],
        "top_fifth": {"accounts": risk.fifth_count, "share": number(risk.fifth)},
        "accounts_for_80": risk.four_fifths,
        "hhi": number(risk.hhi),
        "as_many_equal": number(risk.as_many_equal),
    }


def trend_json(trend: Trend) -> dict[str, Any]:
    """The last twelve months against those before, and the slope a month."""
    return {
        "period": period_json(trend.period),
        "whole": trend.whole,
        "last": trend.last,
        "before": trend.before,
        "change": number(trend.change),
        "reason": trend.reason,
        "slope": number(trend.slope),
        "slope_months": trend.slope_months,
        "shared_out": trend.shared_out,
    }


def season_json(season: Season) -> dict[str, Any]:
    """The index of each month of the year."""
    index = {str(month): number(value) for month, value in season.index.items()}
    return {"index": index, "years": season.years, "sure": season.sure, "reason": season.reason}


def cycle_json(cycle: Cycle) -> dict[str, Any]:
    """How often it buys and when next."""
    return {
        "purchases": cycle.purchases,
        "first": cycle.first.isoformat() if cycle.first else None,
        "last": cycle.last.isoformat() if cycle.last else None,
        "median_days": number(cycle.median),
        "regularity": number(cycle.regularity),
        "intervals": len(cycle.intervals),
        "near": cycle.near,
        "next": cycle.next_on.isoformat() if cycle.next_on else None,
        "days_late": cycle.late,
        "confidence": cycle.confidence,
        "reason": cycle.reason,
    }


def _card(found: Classification) -> dict[str, Any] | None:
    card = found.rule
    if card is None:
        return None
    return {
        "id": card.rule.id,
        "name": card.name,
        "valid_from": card.valid_from.isoformat(),
        "set_by": card.set_by,
        "set_on": card.set_on.isoformat(),
        "confirmed_by": card.confirmed_by,
        "proposal": card.proposal,
        "why": card.why,
        **_rule(card.rule),
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "pass_mark": None if rule.pass_mark is None else rule.pass_mark / 10_000,
        "criteria": [_criterion(each) for each in rule.criteria],
    }


def _criterion(each: RuleCriterion) -> dict[str, Any]:
    return {
        "criterion": each.criterion,
        "minimum": number(each.minimum),
        "currency": each.currency,
        "unit": each.unit,
        "weight": each.weight,
        "required": each.required,
    }


def _account(found: Classification, unit_id: str, judged: Judged | None) -> dict[str, Any]:
    unit = found.portfolio.units[unit_id]
    cycle = found.portfolio.cycles.get(unit_id)
    return {
        "id": unit.id,
        "name": unit.name,
        "codes": list(unit.codes),
        "status": unit.status,
        "class": found.classes.get(unit_id),
        "recorded_class": unit.value_class,
        "recorded_key": unit.is_key,
        "stage": found.stages.get(unit_id),
        "cycle": cycle_json(cycle) if cycle else None,
        **(_judged(judged) if judged else {"key": None, "by_rule": None}),
    }


def _judged(judged: Judged) -> dict[str, Any]:
    exempt = judged.exempt
    return {
        "key": judged.is_key,
        "by_rule": judged.by_rule,
        "score": number(judged.score),
        "best_score": number(judged.best),
        "near": judged.near,
        "missing": list(judged.missing),
        "exception": {"key": exempt.is_key, "why": exempt.why, "approver": exempt.approver, "id": exempt.id}
        if exempt
        else None,
        "checks": [_check(check) for check in judged.checks],
    }


def _check(check: Check) -> dict[str, Any]:
    return {
        "criterion": check.criterion.criterion,
        "minimum": number(check.criterion.minimum),
        "value": number(check.known.value),
        "passed": check.passed,
        "gap": number(check.gap),
        "reason": check.known.reason,
        "evidence": list(check.known.sources),
    }


def _service(found: Classification) -> list[dict[str, Any]]:
    return [
        {
            "id": each.unit_id,
            "policy": each.policy.id if each.policy else None,
            "due": {
                "visits": each.policy.visits,
                "contacts": each.policy.contacts,
                "reports": each.policy.reports,
            }
            if each.policy
            else None,
            "planned_visits": each.given.planned,
            "visits": each.given.done,
            "contacts": each.given.contacts,
            "reports": each.given.reports,
            "short": {
                "planned_visits": each.planned_short,
                "visits": each.done_short,
                "contacts": each.contacts_short,
                "reports": each.reports_short,
            },
        }
        for each in found.served
    ]


def _time(found: Classification) -> dict[str, Any]:
    def row(each: Any, name: str) -> dict[str, Any]:
        return {
            name: each.of or None,
            "minutes": each.minutes,
            "amount": each.amount,
            "time": number(each.time),
            "value": number(each.value),
            "ratio": number(each.ratio),
        }

    return {
        "period": period_json(found.spent.period),
        "untimed_visits": found.spent.untimed,
        "accounts": [row(each, "id") for each in found.time],
        "classes": [row(each, "class") for each in found.time_by_class],
    }


def _what_if(would_be: WhatIf) -> dict[str, Any]:
    moves = would_be.moves
    return {
        **_rule(would_be.rule),
        "comes_in": list(moves.comes_in),
        "drops_out": list(moves.drops_out),
        "stays_in": list(moves.stays_in),
        "stays_out": list(moves.stays_out),
        "open": list(moves.open),
    }
