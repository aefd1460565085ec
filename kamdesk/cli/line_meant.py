"""What the arguments of `kamdesk line` mean in the book: days, accounts, visits, the times that are asked for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kamdesk.cli.context import Context
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.schedule import monday_of

if TYPE_CHECKING:
    from kamdesk.domain.rhythm import Rank
    from kamdesk.planning.problem import Window
    from kamdesk.reads.line_problem import BookProblem, Roads, Wanted


def day_meant(text: str) -> date:
    """A day as ISO writes it. Raises RuleError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RuleError("plan_day", text=text) from None


def on_day(context: Context) -> date:
    """From when on changes hold: the day of `--on`, else the Monday after now."""
    if context.options.on is not None:
        return day_meant(context.options.on)
    return monday_of(context.book_now().date()) + timedelta(weeks=1)


def roads_meant(context: Context) -> Roads | None:
    """The ways that the file of `--ways` tells, then those that the rep has driven. Raises InputError."""
    from kamdesk.reads.line_roads import known_roads
    from kamdesk.reads.line_ways import told_ways

    store = context.store()
    told = None if context.options.ways is None else told_ways(store, context.options.ways)
    own = not context.options.estimate
    return known_roads(store, on=context.book_now().date(), own=own, told=told)


def waiting(context: Context) -> list[Wanted]:
    """The active accounts without a slot, as often as is said, else as their rank has it."""
    from kamdesk.domain.rhythm import Rank
    from kamdesk.reads.line_wanted import waiting as who_waits

    said = often_meant(context)
    chosen = dict.fromkeys(Rank, said) if isinstance(said, int) else said
    return list(who_waits(context.store(), on=on_day(context), chosen=chosen, minutes=_minutes(context)))


def wanted_of(context: Context, name: str) -> Wanted:
    """The account that somebody named."""
    from kamdesk.cli.documents import account_meant
    from kamdesk.domain.rhythm import rank_of
    from kamdesk.reads.accounts import account_list
    from kamdesk.reads.line_problem import Wanted
    from kamdesk.reads.line_wanted import usual_rhythms

    context.options.account = name
    account_id = account_meant(context)
    ranks = {row.id: rank_of(row.value_class, row.is_key) for row in account_list(context.store())}
    said, rank = often_meant(context), ranks[account_id]
    every = said if isinstance(said, int) else said.get(rank)
    every = every or usual_rhythms(context.store(), on=on_day(context)).every(rank)
    return Wanted(account_id, _minutes(context), every)


def often_meant(context: Context) -> int | dict[Rank, int]:
    """What `--every` says: of all, or of each rank that it names. Raises RuleError."""
    from kamdesk.domain.rhythm import Rank, parts
    from kamdesk.reads.rep import rep_card

    said = context.options.every
    if said is None:
        return {}
    cycle = rep_card(context.store()).cycle_weeks

    def weeks(text: str) -> int:
        if not text.strip().isdecimal():
            raise RuleError("plan_often", text=said)
        if int(text) not in parts(cycle):
            raise RuleError("slot_rhythm", weeks=int(text), cycle=cycle)
        return int(text)

    if "=" not in said:
        return weeks(said)
    ranks = {rank.value.casefold(): rank for rank in Rank}
    found: dict[Rank, int] = {}
    for part in said.split(","):
        name, _, number = part.partition("=")
        rank = ranks.get(name.strip().casefold())
        if rank is None:
            raise RuleError("plan_often", text=said)
        found[rank] = weeks(number)
    return found


def _minutes(context: Context) -> int:
    from kamdesk.reads.line_wanted import MINUTES

    minutes = MINUTES if context.options.minutes is None else int(context.options.minutes)
    if not 1 <= minutes <= 1440:
        raise RuleError("slot_minutes", minutes=minutes)
    return minutes


def slot_meant(context: Context, book: BookProblem) -> str:
    """The visit that `--account` names: a slot's id, or an account that has one visit alone."""
    from kamdesk.cli.documents import account_meant

    if book.last_of(context.options.account) in book.slots:
        return book.last_of(context.options.account)
    account_id = account_meant(context)
    found = [
        stop for stop, account in book.accounts.items() if account.id == account_id and stop in book.slots
    ]
    if not found:
        raise NotFound("plan_no_slot", name=context.options.account)
    if len(found) > 1:
        raise RuleError(
            "plan_several_slots", name=context.options.account, listed="\n".join(f"  {s}" for s in found)
        )
    return found[0]


def wished_windows(context: Context, book: BookProblem) -> tuple[Window, ...]:
    """The times that the customer asks for; none where nothing is asked. Raises RuleError where nobody works then."""
    from kamdesk.reads.line_move import asked_windows

    options = context.options
    asked = options.weekday, minute_of(options.begins), minute_of(options.ends)
    found = asked_windows(book.problem, *asked)
    if not found and any(each is not None for each in asked):
        raise RuleError("plan_nothing_asked")
    return found


def minute_of(text: str | None) -> float | None:
    """A time of the day as HH:MM, None where none is given. Raises RuleError."""
    if text is None:
        return None
    hour, colon, minute = text.partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal() and int(hour) <= 24 and int(minute) <= 59):
        raise RuleError("plan_clock", text=text)
    return int(hour) * 60.0 + int(minute)


def wanted_account(context: Context, name: str) -> str:
    """The id of an account, or ``start`` for where the day begins."""
    from kamdesk.cli.documents import account_meant

    if name == "start":
        return name
    context.options.account = name
    return account_meant(context)
