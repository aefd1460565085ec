"""What was sold before the line began, as the office's list has it: by account and month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kamdesk.domain.account import AccountStatus
from kamdesk.domain.trade import SalesHistory
from kamdesk.operations.demo.stock import month_share
from kamdesk.operations.demo.world import World


def write_sales(world: World) -> None:
    """Last year's sales, and this year's until the line began."""
    setting = world.setting
    until = min(setting.first, setting.today)
    with world.store.write("demo.sales", now=setting.now) as tx:
        for member in world.members:
            if member.part.level in ("group", "site") or member.part.status == AccountStatus.PROSPECT:
                continue
            dice = setting.dice("sales", member.part.number)
            growth = dice.uniform(0.85, 1.25)
            for begins, ends in _months(setting.today.year - 1, until):
                share = month_share(member, begins.month) * dice.uniform(0.8, 1.2)
                if begins.year == setting.today.year:
                    whole = _after(begins) - begins
                    share *= growth * ((ends - begins).days + 1) / whole.days
                tx.add(
                    SalesHistory(
                        id=tx.new_id(),
                        account_id=member.account_id,
                        first_day=begins,
                        last_day=ends,
                        amount=round(member.annual * share) * 100,
                        currency="CNY",
                        tax_included=True,
                    )
                )


def _months(year: int, until: date) -> Iterator[tuple[date, date]]:
    begins = date(year, 1, 1)
    while begins < until:
        yield begins, min(_after(begins), until) - timedelta(days=1)
        begins = _after(begins)


def _after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
