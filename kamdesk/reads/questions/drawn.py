"""The line between key and ordinary accounts with every account held against it: the judgement of `reads.classing`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from kamdesk.domain.classing.rule import NEAR_PERCENT, Known, exempt_by_unit
from kamdesk.domain.questions.view import Drawn
from kamdesk.reads.classing.classified import judge_all
from kamdesk.reads.classing.portfolio import read_portfolio
from kamdesk.reads.classing.rule import read_exempts, read_known, read_rule
from kamdesk.reads.classing.worth import potentials
from kamdesk.reads.selling import SalesBook


def read_drawn(
    connection: Connection, sales: SalesBook, today: date
) -> tuple[Drawn | None, Mapping[str, Known]]:
    """The line where somebody confirmed one, and what each account could buy in a year; without a line neither."""
    card = read_rule(connection, today)
    if card is None or card.confirmed_on is None:
        return None, {}
    portfolio = read_portfolio(connection, today=today, sales=sales)
    exempts = exempt_by_unit(read_exempts(connection, portfolio.tree.of), today)
    known = read_known(connection, portfolio, card.rule.criteria)
    line = next((each for each in card.rule.criteria if each.currency), None)
    drawn = Drawn(
        card.rule,
        card.set_by,
        card.set_on,
        card.confirmed_by,
        card.confirmed_on,
        judge_all(card.rule, known, exempts, NEAR_PERCENT),
    )
    return drawn, potentials(connection, portfolio, line.currency if line else None)
