"""A draft beside the report that is recorded: what it says more is found, and nothing of either is lost together."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.domain.report_draft import TEXTS, says_more, together

WORDS = st.sampled_from(["", "季结返利", "要涨价", "寄色卡"])
PRODUCTS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 9_000), max_size=3)


@st.composite
def contents(draw: st.DrawFn) -> dict[str, Any]:
    """A report as the form keeps it."""
    return {
        **{name: draw(WORDS) for name in TEXTS},
        "day": "2026-11-24",
        "arrived": draw(st.sampled_from(["", "10:04"])),
        "left": "",
        "met": draw(st.lists(st.sampled_from("xyz"), unique=True)),
        "stock": [[key, number] for key, number in draw(PRODUCTS).items()],
        "ordered": [[key, number, 100] for key, number in draw(PRODUCTS).items()],
        "promises": [[what, "", None] for what in draw(st.lists(WORDS.filter(bool), unique=True))],
    }


EMPTY: dict[str, Any] = {"day": "2026-11-24"}
DONE = {"day": "2026-11-24", "arrived": "05:54", "points": "季结返利", "outcome": "order", "met": ["x"]}


def test_a_form_opened_at_the_door_says_no_more_than_a_report() -> None:
    assert says_more({"day": "2026-11-24", "arrived": "06:10"}, DONE) == ()
    assert together({"day": "2026-11-24", "arrived": "06:10"}, DONE)["arrived"] == "05:54"


def test_what_differs_is_told_by_row() -> None:
    draft = {"points": "要涨价", "met": ["y"], "rival": "对手降价", "outcome": "order"}
    assert says_more(draft, DONE) == ("met", "points", "rival")
    both = together(draft, DONE)
    assert both["points"] == "季结返利\n要涨价"
    assert both["met"] == ["x", "y"]
    assert both["outcome"] == "order"


def test_what_was_cleared_on_purpose_is_cleared_unless_it_was_changed_meanwhile() -> None:
    assert says_more({**DONE, "points": ""}, DONE, DONE) == ("points",)
    assert together({**DONE, "points": ""}, DONE, DONE)["points"] == ""
    later = {**DONE, "points": "另写的"}
    assert says_more({**DONE, "points": ""}, later, DONE) == ()
    assert together({**DONE, "points": ""}, later, DONE)["points"] == "另写的"


@settings(max_examples=60)
@given(contents(), contents())
def test_nothing_of_either_is_lost(draft: dict[str, Any], recorded: dict[str, Any]) -> None:
    both = together(draft, recorded)
    assert says_more(recorded, recorded) == ()
    assert says_more(EMPTY, recorded) == ()
    assert set(both["met"]) == {*draft["met"], *recorded["met"]}
    for content in (draft, recorded):
        assert content["points"] in both["points"]
        for name in TEXTS:
            assert both[name] or not content[name], f"{name} is emptied by neither"
        assert {key for key, *_ in content["stock"]} <= {key for key, *_ in both["stock"]}
    promised = {what for what, *_ in [*recorded["promises"], *both["promises"]]}
    assert promised == {what for what, *_ in [*recorded["promises"], *draft["promises"]]}
