"""The buying centre as it is reckoned, without a window: everybody once, nobody on top of another, bosses above."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.qt.chart import walk
from kamdesk.qt.chart.forest import Branch, grow
from kamdesk.qt.chart.plan import GAP, LOCK, make_plan
from kamdesk.qt.chart.tidy import Size, draw

SIZE = Size()


@dataclass(frozen=True)
class Someone:
    id: str
    reports_to: str | None = None


@st.composite
def crowds(draw: st.DrawFn) -> list[Someone]:
    """Up to thirty people who report to anybody, themselves and people elsewhere included."""
    ids = [f"p{number}" for number in range(draw(st.integers(0, 30)))]
    bosses = st.sampled_from([None, "elsewhere", *ids])
    return [Someone(key, draw(bosses)) for key in ids]


def branches(roots: list[Branch]) -> list[Branch]:
    return [each for root in roots for each in (root, *branches(root.children))]


@given(crowds())
def test_everybody_stands_in_the_forest_once_whatever_the_rings(people: list[Someone]) -> None:
    roots, cut = grow({person.id: person.reports_to for person in people})
    assert sorted(branch.key for branch in branches(roots)) == sorted(person.id for person in people)
    bosses = {person.id: person.reports_to for person in people}
    for branch in branches(roots):
        for child in branch.children:
            assert bosses[child.key] == branch.key
    assert all(key in {root.key for root in roots} for key in cut)


def test_a_ring_is_cut_at_its_first() -> None:
    roots, cut = grow({"a": "c", "b": "a", "c": "b", "d": "d"})
    assert cut == ["d", "a"]
    assert [root.key for root in roots] == ["a", "d"]


@given(
    crowds(), st.sets(st.sampled_from(["decision_maker", "user", "purchaser"])), st.integers(2, 6), st.data()
)
def test_no_two_overlap_and_bosses_stand_above(
    people: list[Someone], missing: set[str], across: int, data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from([p.id for p in people]))) if people else set()
    decider = (
        next((p.id for p in people if p.id not in gone), None) if "decision_maker" not in missing else None
    )
    size = Size(across=across)
    plan = make_plan(people, gone, sorted(missing), decider, size)
    wanted = {p.id for p in people} | {f"{GAP}{role}" for role in missing} | {LOCK}
    assert set(plan.at) == wanted
    placed = list(plan.at.items())
    for number, (key, (x, y)) in enumerate(placed):
        assert 0 <= x <= plan.width - size.width + 0.01, key
        assert 0 <= y <= plan.height - size.height + 0.01, key
        for other, (ox, oy) in placed[number + 1 :]:
            aside, below = abs(x - ox) - size.width, abs(y - oy) - size.height
            assert aside >= size.gap - 0.01 or below >= min(size.gap, size.drop) - 0.01, (key, other)
    for person in people:
        boss = person.reports_to
        if boss in plan.at and person.id not in gone and boss not in gone and person.id not in plan.rings:
            assert plan.at[boss][1] < plan.at[person.id][1]


def test_a_boss_stands_over_the_middle() -> None:
    drawn = draw([Branch("a", [Branch("b"), Branch("c", [Branch("d")]), Branch("e")])], SIZE)
    assert drawn.at["a"][0] == drawn.at["c"][0] == drawn.at["d"][0]
    assert drawn.at["b"][1] == drawn.at["c"][1] == drawn.at["e"][1]
    assert len(drawn.lines) == 4


def test_too_many_leaves_hang_in_columns() -> None:
    leaves = [Branch(f"p{number}") for number in range(9)]
    drawn = draw([Branch("boss", leaves)], SIZE)
    assert drawn.width == 4 * SIZE.width + 3 * SIZE.gap
    assert len({y for key, (_, y) in drawn.at.items() if key != "boss"}) == 3


def test_the_missing_hang_below_who_decides_and_never_an_informant() -> None:
    people = [Someone("chen"), Someone("huang", "chen"), Someone("alone")]
    plan = make_plan(people, (), ["technical_buyer"], "chen", SIZE)
    assert plan.at[f"{GAP}technical_buyer"][1] == plan.at["huang"][1]
    assert [dashed for _, dashed in plan.lines] == [False, True]
    assert plan.labels[0][0] == "alone"
    assert plan.at[LOCK][1] == plan.at["alone"][1] > plan.at["huang"][1]


@given(crowds())
def test_arrow_keys_reach_everybody(people: list[Someone]) -> None:
    at = make_plan(people, (), [], None, SIZE).at
    for way in (walk.LEFT, walk.RIGHT, walk.UP, walk.DOWN):
        for key, (x, y) in at.items():
            ox, oy = at[walk.step(at, key, way)]
            assert (ox - x) * way[0] + (oy - y) * way[1] >= 0
    reached, fresh = set[str](), [next(iter(at))]
    while fresh:
        key = fresh.pop()
        reached.add(key)
        steps = (walk.step(at, key, way) for way in (walk.LEFT, walk.RIGHT, walk.UP, walk.DOWN))
        fresh += [to for to in steps if to not in reached]
    assert reached == set(at)
