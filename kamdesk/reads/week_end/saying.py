"""Values of any row as a person reads them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.own import own_zone
from kamdesk.exchange.out.shapes import Field, Shape, encode
from kamdesk.reads.week_end.called import account_of, called
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.merge import Json
from kamdesk.words import MissingWord, Words


def kind_of(table: str, words: Words) -> str:
    """What one row of the table is called; of a newer version's table its own name."""
    try:
        return words.text(f"week_end.one.{table}")
    except MissingWord:
        return words.choice("sheet.name", table)


def currency_of(connection: Connection, table: str, row: str) -> str | None:
    """In which currency the row's money is: its own, or that of the order that it is a line of."""
    fields = shapes()[table].fields
    if "currency" in fields:
        return plain.first(connection, f'SELECT currency FROM "{table}" WHERE id = ?', (row,))
    if "order_id" in fields:
        sql = f'SELECT o.currency FROM "{table}" r JOIN "order" o ON o.id = r.order_id WHERE r.id = ?'
        return plain.first(connection, sql, (row,))
    return None


class Saying:
    """``currency`` is that of the row whose values are said."""

    def __init__(self, connection: Connection, words: Words, currency: str | None) -> None:
        self._connection, self._words, self._currency = connection, words, currency

    def value(self, field: Field, value: Json) -> str:
        """Empty for nothing."""
        if value is None or value == "":
            return ""
        if field.link:
            name = called(self._connection, field.link, str(value), self._words)
            account = account_of(self._connection, field.link, str(value))
            if account and field.link not in ("account", "contact"):
                name = f"{called(self._connection, 'account', account, self._words)} {name}".strip()
            return name or self._words.text("week_end.not_here")
        try:
            out = encode(field, _typed(field, value), self._currency)
        except (TypeError, ValueError):
            return str(value)
        if field.shape is Shape.RATE and isinstance(out, Decimal | int):
            return f"{Decimal(out) * 100:f}".rstrip("0").rstrip(".") + "%"
        if field.shape is Shape.MONEY and isinstance(out, Decimal | int):
            return f"{out:,} {self._currency or ''}".strip()
        if field.shape is Shape.INSTANT:
            zone = ZoneInfo(own_zone(self._connection) or "UTC")
            return f"{datetime.fromisoformat(str(value)).astimezone(zone):%Y-%m-%d %H:%M}"
        return out.isoformat() if isinstance(out, date) else str(out)


def _typed(field: Field, value: Json) -> Any:
    if field.shape is Shape.DAY:
        return date.fromisoformat(str(value))
    if field.shape is Shape.INSTANT:
        return datetime.fromisoformat(str(value))
    if field.shape is Shape.FLAG:
        return bool(value)
    return value
