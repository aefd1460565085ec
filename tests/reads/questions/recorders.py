"""For each question the least that answers it, recorded as a rep would: its operations undo what they wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.line import VisitSlot
from kamdesk.domain.supply import SupplyShare
from kamdesk.domain.trade import Order
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.attachments import attach
from kamdesk.operations.confidential import record_informant
from kamdesk.operations.contacts import add_contact, give_role
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.knowledge.unit_rule import set_unit_rule
from kamdesk.operations.line import add_slot
from kamdesk.operations.promises import add_promise, settle_promise
from tests.books import NOW, TODAY

Recorded = Iterator[Changes]
Recorder = Callable[[Store, "Ids"], Recorded]
MOVE = {"purpose": "take_account", "motive": "idle_capacity", "behaviour": "price_cut", "severity": 4}


@dataclass(frozen=True)
class Ids:
    """What stands in the book before anything answers."""

    account: str
    contact: str
    rival: str
    item: str


def only(changes: Changes, table: str) -> str:
    (found,) = changes.of(table)
    return found


def about(table: str, **fields: Any) -> Recorder:
    """One record about the account; ``rival`` and ``item`` among the values stand for the ids."""

    def recorder(store: Store, ids: Ids) -> Recorded:
        known = {"rival": ids.rival, "item": ids.item, "contact": ids.contact}
        given = {
            name: known.get(value, value) if isinstance(value, str) else value
            for name, value in fields.items()
        }
        yield record(store, table=table, now=NOW, account_id=ids.account, **given)

    return recorder


def both(*recorders: Recorder) -> Recorder:
    def recorder(store: Store, ids: Ids) -> Recorded:
        for each in recorders:
            yield from each(store, ids)

    return recorder


def year(store: Store, **fields: Any) -> Changes:
    days = {"first_day": date(2026, 1, 1), "last_day": date(2026, 12, 31)}
    return record(
        store, table="target", now=NOW, **{"metric": "revenue", "amount": 900_000_000, **days, **fields}
    )


def g1(store: Store, ids: Ids) -> Recorded:
    yield year(store, metric="new_key_accounts", amount=None, quantity=3_000, unit="家")


def g2(store: Store, ids: Ids) -> Recorded:
    yield year(store, last_day=TODAY)
    yield from promise(store, ids)


def of_target(table: str, **fields: Any) -> Recorder:
    def recorder(store: Store, ids: Ids) -> Recorded:
        target = year(store)
        yield target
        yield record(store, table=table, now=NOW, target_id=only(target, "target"), **fields)

    return recorder


def promise(store: Store, ids: Ids, **fields: Any) -> Recorded:
    yield add_promise(
        store, account_id=ids.account, what="补发检测报告", made_on=TODAY, due_on=TODAY, now=NOW, **fields
    )


def order(store: Store, ids: Ids) -> Recorded:
    with store.write("import.lists", now=NOW) as tx:
        tx.add(
            Order(id=tx.new_id(), account_id=ids.account, ordered_on=TODAY, amount=12_345_600, currency="CNY")
        )
    yield tx.changes()


def share(store: Store, ids: Ids) -> Recorded:
    with store.write("import.lists", now=NOW) as tx:
        tx.add(SupplyShare(id=tx.new_id(), account_id=ids.account, supplier="江鼎", share=7_000, as_of=TODAY))
    yield tx.changes()


def key(store: Store, ids: Ids) -> Recorded:
    yield change_account(store, account_id=ids.account, now=NOW, is_key=True)


def rule(store: Store, ids: Ids) -> Recorded:
    criteria = [
        {"criterion": "revenue", "amount": 10_000_000, "required": True},
        {"criterion": "potential", "amount": 50_000_000},
    ]
    yield record(
        store,
        table="key_rule",
        now=NOW,
        valid_from=TODAY,
        confirmed_on=TODAY,
        set_by="林岚",
        parts={"rule_criterion": criteria},
    )


def policy(store: Store, ids: Ids) -> Recorded:
    yield record(
        store,
        table="service_policy",
        now=NOW,
        value_class="A",
        visits=12,
        valid_from=TODAY,
        confirmed_on=TODAY,
    )


def unit(store: Store, ids: Ids) -> Recorded:
    yield set_unit_rule(store, level="company", now=NOW)


def role(name: str, standing: str = "confirmed") -> Recorder:
    def recorder(store: Store, ids: Ids) -> Recorded:
        yield give_role(
            store,
            contact_id=ids.contact,
            account_id=ids.account,
            role=name,
            standing=standing,
            since=TODAY,
            now=NOW,
        )

    return recorder


def valued(store: Store, ids: Ids) -> Recorded:
    benefit = record(
        store, table="benefit", now=NOW, account_id=ids.account, what="旺季优先发货", kind="priority_supply"
    )
    yield benefit
    yield record(
        store,
        table="benefit_valuation",
        now=NOW,
        benefit_id=only(benefit, "benefit"),
        score=5,
        said_by=ids.contact,
        said="去年旺季没断过货",
    )


def informant(store: Store, ids: Ids) -> Recorded:
    yield record_informant(
        store, contact_id=ids.contact, account_id=ids.account, now=NOW, told="下月换供应商", last_heard=TODAY
    )


def fixed(store: Store, ids: Ids) -> Recorded:
    """A visit on one day alone: the calendar ends with it."""
    slot = add_slot(
        store,
        account_id=ids.account,
        weekday=TODAY.weekday(),
        start=540,
        minutes=30,
        valid_from=TODAY,
        now=NOW,
    )
    yield slot
    with store.write("line.end_slot", now=NOW) as tx:
        tx.get(VisitSlot, only(slot, "visit_slot")).valid_to = TODAY
    yield tx.changes()


def broken(store: Store, ids: Ids) -> Recorded:
    (made,) = promise(store, ids)
    yield made
    yield settle_promise(
        store, promise_id=only(made, "promise"), state="broken", settled_on=TODAY, cause="supply", now=NOW
    )


def marks(ours: dict[str, Any], theirs: dict[str, Any]) -> Recorder:
    return both(
        about("service_mark", item_id="item", **ours),
        about("service_mark", item_id="item", competitor_id="rival", **theirs),
    )


def issued(paper: str) -> Recorder:
    def recorder(store: Store, ids: Ids) -> Recorded:
        given = record(
            store, table="report_issue", now=NOW, account_id=ids.account, paper=paper, contact_id=ids.contact
        )
        yield given
        yield attach(
            store,
            subject="report_issue",
            subject_id=only(given, "report_issue"),
            files=[("分析.pdf", b"%PDF-1.4 analysis")],
            now=NOW,
        )

    return recorder


RECORDERS: dict[str, Recorder] = {
    "G1": g1,
    "G2": g2,
    "G3": of_target(
        "target_cause",
        first_day=date(2026, 7, 1),
        last_day=date(2026, 9, 30),
        cause="supply",
        amount=-20_000_000,
    ),
    "G4": of_target("target_reason", for_whom="company", reason="position"),
    "G5": about("development_plan", to_stage="advanced", due_on=date(2027, 6, 30)),
    "W1": both(key, order),
    "W2": about("need", what="旺季保供", importance=5, met=6),
    "W3": role("purchaser"),
    "W4": rule,
    "W5": unit,
    "W6": both(key, order),
    "W7": both(rule, about("potential", amount=80_000_000)),
    "W8": about("prospect", expected_on=date(2027, 3, 1), source="fair"),
    "W9": policy,
    "W10": about("competitor_move", competitor_id="rival", **MOVE),
    "W11": share,
    "W12": about("rival_reason", competitor_id="rival", reason="price"),
    "W13": about("win_condition", what="账期 45 天", kind="credit", approver="财务总监"),
    "W14": about("competitor_move", competitor_id="rival", **MOVE),
    "W15": rule,
    "H1": about("account_team", name="林岚", function="sales", part="owner", since=date(2024, 3, 1)),
    "H2": about("account_nature", kind="dealer", segment="construction", pattern="seasonal"),
    "H3": about("loyalty_judgement", judgement="likely"),
    "H4": role("decision_maker"),
    "H5": about("benefit", what="旺季优先发货", kind="priority_supply", since=date(2026, 1, 1)),
    "H6": valued,
    "H7": about("intended_term", months=36, said_by="contact"),
    "H8": about("retention_measure", what="驻店培训", kind="training", hard_to_copy=4),
    "H9": informant,
    "H10": both(
        about("value_deed", what="库存周转分析", touch="reason", kind="analysis"),
        about("value_deed", what="探望住院的老父亲", touch="feeling", kind="family"),
    ),
    "H11": order,
    "H12": about("exit_criterion", sign="unpaid", what="欠款超过 90 天"),
    "D1": fixed,
    "D2": marks({"given": "yes"}, {"given": "no"}),
    "D3": about("service_mark", item_id="item", competitor_id="rival", given="yes"),
    "D4": marks({"given": "no"}, {"given": "yes"}),
    "D5": promise,
    "D6": broken,
    "D7": lambda store, ids: promise(store, ids, expected_effect="打消工程部的疑虑"),
    "D8": lambda store, ids: promise(store, ids, churn_risk=4),
    "D9": about("our_reason", purpose="steady_supply", motive="trust", behaviour="full_range"),
    "D10": about("terms", what="年度返点", kind="rebate", share=300, since=date(2026, 1, 1)),
    "D11": marks({"given": "yes", "rating": 5}, {"given": "yes", "rating": 3}),
    "D12": issued("cost_saving"),
    "D13": issued("comparison"),
}


def begin(store: Store) -> Ids:
    """An account that nobody has judged, a person, a rival, a service."""
    account = only(add_account(store, name="台州青石贸易有限公司", now=NOW), "account")
    contact = only(add_contact(store, account_id=account, name="李国强", now=NOW), "contact")
    rival = only(record(store, table="competitor", now=NOW, name="江鼎"), "competitor")
    item = only(record(store, table="service_item", now=NOW, name="代客下单"), "service_item")
    return Ids(account, contact, rival, item)
