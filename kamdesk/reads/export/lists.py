"""Lists as people send them: one table with names instead of ids, its columns called as an import calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row

from kamdesk.domain.people import holds
from kamdesk.domain.schedule import monday_of, week_text
from kamdesk.domain.walltime import clock_text
from kamdesk.exchange.out.shapes import Field, Out, Shape, encode
from kamdesk.reads.days import Holidays
from kamdesk.reads.export.list_shape import OF_REPORT, TABLES, BookList, ListColumn, list_columns, list_title
from kamdesk.reads.export.rows import Names, Rows, currency_of, read_rows
from kamdesk.reads.export.shape import sheet_shape
from kamdesk.reads.export.spoken import birthday_text, phones_text
from kamdesk.reads.line import read_week_line
from kamdesk.words import Words

Value = Callable[[Row[Any]], Out]


def read_list(
    connection: Connection, kind: str, *, words: Words, today: date, monday: date | None = None
) -> BookList:
    """A list of everything of a kind that is in force, of visits perhaps those of the week from ``monday`` alone.

    What is confidential is in no list.
    """
    rows = read_rows(connection)
    table, _ = TABLES[kind]
    gather = _Gather(rows, Names(rows, words), words, today)
    columns = list_columns(kind, words)
    values = [gather.value(table, column.name) for column in columns]
    chosen = list(_in_force(rows, table))
    if monday is not None:
        chosen = [row for row in chosen if monday_of(row.planned_date) == monday]
    if kind == "visits":
        chosen.sort(key=lambda row: (row.planned_date, row.planned_start or 0, row.id))
    if kind == "contacts":
        made = [line for row in chosen for line in gather.posts(row, values)]
    else:
        made = [tuple(value(row) for value in values) for row in chosen]
    return BookList(kind, list_title(kind, words), columns, made)


def week_list(
    connection: Connection, *, monday: date, words: Words, now: datetime, holidays: Holidays
) -> BookList:
    """The stops of one week in order; those cancelled or moved away are no stops any more."""
    line = read_week_line(connection, monday=monday, now=now, holidays=holidays)
    heads = ("date", "weekday", "time", "minutes", "account", "city", "address", "state", "objective")
    shapes = {"date": Shape.DAY, "minutes": Shape.NUMBER}
    columns = (
        ListColumn(f"+{head}", words.text(f"list.{head}"), shapes.get(head, Shape.TEXT)) for head in heads
    )
    rows: list[tuple[Out, ...]] = [
        (
            stop.date,
            words.text(f"weekday.{stop.date.weekday()}"),
            None if stop.start is None else clock_text(stop.start),
            stop.minutes,
            stop.account.name,
            stop.account.city,
            stop.account.address,
            words.choice("visit.state", stop.state),
            stop.objective,
        )
        for stop in line.stops
        if stop.stands
    ]
    return BookList("line", words.text("list.week", week=week_text(monday)), tuple(columns), rows)


def _in_force(rows: Rows, table: str) -> Iterator[Row[Any]]:
    """The rows that stand, of accounts that stand."""
    accounts = rows["account"]
    for row in rows[table].values():
        account = accounts.get(getattr(row, "account_id", None) or "")
        gone = account is not None and account.deleted_at is not None
        if row.deleted_at is None and not gone and not getattr(row, "merged_into", None):
            yield row


class _Gather:
    """What stands in a list beside a row's own fields."""

    def __init__(self, rows: Rows, names: Names, words: Words, today: date) -> None:
        self._rows, self._names, self._words, self._today = rows, names, words, today
        self._children: dict[tuple[str, str], dict[str, list[Row[Any]]]] = {}
        self._post: Row[Any] | None = None

    def posts(self, person: Row[Any], values: Sequence[Value]) -> Iterator[tuple[Out, ...]]:
        """One line for each post that the person holds today, one for a person without any."""
        posts = [
            post
            for post in self._of("contact_post", "contact_id", person.id)
            if holds(post.since, post.until, self._today)
        ]
        for self._post in posts or [None]:
            yield tuple(value(person) for value in values)

    def value(self, table: str, name: str) -> Value:
        """How a column's value is found."""
        if name.startswith("+"):
            if name[1:] in OF_REPORT:
                return partial(self._report, name=name[1:])
            return getattr(self, f"_{name[1:]}")
        field = sheet_shape(table, self._words).field(name)
        if field.link:
            return lambda row: self._names.of(field.link, getattr(row, name))
        return lambda row: self._encoded(field, row)

    def _encoded(self, field: Field, row: Row[Any]) -> Out:
        value = encode(field, getattr(row, field.name), currency_of(self._rows, row))
        return value.removeprefix("#") if field.shape is Shape.CHOICE and isinstance(value, str) else value

    def _of(self, table: str, column: str, row_id: str) -> list[Row[Any]]:
        """The rows of ``table`` in force that belong to a row, by rank."""
        key = table, column
        if key not in self._children:
            found = self._children[key] = defaultdict(list)
            for row in self._rows[table].values():
                if row.deleted_at is None:
                    found[getattr(row, column)].append(row)
            for many in found.values():
                many.sort(key=lambda row: (getattr(row, "rank", 0), row.id))
        return self._children[key].get(row_id, [])

    # accounts and people

    def _code(self, row: Row[Any]) -> Out:
        return next((code.code for code in self._of("account_code", "account_id", row.id)), None)

    def _class(self, row: Row[Any]) -> Out:
        return row.value_class

    def _tag(self, row: Row[Any]) -> Out:
        return "、".join(tag.tag for tag in self._of("account_tag", "account_id", row.id)) or None

    def _numbers(self, row: Row[Any], *kinds: str, others: bool = False) -> Out:
        table, column = ("account_phone", "account_id")
        if hasattr(row, "birth_leap"):
            table, column = ("contact_phone", "contact_id")
        phones = self._of(table, column, row.id)
        return phones_text((p for p in phones if (p.kind in kinds) != others), self._words) or None

    def _mobile(self, row: Row[Any]) -> Out:
        return self._numbers(row, "mobile")

    def _fax(self, row: Row[Any]) -> Out:
        return self._numbers(row, "fax")

    def _phone(self, row: Row[Any]) -> Out:
        return self._numbers(row, "mobile", "fax", others=True)

    _company_phone = _phone

    def _account(self, row: Row[Any]) -> Out:
        return self._names.of("account", self._post.account_id) if self._post is not None else None

    def _person(self, row: Row[Any]) -> Out:
        return row.name

    def _title(self, row: Row[Any]) -> Out:
        return self._post.title if self._post is not None else None

    def _department(self, row: Row[Any]) -> Out:
        return self._post.department if self._post is not None else None

    def _birthday(self, row: Row[Any]) -> Out:
        return birthday_text(row, self._words)

    # visits and the line

    def _companions(self, row: Row[Any]) -> Out:
        return "、".join(each.name for each in self._of("visit_companion", "visit_id", row.id)) or None

    def _report(self, row: Row[Any], name: str) -> Out:
        reports = self._of("visit_report", "visit_id", row.id)
        field = sheet_shape("visit_report", self._words).field(name)
        return self._encoded(field, reports[0]) if reports else None

    def _met(self, row: Row[Any]) -> Out:
        reports = self._of("visit_report", "visit_id", row.id)
        met = self._of("report_met", "report_id", reports[0].id) if reports else []
        return "、".join(self._names.of("contact", each.contact_id) for each in met) or None

    def _rhythm(self, row: Row[Any]) -> Out:
        weekly = row.every_weeks == 1
        return self._words.text("rhythm.weekly" if weekly else "rhythm.every", n=row.every_weeks)

    def _city(self, row: Row[Any]) -> Out:
        return self._rows["account"][row.account_id].city

    def _address(self, row: Row[Any]) -> Out:
        return self._rows["account"][row.account_id].address

    # trade

    def _product_code(self, row: Row[Any]) -> Out:
        return self._rows["product"][row.product_id].code

    def _order_account(self, row: Row[Any]) -> Out:
        return self._names.of("account", self._rows["order"][row.order_id].account_id)

    def _ordered_on(self, row: Row[Any]) -> Out:
        return self._rows["order"][row.order_id].ordered_on

    def _order_currency(self, row: Row[Any]) -> Out:
        return self._rows["order"][row.order_id].currency
