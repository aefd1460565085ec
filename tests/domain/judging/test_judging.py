"""Components with their figures: what is not recorded speaks for nothing, and no stage is ever moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.figures import Figure, FigureId
from kamdesk.domain.judging.alliance import Marked, readiness
from kamdesk.domain.judging.churn import churn
from kamdesk.domain.judging.component import Component, Speaks
from kamdesk.domain.judging.facts import Person, PriceRange, Record, Relationship, Share
from kamdesk.domain.judging.loyalty import loyalty
from kamdesk.domain.judging.stages import Met, next_stage, sign_hint, stage_hints
from kamdesk.domain.knowledge.stage import SIGNS, Point, Sign
from kamdesk.domain.selling.cycle import cycle
from kamdesk.domain.stages import Stage

TODAY = date(2026, 11, 25)
BARE = Relationship(unit_id="a", today=TODAY)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def record(
    kind: str = "", days: int = 10, until: int | None = None, number: int | None = None, name: str = "r"
) -> Record:
    return Record(f"{name}{kind}{days}", ago(days), kind, None if until is None else ago(-until), number)


def person(
    name: str, department: str | None = None, *roles: str, met: int | None = 5, counterpart: str | None = None
) -> Person:
    return Person(name, department, frozenset(roles), None, counterpart, None if met is None else ago(met))


def share(ours: float, others: dict[str, float], days: int = 10) -> Share:
    return Share(
        ago(days),
        Fraction(ours).limit_denominator(100),
        {k: Fraction(v).limit_denominator(100) for k, v in others.items()},
        (f"s{days}",),
    )


def kept(of: int, among: int) -> Figure:
    return Figure(FigureId.PROMISE_KEPT, of, among)


def named(components: tuple[Component, ...]) -> dict[str, Component]:
    return {each.id: each for each in components}


def test_nothing_recorded_speaks_for_nothing() -> None:
    for component in loyalty(BARE):
        assert component.speaks is None, component.id
        assert component.value is None, component.id
        assert component.reason, component.id
    assert all(each.speaks is None and each.reason for each in churn(BARE))
    checked = replace(BARE, threats_checked=record("none"))
    assert named(churn(checked))["rival_moves"].speaks == Speaks.FOR
    hints = [sign for hint in stage_hints(BARE) for sign in hint.signs]
    assert {hint.sign for hint in hints if hint.met == Met.MET} == {Sign.FEW_PURCHASES}
    assert {hint.sign for hint in hints if hint.met == Met.MISSING} == {Sign.INFORMATION_SHARED}


def test_loyalty_component_by_component() -> None:
    people = (person("1", "buying"), person("2", "technical"), person("3", "finance"), person("4", met=400))
    of = replace(
        BARE,
        tenure=Fraction(4),
        shares=(share(0.4, {"D": 0.6}, 200), share(0.6, {"D": 0.4})),
        promises=kept(9, 10),
        visits=tuple(record(days=10 + n) for n in range(9)),
        planned_quarter=10,
        people=people,
        scores=(record(number=5, days=3), record(number=4, days=3, name="x"), record(number=1, days=200)),
        terms=(record("price"),),
        deeds=(record("training"),),
    )
    found = named(loyalty(of))
    assert {name: each.value for name, each in found.items()} == {
        "tenure": 4,
        "share_of_wallet": Fraction(3, 5),
        "share_trend": 20,
        "promises_kept": Fraction(9, 10),
        "visits": Fraction(9, 10),
        "sources": 2,
        "breadth": 3,
        "departments": 3,
        "satisfaction": Fraction(9, 2),
        "price_alone": 0,
    }
    assert {name for name, each in found.items() if each.speaks == Speaks.FOR} == found.keys() - {
        "sources",
        "breadth",
    }


def test_held_by_price_alone_until_something_else_is_given() -> None:
    of = replace(BARE, terms=(record("price", until=60),))
    assert named(loyalty(of))["price_alone"].speaks == Speaks.AGAINST
    assert named(churn(of))["price_alone"].speaks == Speaks.AGAINST
    assert named(churn(of))["terms_ending"].value == 60
    other = replace(of, benefits=(record("training"),))
    assert named(loyalty(other))["price_alone"].speaks == Speaks.FOR
    over = replace(BARE, terms=(record("price", days=100, until=-1),))
    assert named(loyalty(over))["price_alone"].value is None


def test_dangers() -> None:
    steady = cycle([ago(100), ago(86), ago(72), ago(58), ago(44)], TODAY)
    of = replace(
        BARE,
        cycle=steady,
        orders=("o",),
        promises=kept(1, 2),
        broken=(record(number=5, name="b"),),
        shares=(share(0.6, {}, 100), share(0.5, {"D": 0.5})),
        threats=(record("price_cut", name="m"), record("courting", days=90, until=-5, name="m")),
        people=(person("1"),),
        scores=(record(number=3, days=2), record(number=4, days=90)),
        visits=(record("complaint", days=61, name="v"),),
    )
    found = named(churn(of))
    present = {name for name, each in found.items() if each.speaks == Speaks.AGAINST}
    assert present == {
        "purchase_late", "promises_broken", "share_falling", "rival_moves",
        "single_thread", "dissatisfied", "neglected", "complaint",
    }  # fmt: skip
    assert found["purchase_late"].value == 30
    assert (found["rival_moves"].value, found["rival_moves"].evidence) == (1, ("mprice_cut10",))
    assert found["sales_falling"].speaks is None


def test_a_broken_promise_that_nobody_weighed_is_open() -> None:
    of = replace(BARE, promises=kept(0, 1), broken=(record(name="b"),))
    danger = named(churn(of))["promises_broken"]
    assert (danger.speaks, danger.reason, danger.evidence) == (None, "churn_risk_unjudged", ("b10",))


def test_every_sign_has_a_teller_and_every_stage_its_signs() -> None:
    assert {sign_hint(BARE, sign).sign for sign in Sign} == set(Sign)
    assert [hint.stage for hint in stage_hints(BARE)] == list(SIGNS)


def test_signs_met_and_missing() -> None:
    people = (
        person("boss", "management", "decision_maker", counterpart="us"),
        person("buyer", "buying", "purchaser", counterpart="us"),
        person("engineer", "technical", met=None, counterpart="us"),
        person("cashier", "finance"),
    )
    of = replace(
        BARE,
        orders=("1", "2", "3", "4"),
        people=people,
        needs=(record("delivery"),),
        promises=kept(4, 5),
        shares=(share(0.7, {"D": 0.3}),),
        counted_on=(ago(3), ago(17), ago(31)),
        prices=(PriceRange("p", 1000, 1019, ago(300), ago(10)),),
        measures=(record("joint"), record("service")),
        deeds=(record("training"),),
        agreements=(record("strategic", until=100),),
    )
    met = {hint.sign for stage in stage_hints(of) for hint in stage.signs if hint.met == Met.MET}
    assert met == set(Sign) - {Sign.FEW_PURCHASES, Sign.SINGLE_LIAISON, Sign.TECHNICAL_HEARD, Sign.OPEN_COSTS}
    technical = sign_hint(of, Sign.TECHNICAL_HEARD)
    assert (technical.met, technical.figures, technical.evidence) == (
        Met.MISSING,
        {"known": 1, "met": 0},
        ("engineer",),
    )
    dearer = replace(of, prices=(PriceRange("p", 1000, 1030, ago(300), ago(10)),))
    assert sign_hint(dearer, Sign.PRICE_STABLE).met == Met.MISSING


def test_what_the_rep_saw_stands_beside_and_moves_nothing() -> None:
    of = replace(BARE, stage=Stage.INITIAL, signs={Sign.TRUST: True, Sign.OTHERS_SUPPLY: False})
    hints = stage_hints(of)
    following = next_stage(hints)
    assert following.stage == Stage.INTERMEDIATE
    assert [hint.judged for hint in hints] == [False, True, False, False, False]
    assert following.missing == (Sign.OTHERS_SUPPLY, Sign.SEVERAL_LEVELS, Sign.SEVERAL_POSTS)
    trust = following.signs[0]
    assert (trust.met, trust.seen) == (Met.UNKNOWN, True)
    assert next_stage(stage_hints(BARE)) is None
    assert next_stage(stage_hints(replace(BARE, stage=Stage.ALLIANCE))) is None
    assert next_stage(stage_hints(replace(BARE, stage=Stage.EXITED))) is None


def test_six_points_the_accounts_own_before_those_of_all() -> None:
    marks = [
        Marked("all", "endorsed", 2, ago(1), None),
        Marked("own", "endorsed", 1, ago(50), "a", ("note",)),
        Marked("older", "patience", 0, ago(90), None),
        Marked("newer", "patience", 1, ago(9), None),
        Marked("other", "incentives", 2, ago(9), "b"),
    ]
    found = {each.point: each for each in readiness("a", marks)}
    assert list(found) == list(Point)
    assert (found[Point.ENDORSED].score, found[Point.ENDORSED].evidence) == (1, ("own", "note"))
    assert found[Point.PATIENCE].score == 1
    assert found[Point.INCENTIVES].score is None, "0 would be a judgement"


numbers = st.one_of(st.none(), st.integers(1, 5))
records = st.lists(
    st.builds(
        record,
        st.sampled_from(["price", "joint", "complaint", "training"]),
        st.integers(0, 800),
        st.one_of(st.none(), st.integers(-50, 300)),
        numbers,
    ),
    max_size=4,
).map(tuple)
relationships = st.builds(
    lambda a, b, c, d, e, planned, rate: replace(
        BARE, visits=a, terms=b, deeds=c, threats=d, broken=e, scores=tuple(x for x in a if x.number),
        planned_quarter=planned,
        promises=kept(min(rate), max(rate)),
    ),
    records, records, records, records, records, st.integers(0, 20), st.tuples(st.integers(0, 9), st.integers(0, 9)),
)  # fmt: skip


@given(relationships)
def test_what_is_unknown_never_speaks(of: Relationship) -> None:
    for component in (*loyalty(of), *churn(of)):
        if component.value is None and component.id != "terms_ending":
            assert component.speaks is None
            assert component.reason
    assert len(loyalty(of)) == 10
    assert len(churn(of)) == 11
    assert [hint.stage for hint in stage_hints(of)] == list(SIGNS)
