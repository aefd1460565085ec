"""The questions answered, for a page, a list or a command."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.domain.questions.answer import Answer
from kamdesk.domain.questions.table import Tally, answers_of_account, answers_of_book, tally
from kamdesk.domain.questions.view import AccountView
from kamdesk.reads.pace import uncollected
from kamdesk.reads.questions.known import read_book_rows
from kamdesk.reads.questions.scope import read_scope
from kamdesk.reads.questions.views import book_view, read_book_view, read_views


@dataclass(frozen=True, slots=True)
class Answered:
    """How the questions of one unit (or of the book, ``unit`` None) stand; the tally leaves out what is secret.

    ``called`` is the unit's name where the questions were asked of one account.
    """

    unit: str | None
    answers: tuple[Answer, ...]
    called: str = ""

    @property
    def tally(self) -> Tally:
        return tally(self.answers)


def account_answers(
    store: Store, *, account_id: str, today: date, informants: tuple[Any, ...] | None = None
) -> Answered:
    """The thirty questions of the unit that an account belongs to.

    ``informants`` are what `reads.confidential.informants` gave to a rep who has unlocked them; without them H9 is
    locked, whether there is one or not. Raises NotFound for an account that is not in the book.
    """
    with store.read() as connection:
        unit = read_scope(connection, only=(account_id,)).unit(account_id)
        if unit is None:
            raise NotFound("row_missing", kind="Account", id=account_id)
        unlocked = None if informants is None else {unit: informants}
        (view,), _ = read_views(connection, today=today, only=(account_id,), informants=unlocked)
        called = connection.scalar(select(t.account.c.name).where(t.account.c.id == unit)) or ""
    return Answered(unit, answers_of_account(view), called)


def book_answers(store: Store, *, today: date) -> Answered:
    """The fifteen questions asked once of the book."""
    with uncollected(), store.read() as connection:
        return Answered(None, answers_of_book(read_book_view(connection, today=today)))


@dataclass(frozen=True, slots=True)
class AllAnswers:
    """The answers of the book and of every unit, by its id."""

    book: Answered
    units: Mapping[str, Answered]


def all_answers(
    store: Store, *, today: date, pace: Callable[[Iterable[AccountView]], Iterable[AccountView]] = iter
) -> AllAnswers:
    """Every answer there is. The window hands in `reads.pace.gently`, so that it can paint meanwhile."""
    with uncollected():
        with store.read() as connection:
            rows = read_book_rows(connection)
            views, sales = read_views(connection, today=today, rows=rows)
            book = book_view(connection, today=today, rows=rows, units=views, sales=sales)
        return AllAnswers(
            Answered(None, answers_of_book(book)),
            {view.id: Answered(view.id, answers_of_account(view)) for view in pace(views)},
        )


def unit_answers(store: Store, *, accounts: Collection[str], today: date) -> Mapping[str, Answered]:
    """The answers of these accounts' units alone, by the unit's id: what is asked for after a change."""
    with store.read() as connection:
        views, _ = read_views(connection, today=today, only=accounts)
    return {view.id: Answered(view.id, answers_of_account(view)) for view in views}
