"""How long the questions take: all answers of a book of two thousand accounts, and of one account after a change.

The book is made once in the folder for temporary files: every account has what a rep finds out about a key account in a
year (some forty records), people with roles, promises, orders of a year and fixed visits.

    python benchmarks/questions.py [--accounts 2000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kamdesk.db.opening import new_book, open_book
from kamdesk.db.store import Store
from kamdesk.db.transaction import Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.contact import Contact, ContactPost, ContactRole
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.line import VisitSlot
from kamdesk.domain.promise import Promise
from kamdesk.domain.trade import Order
from kamdesk.operations.book import set_up
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.line import the_line
from kamdesk.reads.questions.answers import all_answers, unit_answers

NOW = datetime(2026, 11, 25, 2, 2, tzinfo=UTC)
TODAY = date(2026, 11, 25)
RECORDS = {
    "need": {"what": "旺季保供", "importance": 4, "met": 6},
    "satisfaction": {"asked": "overall", "score": 4},
    "rival_reason": {"reason": "price"},
    "win_condition": {"what": "账期", "kind": "credit", "state": "unmet"},
    "our_reason": {"purpose": "growth", "motive": "trust", "behaviour": "prepays"},
    "benefit": {"what": "优先发货", "kind": "priority_supply"},
    "terms": {"what": "返点", "kind": "rebate", "share": 300},
    "agreement": {"name": "年度协议", "kind": "annual", "first_day": date(2026, 1, 1)},
    "retention_measure": {"what": "培训", "kind": "training", "by_price": False, "state": "running"},
    "loyalty_judgement": {"judgement": "likely"},
    "exit_criterion": {"sign": "unpaid", "what": "欠款"},
    "value_deed": {"what": "分析", "touch": "reason", "kind": "analysis"},
    "stage_assessment": {"stage": "initial"},
    "worth": {"aspect": "reference", "score": 4},
    "potential": {"amount": 100_000_000, "currency": "CNY"},
    "account_team": {"name": "林岚", "function": "sales", "part": "owner", "since": date(2025, 1, 1)},
}  # fmt: skip
EACH = 2


def main() -> None:
    """Makes the book, reads every answer, then those of one account after something was recorded."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--accounts", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    path = Path(tempfile.gettempdir()) / f"kamdesk-questions-{options.accounts}.kam"
    store = open_book(path, backups=path.parent, now=NOW) if path.exists() else _make(path, options.accounts)
    for _ in range(options.rounds):
        began, worked = time.perf_counter(), time.process_time()
        found = all_answers(store, today=TODAY)
        print(
            f"all answers of {len(found.units)} accounts: {time.perf_counter() - began:.2f} s by the clock,"
            f" {time.process_time() - worked:.2f} s of work"
        )
    account = next(iter(found.units))
    record(store, table="need", now=NOW, account_id=account, what="账期放宽")
    began, worked = time.perf_counter(), time.process_time()
    unit_answers(store, accounts=(account,), today=TODAY)
    print(
        f"one account after a change: {1000 * (time.perf_counter() - began):.0f} ms by the clock,"
        f" {1000 * (time.process_time() - worked):.0f} ms of work"
    )
    store.close()


def _make(path: Path, accounts: int) -> Store:
    store = new_book(path, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    dice = random.Random(1)
    with store.write("demo.questions", now=NOW) as tx:
        line = the_line(tx).id
        for number in range(accounts):
            _account(tx, line, number, dice)
    return store


def _account(tx: Transaction, line: str, number: int, dice: random.Random) -> None:
    account = tx.new_id()
    tx.make(
        Account, id=account, name=f"客户{number:05}", is_key=number % 5 == 0, value_class="ABC"[number % 3]
    )
    for rank, role in enumerate(("decision_maker", "purchaser", "gatekeeper")):
        contact = tx.new_id()
        tx.make(Contact, id=contact, name=f"联系人{number}-{rank}")
        tx.make(ContactPost, id=tx.new_id(), contact_id=contact, account_id=account, title="经理", rank=rank)
        tx.make(ContactRole, id=tx.new_id(), contact_id=contact, account_id=account, role=role)
    for table, fields in RECORDS.items():
        for _ in range(EACH):
            known_on = TODAY - timedelta(days=dice.randint(0, 300))
            tx.make(KINDS[table], id=tx.new_id(), account_id=account, known_on=known_on, **fields)
    for month in range(1, 12):
        day = date(2026, month, dice.randint(1, 24))
        tx.make(Order, id=tx.new_id(), account_id=account, ordered_on=day, amount=1_000_000, currency="CNY")
        tx.make(
            Promise, id=tx.new_id(), account_id=account, what="补货", made_on=day, state="kept", churn_risk=2
        )
    tx.make(
        VisitSlot,
        id=tx.new_id(),
        line_id=line,
        account_id=account,
        weekday=number % 5,
        start=540,
        minutes=30,
        every_weeks=4,
        week_offset=number % 4,
        valid_from=date(2026, 1, 5),
        promised=False,
    )


if __name__ == "__main__":
    main()
