"""Any sequence of operations: the log is complete, undo gives back what was, redo what came of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.opening import check_book, open_book
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import KamdeskError, RuleError
from kamdesk.operations import accounts, book, cards, confidential, contacts, drafts, line, promises, visits
from kamdesk.operations.undo import last_done, last_undone, undo
from tests.books import NOW, TODAY, make_book
from tests.db.index_check import assert_index_is_true
from tests.operations.replay import Rows, check_log, content, rows_of

names = st.sampled_from(["岩屿", "岩屿建材", "  ", "Ernst", "é🔑", "信息 “x”"])
texts = st.one_of(st.none(), st.sampled_from(["", "四十米", "a'b\"c", "第一行\n第二行"]))
days = st.integers(-30, 30).map(lambda step: TODAY + timedelta(days=step))
minutes = st.integers(-10, 1500)
phones = st.lists(st.tuples(st.sampled_from(["1", "2", "3"]), texts, st.just("mobile")), max_size=3)
picks = st.integers(0, 10_000)


class Rep(RuleBasedStateMachine):
    """A rep at work on one book, whose clock jumps about."""

    template: ClassVar[Path]

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.template, self.folder / "book.kam")
        self.store: Store = open_book(self.folder / "book.kam", backups=self.folder, now=NOW)
        self.done: list[tuple[str, Rows, Rows]] = []
        self.taken_back: list[tuple[str, Rows, Rows]] = []
        self.now = NOW
        for number in range(2):
            self.do(accounts.add_account, name=f"岩屿 {number}")

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        try:
            self.all_the_way_back_and_forth()
            with self.store.read() as connection:
                check_log(connection)
            assert_index_is_true(self.store)
            self.store.close()
            assert check_book(self.folder / "book.kam") == []
        finally:
            shutil.rmtree(self.folder)

    # how an operation is judged

    def content(self) -> Rows:
        with self.store.read() as connection:
            return content(connection)

    def do(self, operation: Callable[..., Changes], **arguments: Any) -> None:
        """Carries an operation out; refused, it must have left nothing."""
        before = self.content()
        with self.store.read() as connection:
            all_before = rows_of(connection), connection.scalars(select(t.operation.c.number)).all()
        try:
            changes = operation(self.store, now=self.now, **arguments)
        except KamdeskError:
            changes = None
        if not changes:
            with self.store.read() as connection:
                all_after = rows_of(connection), connection.scalars(select(t.operation.c.number)).all()
            assert all_after == all_before
            return
        assert changes.operation_id is not None
        self.done.append((changes.operation_id, before, self.content()))
        self.taken_back.clear()

    def pick(self, table: str, number: int) -> str:
        """The id of some row, perhaps one taken back, perhaps none."""
        with self.store.read() as connection:
            ids = connection.scalars(select(t.metadata.tables[table].c.id).order_by("id")).all()
        return ids[number % len(ids)] if ids and number % 17 else "nobody"

    # undo and redo

    @rule()
    def undo(self) -> None:
        with self.store.read() as connection:
            offered = last_done(connection)
        assert (offered and offered.operation_id) == (self.done[-1][0] if self.done else None)
        if offered is None:
            return
        operation, before, after = self.done.pop()
        undone = undo(self.store, operation_id=operation, now=self.now)
        assert undone.operation_id is not None
        assert self.content() == before
        self.taken_back.append((operation, before, after))

    @rule()
    def redo(self) -> None:
        with self.store.read() as connection:
            offered = last_undone(connection)
        assert (offered is None) == (not self.taken_back)
        if offered is None:
            return
        operation, before, after = self.taken_back.pop()
        undo(self.store, operation_id=offered.operation_id, now=self.now)
        assert self.content() == after
        self.done.append((operation, before, after))

    @rule(number=picks)
    def undo_some_earlier_step(self, number: int) -> None:
        """Out of its order a step can be undone where nothing rests on it; done again, all stands as it did."""
        if len(self.done) < 2:
            return
        operation = self.done[number % (len(self.done) - 1)][0]
        before = self.content()
        try:
            undone = undo(self.store, operation_id=operation, now=self.now)
        except RuleError:
            assert self.content() == before
            return
        assert undone.operation_id is not None
        redone = undo(self.store, operation_id=undone.operation_id, now=self.now)
        assert redone
        assert self.content() == before, "and so what redo offered before holds still"

    def all_the_way_back_and_forth(self) -> None:
        steps = len(self.done)
        for _ in range(steps):
            self.undo()
        with self.store.read() as connection:
            assert last_done(connection) is None
        for _ in range(steps):
            self.redo()
        for _ in range(steps):
            self.undo()

    @rule(step=st.integers(-100_000, 100_000))
    def time_passes_or_goes_back(self, step: int) -> None:
        self.now = NOW + timedelta(minutes=step)

    # accounts

    @rule(
        name=names,
        city=texts,
        point=st.sampled_from([{}, {"latitude": 28, "longitude": 121.4, "datum": "gcj02"}]),
    )
    def add_account(self, name: str, city: str | None, point: dict[str, Any]) -> None:
        self.do(accounts.add_account, name=name, city=city, **point)

    @rule(
        account=picks,
        parent=picks,
        fields=st.fixed_dictionaries(
            {}, optional={"name": names, "is_key": st.booleans(), "visit_minutes": minutes}
        ),
    )
    def change_account(self, account: int, parent: int, fields: dict[str, Any]) -> None:
        if parent % 3 == 0:
            fields["parent_id"] = self.pick("account", parent)
        self.do(accounts.change_account, account_id=self.pick("account", account), **fields)

    @rule(account=picks, status=st.sampled_from(["active", "lost"]), reason=texts)
    def status(self, account: int, status: str, reason: str | None) -> None:
        account_id = self.pick("account", account)
        self.do(accounts.change_account, account_id=account_id, status=status, status_reason=reason)

    @rule(account=picks, phones=phones, tags=st.lists(names, max_size=3))
    def belongings(self, account: int, phones: list[Any], tags: list[str]) -> None:
        account_id = self.pick("account", account)
        self.do(accounts.set_phones, account_id=account_id, phones=phones)
        self.do(accounts.set_tags, account_id=account_id, tags=tags)

    @rule(account=picks, first=days, last=days, opens=minutes, closes=minutes)
    def hours(self, account: int, first: date, last: date, opens: int, closes: int) -> None:
        account_id = self.pick("account", account)
        self.do(accounts.set_hours, account_id=account_id, hours=[(0, opens, closes)])
        self.do(accounts.add_closed, account_id=account_id, first_day=first, last_day=last)

    @rule(account=picks, into=picks)
    def join(self, account: int, into: int) -> None:
        account_id = self.pick("account", account)
        self.do(accounts.join_accounts, account_id=account_id, into_id=self.pick("account", into))

    @rule(account=picks)
    def part(self, account: int) -> None:
        self.do(accounts.part_accounts, account_id=self.pick("account", account))

    @rule(account=picks, name=names, phones=phones, tags=st.lists(names, max_size=2))
    def account_card(self, account: int, name: str, phones: list[Any], tags: list[str]) -> None:
        account_id = self.pick("account", account)
        fields = {"name": name, "status": "active"}
        self.do(cards.save_account, account_id=account_id, fields=fields, phones=phones, tags=tags)

    # people

    @rule(account=picks, name=names, phones=phones)
    def add_contact(self, account: int, name: str, phones: list[Any]) -> None:
        account_id = self.pick("account", account)
        self.do(contacts.add_contact, account_id=account_id, name=name, title="经理", phones=phones)

    @rule(contact=picks, boss=picks, post=picks, name=names)
    def change_contact(self, contact: int, boss: int, post: int, name: str) -> None:
        self.do(contacts.change_contact, contact_id=self.pick("contact", contact), name=name)
        boss_id = self.pick("contact", boss)
        self.do(contacts.change_post, post_id=self.pick("contact_post", post), reports_to=boss_id)

    @rule(post=picks, account=picks, last=days)
    def change_job(self, post: int, account: int, last: date) -> None:
        to = self.pick("account", account)
        self.do(contacts.change_job, post_id=self.pick("contact_post", post), last_day=last, to_account_id=to)

    @rule(contact=picks, account=picks, role=st.sampled_from(["user", "purchaser", "informant"]))
    def role(self, contact: int, account: int, role: str) -> None:
        account_id, contact_id = self.pick("account", account), self.pick("contact", contact)
        self.do(contacts.give_role, contact_id=contact_id, account_id=account_id, role=role)
        self.do(confidential.record_informant, contact_id=contact_id, account_id=account_id)

    @rule(role=picks, last=days)
    def end_role(self, role: int, last: date) -> None:
        self.do(contacts.end_role, role_id=self.pick("contact_role", role), last_day=last)

    # the line

    @rule(
        account=picks,
        weekday=st.integers(0, 7),
        start=minutes,
        begins=days,
        every=st.sampled_from([1, 2, 3, 4]),
    )
    def add_slot(self, account: int, weekday: int, start: int, begins: date, every: int) -> None:
        self.do(
            line.add_slot,
            account_id=self.pick("account", account),
            weekday=weekday,
            start=start,
            minutes=60,
            valid_from=begins,
            every_weeks=every,
        )

    @rule(
        slot=picks,
        who=st.sampled_from(["customer", "us", "x"]),
        day=days,
        weekday=st.integers(0, 6),
        reason=texts,
    )
    def move_slot(self, slot: int, who: str, day: date, weekday: int, reason: str | None) -> None:
        self.do(
            line.move_slot,
            slot_id=self.pick("visit_slot", slot),
            asked_by=who,
            asked_on=day,
            effective_from=day,
            weekday=weekday,
            reason=reason,
        )

    @rule(slot=picks, day=days)
    def end_slot(self, slot: int, day: date) -> None:
        slot_id = self.pick("visit_slot", slot)
        self.do(line.end_slot, slot_id=slot_id, asked_by="us", asked_on=day, effective_from=day, reason="x")

    @rule(first=days, last=days)
    def leave(self, first: date, last: date) -> None:
        self.do(line.add_leave, first_day=first, last_day=last)

    # visits

    def occurrence(self, number: int) -> visits.Occurrence:
        """A visit that has a row, or a day on which some slot falls due."""
        if number % 2:
            return visits.Occurrence(visit_id=self.pick("visit", number))
        slot_id = self.pick("visit_slot", number)
        with self.store.read() as connection:
            slot = connection.execute(select(t.visit_slot).where(t.visit_slot.c.id == slot_id)).first()
        due = None
        if slot is not None:
            day = max(slot.valid_from, TODAY - timedelta(days=14))
            due = day + timedelta(days=(slot.weekday - day.weekday()) % 7)
        return visits.Occurrence(slot_id=slot_id, due_on=due)

    def report(self, number: int, day: date, arrived: int, companions: list[str]) -> visits.Report:
        met = [self.pick("contact", number)] if number % 3 else []
        made = [visits.NewPromise("补货", day + timedelta(days=number % 5 - 1))] if number % 4 == 0 else []
        taken = visits.Taken(number) if number % 5 == 0 else None
        return visits.Report(
            visited_on=day,
            arrived=arrived,
            met=met,
            promises=made,
            order=taken,
            companions=companions,
            outcome="order",
        )

    @rule(visit=picks, number=picks, day=days, arrived=minutes, companions=st.lists(names, max_size=3))
    def report_visit(self, visit: int, number: int, day: date, arrived: int, companions: list[str]) -> None:
        report = self.report(number, day, arrived, companions)
        self.do(visits.report_visit, visit=self.occurrence(visit), report=report)

    @rule(account=picks, number=picks, day=days)
    def report_unplanned(self, account: int, number: int, day: date) -> None:
        report = self.report(number, day, 600, [])
        self.do(visits.report_unplanned, account_id=self.pick("account", account), report=report)

    @rule(account=picks, day=days, start=minutes, companions=st.lists(names, max_size=3))
    def plan_visit(self, account: int, day: date, start: int, companions: list[str]) -> None:
        self.do(
            visits.plan_visit,
            account_id=self.pick("account", account),
            planned_date=day,
            planned_start=start,
            planned_minutes=60,
            companions=companions,
        )

    @rule(visit=picks, objective=texts)
    def set_objective(self, visit: int, objective: str | None) -> None:
        self.do(visits.set_objective, visit=self.occurrence(visit), objective=objective)

    @rule(visit=picks, reason=st.sampled_from(["customer_moved", "road_weather"]))
    def miss_visit(self, visit: int, reason: str) -> None:
        self.do(visits.miss_visit, visit=self.occurrence(visit), reason=reason)

    @rule(visit=picks, day=days, start=minutes, who=st.sampled_from(["customer", "us"]), reason=texts)
    def move_visit(self, visit: int, day: date, start: int, who: str, reason: str | None) -> None:
        visit_meant = self.occurrence(visit)
        self.do(
            visits.move_visit,
            visit=visit_meant,
            asked_by=who,
            to_date=day,
            to_start=start,
            reason_text=reason,
        )

    # promises, actions, notes, the rep

    @rule(account=picks, contact=picks, made=days, due=days, what=names)
    def add_promise(self, account: int, contact: int, made: date, due: date, what: str) -> None:
        fields = {"contact_id": self.pick("contact", contact)} if contact % 2 else {}
        account_id = self.pick("account", account)
        self.do(promises.add_promise, account_id=account_id, what=what, made_on=made, due_on=due, **fields)

    @rule(promise=picks, due=days, risk=st.integers(1, 5))
    def change_promise(self, promise: int, due: date, risk: int) -> None:
        promise_id = self.pick("promise", promise)
        self.do(promises.change_promise, promise_id=promise_id, due_on=due, churn_risk=risk)

    @rule(promise=picks, state=st.sampled_from(["kept", "broken", "open"]), day=days, cause=texts)
    def settle(self, promise: int, state: str, day: date, cause: str | None) -> None:
        promise_id = self.pick("promise", promise)
        self.do(promises.settle_promise, promise_id=promise_id, state=state, settled_on=day, cause=cause)

    @rule(account=picks, what=names, day=days)
    def notes_and_actions(self, account: int, what: str, day: date) -> None:
        account_id = self.pick("account", account)
        self.do(promises.add_note, account_id=account_id, text=what, noted_on=day)
        self.do(promises.add_action, what=what, account_id=account_id, due_on=day)

    @rule(action=picks, day=days)
    def finish_action(self, action: int, day: date) -> None:
        self.do(promises.finish_action, action_id=self.pick("action", action), done_on=day)

    @rule(company=texts)
    def change_rep(self, company: str | None) -> None:
        self.do(book.change_rep, rep_id=self.pick("rep", 1), company=company)

    @rule(content=names)
    def draft(self, content: str) -> None:
        """Drafts are no operations: they neither stand in the log nor break the line of undo and redo."""
        drafts.keep_draft(self.store, form="report", subject="x", content=content, now=self.now)


@pytest.fixture
def machine(tmp_path: Path) -> type[Rep]:
    store = make_book(tmp_path)
    store.close()
    with_base = type("RepOnBook", (Rep,), {"template": store.path})
    assert issubclass(with_base, Rep)
    return with_base


QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]


def test_any_sequence_of_operations(machine: type[Rep]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(max_examples=3, stateful_step_count=20, suppress_health_check=QUIET),
    )


@pytest.mark.long
def test_any_long_sequence_of_operations(machine: type[Rep]) -> None:
    run_state_machine_as_test(
        machine, settings=settings(max_examples=150, stateful_step_count=50, suppress_health_check=QUIET)
    )
