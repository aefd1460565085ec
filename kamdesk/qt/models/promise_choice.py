"""Which promises are shown: their group, what is typed, a cause, an account, when they were made or are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kamdesk.domain.month_meant import in_month, month_meant
from kamdesk.domain.promises_kept import NOT_AS_GIVEN, Standing

if TYPE_CHECKING:
    from kamdesk.domain.facts import Period
    from kamdesk.reads.promises import PromiseRow

ALL = "all"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the table is narrowed to. ``cause``: ('',) for promises without one, () for any.

    ``when``: ``made`` or ``due``, and the days between which that must lie.
    """

    view: str = Standing.OVERDUE
    text: str = ""
    causes: tuple[str, ...] = ()
    account_id: str = ""
    first: date = date.min
    last: date = date.max
    when: tuple[str, Period] | None = None


def fitting(
    order: Sequence[int], rows: Sequence[PromiseRow], hay: Sequence[str], choice: Choice
) -> list[int]:
    """The places of the rows that are chosen, in ``order``; ``hay`` is what is found in each by typing."""
    found = list(order)
    if choice.view != ALL:
        found = [n for n in found if rows[n].standing == choice.view]
    if choice.account_id:
        found = [n for n in found if rows[n].account_id == choice.account_id]
    if choice.causes:
        found = [n for n in found if _fell(rows[n], choice)]
    if choice.when is not None:
        which, days = choice.when
        found = [n for n in found if (rows[n].made_on if which == "made" else rows[n].due_on) in days]
    for word in choice.text.casefold().split():
        month = month_meant(word)
        found = [n for n in found if word in hay[n] or (month and _touches(rows[n], month))]
    return found


def _touches(row: PromiseRow, month: tuple[int | None, int]) -> bool:
    """Whether it was promised or is due in the month."""
    return in_month(row.made_on, month) or in_month(row.due_on, month)


def _fell(row: PromiseRow, choice: Choice) -> bool:
    """Whether a promise of the period was not kept as given, for one of the causes."""
    day = row.due_on or row.settled_on or row.made_on
    return (
        row.state in NOT_AS_GIVEN
        and choice.first <= day <= choice.last
        and (row.cause or "") in choice.causes
    )
