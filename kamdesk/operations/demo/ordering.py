"""Orders with their lines, and when they are shipped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kamdesk.domain.trade import Order, OrderLine
from kamdesk.operations.demo.lists import Good
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.stock import URGENT_WEEKS, order_for
from kamdesk.operations.demo.world import World

DISCOUNTS = {"A": (300, 400, 500), "B": (0, 100, 200), "C": (0,)}


def place_order(
    world: World,
    member: Member,
    ordered: Sequence[tuple[Good, int]],
    day: date,
    moment: datetime,
    *,
    visit_id: str | None,
) -> None:
    """Writes an order down; it ships within days and lies in the customer's store a day later."""
    dice = world.setting.dice("order", member.part.number, day)
    ships = shipping_day(day, dice.choices((1, 2, 3, 6), (45, 35, 15, 5))[0])
    world.numbers[day] += 1
    discount = dice.choice(DISCOUNTS[member.part.value_class or "C"])
    with world.store.write("demo.order", now=moment) as tx:
        order = Order(
            id=tx.new_id(),
            account_id=member.account_id,
            ordered_on=day,
            number=f"XS{day:%y%m%d}{world.numbers[day]:02d}",
            visit_id=visit_id,
            required_on=shipping_day(day, dice.randint(2, 4)),
            currency="CNY",
            tax_included=True,
        )
        tx.add(order)
        for rank, (good, count) in enumerate(ordered):
            tx.add(
                OrderLine(
                    id=tx.new_id(),
                    order_id=order.id,
                    product_id=world.goods[good.code],
                    quantity=count * 1000,
                    unit=good.units[world.setting.language],
                    price=good.price,
                    discount=discount,
                    rank=rank,
                )
            )
    for shelf in world.shelves[member]:
        count = sum(count for good, count in ordered if good is shelf.good)
        if count:
            shelf.coming.append((ships + timedelta(days=1), count))
    world.to_ship[ships].append(order.id)


def shipping_day(day: date, workdays: int) -> date:
    """``workdays`` days later, Sundays not counted."""
    while workdays:
        day += timedelta(days=1)
        workdays -= day.weekday() != 6
    return day


def ship(world: World, day: date, moment: datetime) -> None:
    """What leaves our store on ``day``."""
    ids = world.to_ship.pop(day, [])
    if ids:
        with world.store.write("demo.shipped", now=moment) as tx:
            for order_id in ids:
                tx.get(Order, order_id).shipped_on = day


def order_by_phone(world: World, member: Member, day: date, moment: datetime) -> None:
    """An order without a visit, where the stock would not last until the rep comes."""
    if member in world.gone:
        return
    dice = world.setting.dice("by phone", member.part.number, day)
    shelves = world.shelves[member]
    for shelf in shelves:
        shelf.advance(day, dice)
    if shelves and min(shelf.weeks_left(day) for shelf in shelves) < URGENT_WEEKS:
        place_order(world, member, order_for(shelves, day, dice, weeks=1)[:2], day, moment, visit_id=None)
