"""What the office's lists say at the end of the demo: debt, payments, goods on their way, shares, prices."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.db.store import Transaction
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.debt import Payment, Receivable
from kamdesk.domain.supply import ListedStock, ProductPrice, SupplyShare, Transit
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.world import World

NAMES = {
    "zh": ("应收账龄", "回款", "在途", "供货份额", "价目表", "库存", "我司", "电汇"),
    "en": ("ageing", "payments", "in transit", "shares", "price list", "stock", "us", "bank transfer"),
}
LATE, OLD = 0.3, 45
LEVELS = {"A": 0.95, "B": 0.98, "C": 1.0}


def write_lists(world: World) -> None:
    """As if the office had sent its lists on the last Friday before the demo ends."""
    setting = world.setting
    day = setting.today - timedelta(days=(setting.today.weekday() + 3) % 7 or 7)
    names = NAMES[setting.language]
    with world.store.write("demo.lists", now=setting.now) as tx:
        for member in world.members:
            if member.part.level in ("group", "site") or member.part.status != AccountStatus.ACTIVE:
                continue
            _debt(world, tx, member, day, names)
            _goods(world, tx, member, day, names)
        for good in {
            shelf.good.code: shelf.good for shelves in world.shelves.values() for shelf in shelves
        }.values():
            for level, factor in LEVELS.items():
                tx.add(
                    ProductPrice(
                        id=tx.new_id(),
                        product_id=world.goods[good.code],
                        amount=round(good.price * factor),
                        level=level,
                        currency="CNY",
                        tax_included=True,
                        unit=good.units[setting.language],
                        first_day=date(day.year, 1, 1),
                        source=f"{names[4]} {day.year}.xlsx",
                    )
                )


def _debt(world: World, tx: Transaction, member: Member, day: date, names: tuple[str, ...]) -> None:
    dice = world.setting.dice("owing", member.part.number)
    month = max(member.annual / 12, 1)
    before, owed = round(month * dice.uniform(0.8, 2.2)), round(month * dice.uniform(0.5, 2))
    late = round(owed * dice.uniform(0.1, 0.6)) if dice.random() < LATE else 0
    for as_of, amount, overdue in ((day - timedelta(days=28), before, 0), (day, owed, late)):
        tx.add(
            Receivable(
                id=tx.new_id(),
                account_id=member.account_id,
                open_amount=amount * 100,
                overdue_amount=overdue * 100,
                as_of=as_of,
                currency="CNY",
                source=f"{names[0]} {as_of:%Y-%m-%d}.xlsx",
            )
        )
    for days in (dice.randint(3, 12), dice.randint(20, OLD)):
        tx.add(
            Payment(
                id=tx.new_id(),
                account_id=member.account_id,
                paid_on=day - timedelta(days=days),
                amount=int(round(month * dice.uniform(0.4, 1.2), -2)) * 100 if month > 100 else 10_000,
                currency="CNY",
                method=names[7],
                source=f"{names[1]} {day:%Y-%m}.xlsx",
            )
        )


def _goods(world: World, tx: Transaction, member: Member, day: date, names: tuple[str, ...]) -> None:
    setting = world.setting
    dice = setting.dice("lists", member.part.number)
    shelves = world.shelves[member]
    if not shelves:
        return
    language = setting.language
    shelf = dice.choice(shelves)
    if dice.random() < LATE:
        tx.add(
            Transit(
                id=tx.new_id(),
                account_id=member.account_id,
                product_id=world.goods[shelf.good.code],
                quantity=shelf.good.pack * dice.randint(2, 8) * 1_000,
                unit=shelf.good.units[language],
                number=f"FH{setting.today:%y%m%d}{member.part.number:02d}",
                shipped_on=setting.today - timedelta(days=1),
                expected_on=setting.today + timedelta(days=dice.randint(1, 3)),
                source=f"{names[2]} {setting.today:%m-%d}.xlsx",
            )
        )
    if dice.random() < LATE:
        tx.add(
            ListedStock(
                id=tx.new_id(),
                account_id=member.account_id,
                product_id=world.goods[shelf.good.code],
                quantity=max(round(shelf.units), 0) * 1_000,
                unit=shelf.good.units[language],
                counted_on=day,
                source=f"{names[5]} {day:%m-%d}.xlsx",
            )
        )
    rival = dice.choice(world.rivals)
    ours = dice.randrange(2_500, 7_500, 500)
    for supplier, share, own in ((names[6], ours, True), (rival, 10_000 - ours, False)):
        tx.add(
            SupplyShare(
                id=tx.new_id(),
                account_id=member.account_id,
                supplier=supplier,
                share=share,
                ours=own,
                as_of=date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
                source=f"{names[3]} {day.year}.xlsx",
            )
        )
