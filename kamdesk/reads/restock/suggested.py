"""The suggested order of an account: every product with its figures, or the reason why there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from sqlalchemy import Connection, Text, func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.restock.suggest import Plan, Seasons, Suggestion, suggest
from kamdesk.domain.selling.cycle import median
from kamdesk.domain.selling.facts import Kind, Sale, by_kind, months_of
from kamdesk.domain.selling.trend import Season, season
from kamdesk.domain.walltime import local_day
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.due import slots_in_force
from kamdesk.reads.rep import read_rep
from kamdesk.reads.restock.goods import ON_THE_WAY, YEAR, Named, read_goods
from kamdesk.reads.restock.settings import Settings, read_settings
from kamdesk.reads.selling import read_sales

USUAL_LEAD, USUAL_COVER = Fraction(1), Fraction(2)
DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class SuggestedLine:
    product: Named
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class SuggestedOrder:
    """What ``account`` should order on ``today``; ``lines`` by product's name.

    Each site has a stock of its own and orders for itself: ``sites`` are the (id, name) of those right below.
    """

    account_id: str
    account: str
    today: date
    lines: tuple[SuggestedLine, ...]
    sites: tuple[tuple[str, str], ...] = ()


def suggested_order(store: Store, *, account_id: str, now: datetime) -> SuggestedOrder:
    """The order that the rep proposes to the customer now."""
    with store.read() as connection:
        return read_suggested_order(connection, account_id, local_day(now, read_rep(connection).zone))


def read_suggested_order(connection: Connection, account_id: str, today: date) -> SuggestedOrder:
    """The same within a read that is under way."""
    aliases = read_aliases(connection)
    shown = aliases.of(account_id)
    ids = aliases.ids(shown)
    plan = read_plan(connection, ids, today)
    seasons = read_seasons(connection, ids, today)
    name = connection.scalar(select(t.account.c.name).where(t.account.c.id == shown)) or ""
    set_by_rep = read_settings(connection, ids, today)
    lines = [
        SuggestedLine(
            named,
            suggest(good, _plan(set_by_rep, plan, named.id), _seasons(set_by_rep, seasons, named.id), today),
        )
        for named, good in read_goods(connection, ids, today)
    ]
    a = t.account.c
    below = connection.execute(
        select(a.id, a.name)
        .where(a.parent_id.in_(ids), a.deleted_at.is_(None), a.merged_into.is_(None))
        .order_by(a.name, a.id)
    )
    return SuggestedOrder(shown, name, today, tuple(lines), tuple((row.id, row.name) for row in below))


def _plan(settings: Settings, usual: Plan, product_id: str) -> Plan:
    lead, cover = settings.lead(product_id), settings.cover(product_id)
    return Plan(
        usual.lead if lead is None else lead,
        usual.cover if cover is None else cover,
        usual.lead_from if lead is None else "setting",
        usual.cover_from if cover is None else "setting",
    )


def _seasons(settings: Settings, usual: Seasons, product_id: str) -> Seasons:
    index = settings.season(product_id)
    return Seasons(index, True, "setting") if index else usual


def read_plan(connection: Connection, ids: Collection[str], today: date) -> Plan:
    """Lead: the median of days from order to arrival, over a year's deliveries, else over the orders shipped. Cover:
    weeks between fixed visits.
    """
    o, d = t.order.c, t.delivery.c
    arrived = connection.execute(
        select(o.ordered_on, d.arrived_on)
        .join_from(t.delivery, t.order, d.order_id == o.id)
        .where(d.account_id.in_(ids), d.deleted_at.is_(None), o.deleted_at.is_(None))
        .where(d.arrived_on >= o.ordered_on, d.arrived_on <= today, o.ordered_on >= today - YEAR)
    )
    delivered = [(row.arrived_on - row.ordered_on).days for row in arrived]
    rows = connection.execute(
        select(o.ordered_on, o.shipped_on).where(
            o.account_id.in_(ids),
            o.deleted_at.is_(None),
            o.shipped_on >= o.ordered_on,
            o.ordered_on >= today - YEAR,
            o.ordered_on <= today,
        )
    )
    days = delivered or [(row.shipped_on + ON_THE_WAY - row.ordered_on).days for row in rows]
    lead_from = "deliveries" if delivered else "orders" if days else "usual"
    lead = median(days) / DAYS_A_WEEK if days else USUAL_LEAD
    visits = [
        Fraction(1, slot.every_weeks)
        for slot in slots_in_force(connection, today, today).values()
        if slot.account_id in ids
    ]
    cover = 1 / sum(visits, Fraction(0)) if visits else USUAL_COVER
    return Plan(lead, cover, lead_from, "rhythm" if visits else "usual")


def read_seasons(connection: Connection, ids: Collection[str], today: date) -> Seasons:
    """The account's own season where two years of it are known, else that of all the book sells; a season of one year
    is told and not used.
    """
    own = _season(connection, today, ids)
    if own.sure:
        return Seasons(own.index, True, "account")
    of_all = season_of_all(connection, today)
    if of_all.sure:
        return Seasons(of_all.index, True, "book")
    told = own if own.index else of_all
    return Seasons(told.index, False, ("account" if told is own else "book") if told.index else None)


def season_of_all(connection: Connection, today: date) -> Season:
    """The season of all that the book sells in the money of most orders.

    Accounts of which no list tells are added up by month in the database, each line to the nearest minor unit; the
    others are read whole, since what a list tells of is not to be counted twice.
    """
    o, line, sale = t.order.c, t.order_line.c, t.sales_history.c
    listed = set(connection.scalars(select(sale.account_id).where(sale.deleted_at.is_(None)).distinct()))
    month = func.substr(o.ordered_on, 1, 7, type_=Text)
    amount = func.round(line.quantity * 1.0 * line.price * (10_000 - line.discount) / 10_000_000)
    mine = (o.deleted_at.is_(None), o.ordered_on <= today, o.account_id.not_in(listed))
    head = (o.currency, o.tax_included, month)
    priced = (line.deleted_at.is_(None), line.price.is_not(None))
    by_line = (
        select(*head, func.sum(amount), func.count(), func.min(o.ordered_on))
        .join_from(t.order_line, t.order, line.order_id == o.id)
        .where(*mine, *priced)
    )
    by_order = select(*head, func.sum(o.amount), func.count(), func.min(o.ordered_on)).where(
        *mine, o.amount.is_not(None), o.id.not_in(select(line.order_id).where(*priced))
    )
    rows = [row for chosen in (by_line, by_order) for row in connection.execute(chosen.group_by(*head))]
    sales = list(read_sales(connection, today=today, only=listed).sales) if listed else []
    lines = Counter(each.kind for each in sales)
    for currency, tax, named, worth, count, first in rows:
        whole = Sale("", named, first, first, Kind(currency, tax), round(worth))
        sales.append(whole)
        lines[whole.kind] += count
    if not lines:
        return season({}, (), today, None)
    kind = max(sorted(lines, key=str), key=lambda each: lines[each])
    of_kind = [each for each in sales if each.kind == kind]
    return season(*months_of(of_kind), today, min((each.first for each in sales), default=None))


def _season(connection: Connection, today: date, only: Collection[str] | None) -> Season:
    book = read_sales(connection, today=today, only=only)
    sales = next(iter(by_kind(book.sales).values()), ())
    return season(*months_of(sales), today, book.known_from)
