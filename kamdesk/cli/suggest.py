"""The suggested order of an account."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.cli.documents import account_meant
from kamdesk.cli.giving import DASH, number, percent, quantity, table, units
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.domain.restock.sell_through import Interval
    from kamdesk.domain.restock.suggest import Plan, Seasons, Suggestion
    from kamdesk.reads.restock.suggested import SuggestedLine, SuggestedOrder


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    order = command("order")
    order.add_argument("--account", required=True, metavar="NAME|ID", help=words.text("cli.help.account"))
    order.add_argument("--json", action="store_true", help=words.text("cli.help.json"))
    order.set_defaults(carry_out=give_order)


def give_order(context: Context) -> int:
    """What the account should order, with every figure that it is reckoned from."""
    from kamdesk.reads.restock.suggested import suggested_order

    now = context.book_now()
    order = suggested_order(context.store(), account_id=account_meant(context), now=now)
    if context.options.json:
        context.give(
            {
                "account": {"id": order.account_id, "name": order.account},
                "date": order.today.isoformat(),
                "formula": context.words.text("suggest.formula"),
                "lines": [_line(each) for each in order.lines],
                "sites": [{"id": site, "name": name} for site, name in order.sites],
            }
        )
        return 0
    words = context.words
    context.say("suggest.head", account=order.account, day=order.today)
    if not order.lines:
        context.say("suggest.none")
        _say_sites(context, order)
        return 0
    print(_plan_text(order.lines[0].suggestion, words))
    rows = [tuple(words.text(f"suggest.column.{name}") for name in ("product", "quantity", "basis"))]
    rows += [_row(each, words) for each in order.lines]
    for line in table(rows, right=(1,)):
        print(line)
    context.say("suggest.formula")
    _say_sites(context, order)
    return 0


def _say_sites(context: Context, order: SuggestedOrder) -> None:
    if order.sites:
        context.say("suggest.sites")
    for site, name in order.sites:
        print(f"  {site}  {name}")


def _plan_text(suggestion: Suggestion, words: Words) -> str:
    plan, seasons = suggestion.plan, suggestion.seasons
    season = words.text(f"suggest.season.{seasons.told_by}" if seasons.sure else "suggest.season.unsure")
    return words.text(
        "suggest.plan",
        lead=f"{float(plan.lead):.1f}",
        lead_from=words.text(f"suggest.from.{plan.lead_from}"),
        cover=f"{float(plan.cover):.1f}",
        cover_from=words.text(f"suggest.from.{plan.cover_from}"),
        season=season,
    )


def _row(line: SuggestedLine, words: Words) -> tuple[str, str, str]:
    told = line.suggestion
    if told.blank is not None or told.basis is None or told.rate is None:
        return line.product.name, DASH, words.choice("suggest.blank", told.blank)
    stock = quantity(told.stock)
    if told.stock_on is not None:
        stock = words.text("suggest.counted", stock=stock, day=f"{told.stock_on:%m-%d}")
    basis = [
        words.choice("suggest.basis", told.basis),
        words.text(
            "suggest.line",
            weekly=quantity(told.rate.weekly),
            stock=stock,
            coming=quantity(told.coming),
            season=f"{float(told.season):.2f}",
        ),
    ]
    if told.rate.trend is not None:
        basis.append(words.text("suggest.trend", trend=percent(told.rate.trend, signed=True)))
    basis += [
        words.choice("suggest.note", note) for note in told.notes if note not in ("estimate", "season_unsure")
    ]
    return line.product.name, quantity(told.quantity, told.unit), " · ".join(basis)


def _line(line: SuggestedLine) -> dict[str, Any]:
    told, rate = line.suggestion, line.suggestion.rate
    return {
        "product": {"id": line.product.id, "name": line.product.name, "code": line.product.code},
        "quantity": units(told.quantity),
        "unit": told.unit,
        "blank": told.blank,
        "basis": told.basis,
        "estimate": told.estimate,
        "notes": list(told.notes),
        "weekly": units(rate.weekly) if rate else None,
        "measured": {
            "sold": units(rate.sold),
            "days": rate.days,
            "first": rate.first.isoformat(),
            "last": rate.last.isoformat(),
            "trend": number(rate.trend),
        }
        if rate
        else None,
        **_weeks(told.plan, told.seasons),
        "season": number(told.season),
        "need": units(told.need),
        "stock": units(told.stock),
        "stock_on": told.stock_on.isoformat() if told.stock_on else None,
        "in_transit": units(told.coming),
        "pack": told.pack,
        "counts": [_interval(each) for each in told.intervals],
        "evidence": list(told.sources),
    }


def _weeks(plan: Plan, seasons: Seasons) -> dict[str, Any]:
    return {
        "lead_weeks": number(plan.lead),
        "lead_from": plan.lead_from,
        "cover_weeks": number(plan.cover),
        "cover_from": plan.cover_from,
        "season_from": seasons.told_by if seasons.sure else None,
    }


def _interval(told: Interval) -> dict[str, Any]:
    return {
        "first": told.first.isoformat(),
        "last": told.last.isoformat(),
        "previous": units(told.before),
        "received": units(told.received),
        "counted": units(told.counted),
        "sell_through": units(told.sold),
        "flagged": told.flagged,
    }
