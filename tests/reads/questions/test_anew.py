"""What is asked anew after a change is all that the change touched: kept answers are those of a fresh read."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import KamdeskError
from kamdesk.domain.questions.answer import Answer, Scope
from kamdesk.domain.questions.table import BY_ID
from kamdesk.operations.accounts import change_account
from kamdesk.operations.knowledge.records import take_back
from kamdesk.operations.merging import merge_accounts
from kamdesk.operations.undo import undo
from kamdesk.reads.questions.answers import unit_answers
from kamdesk.reads.questions.touched import touched_units
from tests.books import NOW, TODAY, make_book
from tests.operations.importing.books import bring, write
from tests.operations.week_end.books import hand, laptops
from tests.reads.questions.recorders import RECORDERS, Ids, begin

STEPS = 16
OF_ACCOUNT = [each for each in RECORDERS if BY_ID[each].scope is Scope.ACCOUNT and each != "H9"]
Kept = dict[str, tuple[Answer, ...] | None]


class Page:
    """Answers by account as a page keeps them: after a change those touched alone are asked anew."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.kept = self.fresh()

    def accounts(self) -> list[str]:
        with self.store.read() as connection:
            chosen = select(t.account.c.id).where(t.account.c.deleted_at.is_(None)).order_by(t.account.c.id)
            return list(connection.scalars(chosen))

    def ask(self, accounts: list[str]) -> Kept:
        found = unit_answers(self.store, accounts=accounts, today=TODAY)
        return {**dict.fromkeys(accounts), **{unit: each.answers for unit, each in found.items()}}

    def fresh(self) -> Kept:
        return self.ask(self.accounts())

    def take(self, changes: Changes) -> None:
        touched = touched_units(self.store, changes)
        here = self.accounts()
        again = [each for each in here if touched is None or each in touched or each not in self.kept]
        self.kept = {each: answers for each, answers in self.kept.items() if each in here}
        self.kept |= self.ask(again)
        assert said(self.kept) == said(self.fresh()), changes


def said(kept: Kept) -> dict[str, list[tuple[object, ...]] | None]:
    return {
        account: None
        if answers is None
        else [(a.question, a.state, a.code, dict(a.values), a.evidence, a.day) for a in answers]
        for account, answers in kept.items()
    }


def peopled(store: Store) -> list[Ids]:
    first = begin(store)
    return [first, *(replace(begin(store), rival=first.rival, item=first.item) for _ in range(3))]


def deeds(store: Store, some: list[Ids], dice: random.Random, folder: Path) -> Iterator[Changes]:
    """Whatever a rep may do; each in turn, as the generator is asked for the next."""
    done: list[Changes] = []
    for step in range(STEPS):
        ids, other = dice.sample(some, 2)
        before = len(done)
        try:
            match dice.randrange(8):
                case 0 if done:
                    done.append(undo(store, operation_id=dice.choice(done).operation_id or "", now=NOW))
                case 1:
                    parent = dice.choice((None, other.account))
                    done.append(
                        change_account(store, account_id=ids.account, parent_id=parent, level="site", now=NOW)
                    )
                case 2:
                    done.append(
                        merge_accounts(store, keep_id=ids.account, gone_id=other.account, fields={}, now=NOW)
                    )
                case 3:
                    rows = [["客户名称", "城市", "客户类型"], [f"甲{step}公司", "宁波", "经销商"]]
                    done.append(bring(store, write(folder / f"{step}.csv", *rows)).changes)
                case 4 if done and (records := dice.choice(done).of("need")):
                    done.append(take_back(store, table="need", record_id=min(records), now=NOW))
                case _:
                    done += RECORDERS[dice.choice(OF_ACCOUNT)](store, ids)
        except KamdeskError:
            continue
        yield from done[before:]


@pytest.mark.parametrize("seed", range(2))
def test_kept_answers_are_those_of_a_fresh_read(tmp_path: Path, seed: int) -> None:
    store = make_book(tmp_path)
    some, dice = peopled(store), random.Random(seed)
    page = Page(store)
    done = 0
    for changes in deeds(store, some, dice, tmp_path):
        page.take(changes)
        done += 1
    store.close()
    assert done >= STEPS / 2


def test_kept_answers_are_those_after_a_package_was_taken_in(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    some, dice = peopled(one), random.Random(1)
    hand(one, two, tmp_path)
    page = Page(two)
    for _ in deeds(one, some, dice, tmp_path):
        if dice.random() < 0.3:
            page.take(hand(one, two, tmp_path).changes)
    page.take(hand(one, two, tmp_path).changes)
    assert len(page.kept) > len(some)
    one.close()
    two.close()


def test_an_account_that_leaves_another_has_both_asked_anew(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    site, above, elsewhere = (ids.account for ids in peopled(store)[:3])
    change_account(store, account_id=site, parent_id=above, level="site", now=NOW)
    moved = change_account(store, account_id=site, parent_id=elsewhere, now=NOW)
    assert touched_units(store, moved) == {site, above, elsewhere}
    store.close()
