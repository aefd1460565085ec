"""What of a day is next, at every minute of it."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.moment import Moment, Phase, moment_of


@dataclass(frozen=True)
class Stop:
    key: str
    start: int | None
    minutes: int | None = 60
    state: str = "planned"
    stands: bool = True


DAY = (
    Stop("a", 510, state="done"),
    Stop("b", 600),
    Stop("c", 840),
    Stop("x", 900, state="cancelled", stands=False),
)


def test_ahead_then_late_then_passed() -> None:
    assert moment_of(DAY, 570) == Moment(Phase.AHEAD, "b", 30)
    assert moment_of(DAY, 600) == Moment(Phase.LATE, "b", 0)
    assert moment_of(DAY, 659) == Moment(Phase.LATE, "b", 59)
    assert moment_of(DAY, 660) == Moment(Phase.AHEAD, "c", 180, ("b",))
    assert moment_of(DAY, 900) == Moment(Phase.OVER, unreported=("b", "c"))


def test_what_is_under_way_goes_before_all() -> None:
    assert moment_of(DAY, 700, {"b"}) == Moment(Phase.UNDER_WAY, "b", 100)
    assert moment_of(DAY, 700, {"a"}).key == "c", "a visit that is done is not under way"


def test_nothing_stands() -> None:
    assert moment_of((), 600) == Moment(Phase.FREE)
    assert moment_of((DAY[3],), 600) == Moment(Phase.FREE)


def test_a_stop_without_a_time_comes_after_those_with_one() -> None:
    stops = (Stop("t", None), Stop("b", 600))
    assert moment_of(stops, 500).key == "b"
    assert moment_of(stops, 700) == Moment(Phase.AHEAD, "t", None, ("b",))


@given(
    st.lists(
        st.tuples(st.integers(0, 1300), st.integers(1, 120), st.sampled_from(["planned", "done", "missed"]))
    ),
    st.integers(0, 1439),
)
def test_nothing_planned_is_lost(drawn: list[tuple[int, int, str]], minute: int) -> None:
    stops = [Stop(str(n), start, length, state) for n, (start, length, state) in enumerate(drawn)]
    moment = moment_of(stops, minute)
    planned = {stop.key for stop in stops if stop.state == "planned"}
    assert set(moment.unreported) <= planned
    later = {s.key for s in stops if s.key in planned and (s.start or 0) + (s.minutes or 1) > minute}
    assert planned == later | set(moment.unreported)
    assert moment.key in later if later else moment.key == ""
    starts = {stop.key: stop.start or 0 for stop in stops}
    assert all(starts[key] >= starts[moment.key] for key in later)
