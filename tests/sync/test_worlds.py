"""Books that meet in every way files can go: all come to the same, and no write is lost that nobody replaced.

And the test is tested: each of the faults, put into the program, is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kamdesk.sync.ledger import Span, Standing
from kamdesk.sync.merge import DELETED, EMPTY, RowState, conflicts, join, values_shown, without_fields, write
from kamdesk.sync.versions import Dot, covers, includes, joined
from tests.sync.worlds import MemoryBook, Rules

FIELDS = ["name", "city", "mood", DELETED]
UNKNOWN = "mood"
"""A field that the books of an older version don't know."""
ANY = st.integers(0, 10**6)


class World(RuleBasedStateMachine):
    ways = Rules()

    @initialize(count=st.sampled_from([3, 3, 3, 4, 5]), old=st.sets(st.integers(0, 4)), calm=st.booleans())
    def begin(self, count: int, old: set[int], calm: bool) -> None:
        self.calm = calm
        births: list[str] = []
        blind = self.ways
        plain = replace(self.ways, knows=lambda state: state)
        self.books = [
            MemoryBook(name, blind if n in old else plain, births) for n, name in enumerate("abcde"[:count])
        ]
        self.old = {self.books[n].name for n in old if n < count}
        self.mail: list[tuple[int, int, object]] = []
        self.restored = False
        self.kept: dict[int, dict[str, object]] = {}
        self.replaced: dict[tuple[str, str], dict[Dot, set[Dot]]] = defaultdict(dict)
        self.told: dict[tuple[str, str, Dot], object] = {}

    def book(self, number: int) -> MemoryBook:
        return self.books[number % len(self.books)]

    @rule(
        who=ANY,
        row=st.sampled_from("pq"),
        names=st.sets(st.sampled_from(FIELDS), min_size=1),
        clock=st.integers(-9, 9),
        gone=st.booleans(),
    )
    def edit(self, who: int, row: str, names: set[str], clock: int, gone: bool) -> None:
        book = self.book(who)
        if book.name in self.old:
            names = names - {UNKNOWN}
        values = dict.fromkeys(sorted(names), f"{book.replica}.{book.counter + 1}")
        if DELETED in values and not gone:
            values[DELETED] = None  # type: ignore[assignment]
        before = book.rows.get(row, EMPTY)
        dot = book.edit(row, dict(values), clock)
        for name, siblings in book.rows[row].fields.items():
            if dot in siblings:
                assert (row, name, dot) not in self.told, "a number was used twice"
                self.told[row, name, dot] = siblings[dot].value
                self.replaced[row, name][dot] = set(before.fields.get(name, {}))

    @rule(sender=ANY, receiver=ANY, everything=st.booleans())
    def send(self, sender: int, receiver: int, everything: bool) -> None:
        one, other = self.book(sender), self.book(receiver)
        if one is not other:
            package = one.pack(other.name, everything=everything and len(self.mail) % 4 == 0)
            self.mail.append((sender, receiver, package))

    @precondition(lambda self: self.mail)
    @rule(which=ANY, twice=st.booleans())
    def deliver(self, which: int, twice: bool) -> None:
        """In any order, and the same file a second time much later."""
        place = which % len(self.mail)
        sender, receiver, package = self.mail[place]
        if not twice:
            del self.mail[place]
        self.book(receiver).take_in(self.book(sender).name, package)  # type: ignore[arg-type]

    @rule(one=ANY, other=ANY)
    def meet(self, one: int, other: int) -> None:
        """Two books that hand each other a file at once. Where no book was ever restored the first file brings all."""
        first, second = self.book(one), self.book(other)
        if first is second:
            return
        if not self.restored:
            second.take_in(first.name, first.pack(second.name))
            assert_knows(second, first)
        for _ in range(2):
            second.take_in(first.name, first.pack(second.name))
            first.take_in(second.name, second.pack(first.name))
        assert first.rows == second.rows

    @precondition(lambda self: self.mail)
    @rule(which=ANY)
    def lose(self, which: int) -> None:
        del self.mail[which % len(self.mail)]

    @rule(who=ANY)
    def back_up(self, who: int) -> None:
        self.kept[who % len(self.books)] = self.book(who).backup()

    @rule(who=ANY)
    def restore(self, who: int) -> None:
        kept = self.kept.get(who % len(self.books))
        if kept is not None and not self.calm:
            self.book(who).restore(kept)
            self.restored = True

    @rule(one=ANY, other=ANY, row=st.sampled_from("pq"))
    def lose_a_day(self, one: int, other: int, row: str) -> None:
        """A book is restored as it was before its last work, which another has; that one's file comes."""
        first, second = self.book(one), self.book(other)
        if first is not second and not self.calm:
            kept = first.backup()
            self.edit(one, row, {"name"}, 0, False)
            second.take_in(first.name, first.pack(second.name))
            first.restore(kept)
            self.restored = True
            first.take_in(second.name, second.pack(first.name))

    def teardown(self) -> None:
        if not hasattr(self, "books"):
            return
        held = {dot_of for book in self.books for dot_of in dots(book)}
        for _ in range(2):
            office = self.books[0]
            for book in self.books[1:]:
                office.take_in(book.name, book.pack(office.name))
            for book in self.books[1:]:
                book.take_in(office.name, office.pack(book.name))
        for book in self.books[1:]:
            assert book.rows == self.books[0].rows, f"{book.name} differs"
        assert set(dots(self.books[0])) == self.maximal(held)
        for row, state in self.books[0].rows.items():
            assert [c.id for c in conflicts("t", row, state)] == [
                c.id for c in conflicts("t", row, self.books[-1].rows[row])
            ]
            assert set(values_shown(state)) == set(state.fields)

    def maximal(self, held: set[tuple[str, str, Dot]]) -> set[tuple[str, str, Dot]]:
        """The writes that no other one held has replaced, by whatever way."""
        gone: set[tuple[str, str, Dot]] = set()
        for row, name, dot in held:
            ahead = list(self.replaced[row, name][dot])
            while ahead:
                old = ahead.pop()
                if (row, name, old) not in gone:
                    gone.add((row, name, old))
                    ahead += self.replaced[row, name][old]
        return held - gone


def assert_knows(book: MemoryBook, other: MemoryBook) -> None:
    for row, state in other.rows.items():
        assert includes(book.rows[row].vector, state.vector)


def dots(book: MemoryBook) -> list[tuple[str, str, Dot]]:
    return [
        (row, name, dot)
        for row, state in book.rows.items()
        for name, siblings in state.fields.items()
        for dot in siblings
    ]


def play(rules: Rules, *, worlds: int, steps: int, shrink: bool = False) -> None:
    machine = type("World", (World,), {"ways": rules})
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine,
        settings=settings(
            max_examples=worlds,
            stateful_step_count=steps,
            phases=phases,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )


def test_every_world_comes_to_one_book() -> None:
    play(Rules(), worlds=200, steps=40, shrink=True)


@pytest.mark.long
def test_a_thousand_worlds_come_to_one_book() -> None:
    play(Rules(), worlds=1000, steps=50, shrink=True)


def by_clock(one: RowState, other: RowState) -> RowState:
    merged = join(one, other)
    fields = {
        name: {
            max(siblings, key=lambda dot: (siblings[dot].clock, dot)): max(
                siblings.values(), key=lambda each: each.clock
            )
        }
        for name, siblings in merged.fields.items()
    }
    return RowState(merged.vector, fields)


def newest_row(one: RowState, other: RowState) -> RowState:
    return max(one, other, key=lambda state: sum(state.vector.values()))


def forgets_vector(one: RowState, other: RowState) -> RowState:
    return RowState(one.vector, join(one, other).fields)


def keeps_replaced(one: RowState, other: RowState) -> RowState:
    merged = join(one, other)
    return RowState(
        merged.vector, {n: {**one.fields.get(n, {}), **other.fields.get(n, {})} for n in merged.fields}
    )


def drops_unseen(one: RowState, other: RowState) -> RowState:
    fields = {
        name: {
            d: w
            for d, w in siblings.items()
            if name not in one.fields or d in one.fields[name] or covers(joined(one.vector, {}), d)
        }
        or siblings
        for name, siblings in join(one, other).fields.items()
    }
    return RowState(joined(one.vector, other.vector), fields)


def absent_is_empty(one: RowState, other: RowState) -> RowState:
    merged = join(one, other)
    return RowState(
        merged.vector, {n: each for n, each in merged.fields.items() if n in other.fields or not one.fields}
    )


def writes_beside(state: RowState, dot: Dot, values: dict[str, object], **more: object) -> RowState:
    after = write(state, dot, values, **more)  # type: ignore[arg-type]
    return RowState(
        after.vector,
        {n: {**state.fields.get(n, {}), **each} if n in values else each for n, each in after.fields.items()},
    )


def writes_without_vector(state: RowState, dot: Dot, values: dict[str, object], **more: object) -> RowState:
    return RowState(state.vector, write(state, dot, values, **more).fields)  # type: ignore[arg-type]


def acknowledged_when_sent(standing: Standing, span: Span) -> Standing:
    return replace(standing, acked=span.upto)


def seen_is_all_before(standing: Standing, span: Span, replica: str, upto: int) -> Standing:
    after = standing.taken_in(span, replica, upto)
    return replace(after, received={**after.received, span.replica: span.upto})


def acknowledged_by_device(standing: Standing, span: Span, replica: str, upto: int) -> Standing:
    after = standing.taken_in(span, replica, upto)
    return replace(after, acked=max([standing.acked, *span.acks.values()]))


def only_rising(standing: Standing, span: Span, replica: str, upto: int) -> Standing:
    after = standing.taken_in(span, replica, upto)
    return replace(after, acked=max(standing.acked, after.acked))


def spared_is_had(standing: Standing, span: Span, replica: str, upto: int) -> Standing:
    return standing.taken_in(replace(span, spared=None), replica, upto)


FAULTS: dict[str, Rules] = {
    "the clock decides": Rules(join=by_clock),
    "the newer row wins whole": Rules(join=newest_row),
    "the vector is not merged": Rules(join=forgets_vector),
    "replaced writes come back": Rules(join=keeps_replaced),
    "unseen writes are dropped": Rules(join=drops_unseen),
    "an unknown field is taken for an empty one": Rules(join=absent_is_empty),
    "unknown fields are dropped": Rules(knows=lambda state: without_fields(state, [UNKNOWN])),
    "a write leaves its rivals standing": Rules(write=writes_beside),
    "a write does not count in the vector": Rules(write=writes_without_vector),
    "a restored book keeps its replica id": Rules(incarnate=lambda book: None),
    "sent counts as received": Rules(sent=acknowledged_when_sent),
    "a gap counts as received": Rules(taken_in=seen_is_all_before),
    "what another replica of the book had counts": Rules(taken_in=acknowledged_by_device),
    "an acknowledgement never falls": Rules(taken_in=only_rising),
    "what an older replica had sent is taken for had": Rules(taken_in=spared_is_had),
    "what came in is not passed on": Rules(marked=False),
}


def acknowledged_then_restored(world: World) -> None:
    """A book that acknowledged what came after its backup has it no more."""
    world.back_up(1)
    world.edit(0, "p", {"name"}, 0, False)
    world.meet(0, 1)
    world.restore(1)


def acknowledged_before_the_restore(world: World) -> None:
    """What was said to the replica before counts nothing for the one after, which begins with lower numbers."""
    world.back_up(0)
    for _ in range(3):
        world.edit(0, "p", {"name"}, 0, False)
    world.meet(0, 1)
    world.restore(0)
    world.edit(0, "q", {"name"}, 0, False)


def sent_and_lost(world: World) -> None:
    """The next file brings what was in one that never came, without waiting for a word of the receiver's."""
    world.edit(0, "p", {"name"}, 0, False)
    world.send(0, 1, False)
    world.lose(0)
    world.meet(0, 1)


SCRIPTS: list[Callable[[World], None]] = [
    acknowledged_then_restored,
    acknowledged_before_the_restore,
    sent_and_lost,
]
"""What chance seldom comes to."""


def perform(rules: Rules, script: Callable[[World], None]) -> None:
    world = type("World", (World,), {"ways": rules})()
    world.begin(3, set(), False)
    script(world)
    world.teardown()


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_chance_seldom_comes_to(script: Callable[[World], None]) -> None:
    perform(Rules(), script)


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found(name: str) -> None:
    with pytest.raises((AssertionError, KeyError, ValueError)):  # noqa: PT012
        for script in SCRIPTS:
            perform(FAULTS[name], script)
        play(FAULTS[name], worlds=400, steps=40)
