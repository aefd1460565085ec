"""The goals of the demo's rep, the rule for key accounts and the services of each class."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.db.own import own_rep
from kamdesk.domain.account import AccountLevel, UnitRule
from kamdesk.domain.promise import Action
from kamdesk.domain.selling.months import month_number, month_period
from kamdesk.operations.demo.finding import Finder, find_out
from kamdesk.operations.demo.lists import texts
from kamdesk.operations.demo.world import World
from kamdesk.reads.selling import read_sales

MOST_PLANS = 3
QUARTER = (("supply", 30), ("competitor", 20))
MONTH = (("visits_missed", 4), ("price", 7), ("demand", 3))
"""What a gap is put down to, in thousandths of the year's target."""
DAYS_TO_TELL = 9
"""So many days into a month there is something to tell of it."""
VISITS = {"A": (12, 8, 4), "B": (6, 4, 2), "C": (3, 2, 0)}
"""A quarter's visits and other contacts, a year's reports."""


def write_knowledge(world: World) -> None:
    """All that was found out and decided, as the last step of the demo's past."""
    now = world.setting.before_now(world.setting.now)
    with world.store.write("demo.knowledge", now=now) as tx:
        finder = Finder(world, tx, own_rep(tx.connection) or "")
        finder.begin()
        find_out(finder)
        _decide(finder)
        _aim(finder)


def _decide(finder: Finder) -> None:
    """The unit, the rule with one exception, what each class gets: confirmed at the beginning of the year."""
    said, me = texts("knowledge")["goals"], finder.world.colleagues["manager"]
    day = max(date(finder.today.year, 1, 8), finder.today - timedelta(days=330))
    confirmed = max(day, finder.today - timedelta(days=80))
    set_on = max(finder.world.setting.prepared, confirmed)
    finder.tx.make(UnitRule, id=finder.tx.new_id(), level=AccountLevel.COMPANY, set_on=set_on, set_by=me)
    rule = finder.write(
        "key_rule",
        name=finder.say(said["rule"]),
        valid_from=day,
        known_on=day,
        set_by=me,
        confirmed_on=confirmed,
        confirmed_by=me,
        pass_mark=6_000,
    )
    criteria = (
        ("revenue", 220_000_000, None, 50),
        ("potential", 300_000_000, None, 30),
        ("tenure", None, 1_000, 20),
    )
    for rank, (criterion, amount, years, weight) in enumerate(criteria, start=1):
        finder.write(
            "rule_criterion",
            rule_id=rule,
            criterion=criterion,
            amount=amount,
            quantity=years,
            unit=None if years is None else {"zh": "年", "en": "years"}[finder.language],
            weight=weight,
            required=criterion == "revenue",
            rank=rank,
            known_on=day,
        )
    for value_class, (visits, contacts, reports) in VISITS.items():
        finder.write(
            "service_policy",
            value_class=value_class,
            visits=visits,
            contacts=contacts,
            reports=reports,
            valid_from=day,
            known_on=day,
            confirmed_on=confirmed,
            set_by=me,
        )


def _aim(finder: Finder) -> None:
    """This year's targets with their reasons, what was lacking in the third quarter, and the rep's own plan."""
    said, today = texts("knowledge")["goals"], finder.today
    first, last = date(today.year, 1, 1), date(today.year, 12, 31)
    day = first + timedelta(days=min(9, (today - first).days))
    sold = sum(
        sale.amount for sale in read_sales(finder.tx.connection, today=today).sales if sale.last >= first
    )
    amount = max(100_000_000, round(sold * 1.2 / 10_000_000) * 10_000_000)
    span = {
        "first_day": first,
        "last_day": last,
        "known_on": day,
        "set_by": finder.world.colleagues["manager"],
    }
    target = finder.write("target", metric="revenue", amount=amount, **span)
    finder.write("target", metric="new_key_accounts", quantity=2_000, unit=finder.say(said["unit"]), **span)
    finder.write("target", metric="stage_moves", quantity=3_000, unit=finder.say(said["moves"]), **span)
    finder.write("target", metric="promises_kept", quantity=90_000, unit=finder.say(said["per_cent"]), **span)
    for whom, reason in (("company", "position"), ("customer", "supply"), ("rep", "income")):
        finder.write(
            "target_reason",
            target_id=target,
            for_whom=whom,
            reason=reason,
            said=finder.say(said[f"for_{whom}"]),
            known_on=day,
        )
    _explain(finder, target, amount)
    keys = [m for m in finder.world.members if m.part.is_key and m.part.level == "company" and m.account_id]
    for number, member in enumerate(keys[:MOST_PLANS]):
        plan = finder.write(
            "development_plan",
            account_id=member.account_id,
            from_stage="intermediate",
            to_stage="advanced",
            due_on=today + timedelta(days=120 + 60 * number),
            owner=finder.world.colleagues["me"],
            known_on=today - timedelta(days=30 + number),
            why=finder.say(said["plan_why"]),
            target_id=target,
        )
        for action, days in (("action_visit", -10), ("action_plan", 30 + 10 * number)):
            done = days < 0
            finder.tx.make(
                Action,
                id=finder.tx.new_id(),
                what=finder.say(said[action]),
                account_id=member.account_id,
                owner=finder.world.colleagues["me"],
                due_on=today + timedelta(days=days),
                state="done" if done else "open",
                done_on=today + timedelta(days=days) if done else None,
                plan_id=plan,
            )


def _explain(finder: Finder, target: str, amount: int) -> None:
    """What was lacking in the third quarter and in this month, as far as the rep could tell, and what is to be done."""
    said, today, me = texts("knowledge")["goals"], finder.today, finder.world.colleagues["me"]
    quarter = date(today.year, 7, 1), date(today.year, 9, 30)
    month = month_period(month_number(today))
    causes = [(*quarter, cause, part, 12) for cause, part in QUARTER if today > quarter[1]]
    if today.day > DAYS_TO_TELL:
        causes += [(month.first, month.last, cause, part, 2) for cause, part in MONTH]
    for first, last, cause, part, ago in causes:
        finder.write(
            "target_cause",
            target_id=target,
            first_day=first,
            last_day=last,
            cause=cause,
            amount=-(amount * part // 1_000),
            said=finder.say(said[f"{'month' if first == month.first else 'cause'}_{cause}"]),
            known_on=today - timedelta(days=ago),
        )
    for what, days in (("act_visits", 6), ("act_price", 9)):
        finder.tx.make(
            Action,
            id=finder.tx.new_id(),
            what=finder.say(said[what]),
            owner=me,
            due_on=today + timedelta(days=days),
            target_id=target,
        )
