"""Who is who: curve, classes, the rule with its figures, service and time."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from kamdesk.cli.classify_json import classification_json
from kamdesk.cli.context import Context
from kamdesk.cli.giving import DASH, kind_text, money, number, percent, table
from kamdesk.domain.classing.rule import IN_MONEY, Check, RuleCriterion
from kamdesk.domain.errors import RuleError
from kamdesk.domain.facts import Period
from kamdesk.domain.knowledge.rule import Criterion
from kamdesk.domain.selling.facts import Kind
from kamdesk.domain.selling.months import twelve_months
from kamdesk.domain.selling.pareto import Limits
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.reads.classing.classified import Classification
    from kamdesk.reads.classing.portfolio import Selling

SHOWN = 30


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""

    def text(code: str) -> str:
        return words.text(f"cli.help.{code}")

    parser = command("classify")
    parser.add_argument("--from", dest="first", metavar="2026-01-01", help=text("period_first"))
    parser.add_argument("--until", dest="last", metavar="2026-12-31", help=text("period_last"))
    parser.add_argument("--a", type=float, default=80, metavar="80", help=text("classify_a"))
    parser.add_argument("--b", type=float, default=95, metavar="95", help=text("classify_b"))
    parser.add_argument("--near", type=int, default=10, metavar="10", help=text("classify_near"))
    parser.add_argument(
        "--what-if", action="append", default=[], metavar="C=N", help=text("classify_what_if")
    )
    parser.add_argument("--json", action="store_true", help=text("json"))
    parser.set_defaults(carry_out=give_classes)


def give_classes(context: Context) -> int:
    """The classification, for a program or for eyes."""
    from kamdesk.reads.classing.classified import classification

    options = context.options
    found = classification(
        context.store(),
        now=context.book_now(),
        period=period_meant(context),
        limits=Limits(_hundredths(options.a), _hundredths(options.b)),
        near_percent=options.near,
        tried=_tried(options.what_if),
    )
    if options.json:
        context.give(classification_json(found))
        return 0
    for line in _lines(found, context.words):
        print(line)
    return 0


def _hundredths(percent_: float) -> int:
    return round(percent_ * 100) if abs(percent_) < 1000 else -1


def period_meant(context: Context) -> Period | None:
    """The days of `--from` and `--until`; only the last: the twelve months up to it. None where neither is given."""
    first, last = _day(context.options.first), _day(context.options.last)
    if first is None and last is None:
        return None
    last = last or context.book_now().date()
    first = first or twelve_months(last).first
    if first > last:
        raise RuleError("days_turned", first=first, last=last)
    return Period(first, last)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RuleError("day_format", text=text) from None


def _tried(given: Iterable[str]) -> Mapping[str, Fraction] | None:
    """The minimums of `--what-if`, money in whole units of its currency."""
    from kamdesk.domain.money import to_minor

    tried: dict[str, Fraction] = {}
    for text in given:
        name, equal, value = text.partition("=")
        if name not in set(Criterion):
            raise RuleError("criterion_unknown", name=name, names=", ".join(Criterion))
        try:
            minimum = Fraction(value)
        except (ValueError, ZeroDivisionError):
            raise RuleError("criterion_value", text=text) from None
        if not equal:
            raise RuleError("criterion_value", text=text)
        tried[name] = Fraction(to_minor(value, "CNY")) if name in IN_MONEY else minimum
    return tried or None


def _lines(found: Classification, words: Words) -> Iterable[str]:
    if not found.portfolio.selling:
        yield words.text("classify.none")
    for selling in found.portfolio.selling:
        yield from _selling(found, selling, words)
    if found.portfolio.book.unpriced:
        yield words.text("classify.unpriced", count=len(found.portfolio.book.unpriced))
    yield from _rule(found, words)
    for each in found.served:
        if each.policy and each.policy.visits and (each.planned_short or each.done_short):
            name = found.portfolio.units[each.unit_id].name
            given = each.given
            yield words.text(
                "classify.thin", name=name, planned=given.planned, due=each.policy.visits, done=given.done
            )
    for share in sorted(found.time_by_class, key=lambda row: row.of or "Z"):
        name = (
            words.text("classify.of_class", name=share.of) if share.of else words.text("classify.unclassed")
        )
        yield words.text("classify.time", name=name, time=percent(share.time), value=percent(share.value))


def _selling(found: Classification, selling: Selling, words: Words) -> Iterable[str]:
    kind, risk, trend = selling.kind, selling.concentration, selling.trend
    yield words.text(
        "classify.head", first=selling.period.first, last=selling.period.last, kind=kind_text(kind, words)
    )
    if selling.listed:
        yield words.text("classify.listed")
    elif selling.moved:
        yield words.text("classify.moved")
    if selling.shared_out:
        yield words.text("classify.shared", amount=money(selling.shared_out, kind))
    yield words.text(
        "classify.concentration",
        accounts=risk.accounts,
        value=money(risk.value, kind),
        first=percent(risk.top[0][1] if risk.top else None),
        fifth_count=risk.fifth_count,
        fifth=percent(risk.fifth),
        four_fifths=DASH if risk.four_fifths is None else risk.four_fifths,
        hhi=DASH if risk.hhi is None else f"{float(risk.hhi):.3f}",
        equal=DASH if risk.as_many_equal is None else f"{float(risk.as_many_equal):.1f}",
    )
    yield words.text(
        "classify.trend",
        change=percent(trend.change, signed=True),
        last=money(trend.last, kind),
        before=money(trend.before, kind),
        first_day=trend.period.first,
        last_day=trend.period.last,
    )
    if selling.season.index:
        index = " ".join(f"{month}:{float(value):.2f}" for month, value in selling.season.index.items())
        sure = "classify.season" if selling.season.sure else "classify.season_unsure"
        yield words.text(sure, years=selling.season.years, index=index)
    else:
        yield words.text("classify.season_none")
    names = ("rank", "account", "class", "amount", "share", "cumulated", "change", "next")
    rows: list[Sequence[str]] = [tuple(words.text(f"classify.column.{name}") for name in names)]
    main = selling is found.portfolio.main
    for row in selling.curve[:SHOWN]:
        unit = found.portfolio.units.get(row.unit_id)
        change = found.trends[row.unit_id].change if main and row.unit_id in found.trends else None
        cycle = found.portfolio.cycles.get(row.unit_id)
        rows.append(
            (
                str(row.rank),
                unit.name if unit else row.unit_id,
                row.value_class,
                money(row.amount, kind),
                percent(row.share),
                percent(row.cumulated),
                percent(change, signed=True),
                f"{cycle.next_on}" if cycle and cycle.next_on else DASH,
            )
        )
    yield from table(rows, right=(0, 3, 4, 5, 6))
    if len(selling.curve) > SHOWN:
        yield words.text("classify.more", count=len(selling.curve) - SHOWN)
    yield words.text("classify.formula")


def _rule(found: Classification, words: Words) -> Iterable[str]:
    units = found.portfolio.units
    kind = found.portfolio.main.kind if found.portfolio.main else Kind(None, None)
    if found.rule is None:
        yield words.text("classify.no_rule")
    else:
        card = found.rule
        text = words.text(
            "classify.rule",
            name=card.name or "",
            valid_from=card.valid_from,
            criteria="，".join(_criterion(each, kind, words) for each in card.rule.criteria),
        )
        yield text + (words.text("classify.proposal") if card.proposal else "")
        sides = [each.is_key for each in found.judged]
        yield words.text(
            "classify.sides",
            keys=sides.count(True),
            others=sides.count(False),
            open=sides.count(None),
            near=len(found.near),
        )
    for each in found.judged:
        unit = units[each.unit_id]
        if each.is_key is not None and unit.is_key is not None and unit.is_key != each.is_key:
            recorded, by_rule = (
                words.text(f"classify.key.{str(k).lower()}") for k in (unit.is_key, each.is_key)
            )
            yield words.text("classify.differs", name=unit.name, recorded=recorded, by_rule=by_rule)
    for each in found.near:
        checks = "，".join(_check(check, kind, words) for check in each.checks)
        yield words.text("classify.near", name=units[each.unit_id].name, checks=checks)
    if found.what_if:
        moves = found.what_if.moves
        for code, ids in (("comes_in", moves.comes_in), ("drops_out", moves.drops_out)):
            yield words.text(f"classify.{code}", names="、".join(units[unit].name for unit in ids) or DASH)
        counts = {"keys": len(moves.stays_in), "others": len(moves.stays_out), "open": len(moves.open)}
        yield words.text("classify.stays", **counts)


def _criterion(each: RuleCriterion, kind: Kind, words: Words) -> str:
    name = words.choice("rule_criterion.criterion", each.criterion)
    return words.text("classify.criterion", name=name, minimum=_measured(each, each.minimum, kind))


def _check(check: Check, kind: Kind, words: Words) -> str:
    return words.text(
        "classify.check",
        name=words.choice("rule_criterion.criterion", check.criterion.criterion),
        value=words.text("classify.unknown")
        if check.known.value is None
        else _measured(check.criterion, check.known.value, kind),
        gap=percent(check.gap, signed=True),
    )


def _measured(criterion: RuleCriterion, value: Fraction, kind: Kind) -> str:
    if criterion.criterion in IN_MONEY:
        return money(round(value), Kind(criterion.currency or kind.currency, None))
    return f"{number(Fraction(round(value, 1)))}{criterion.unit or ''}"
