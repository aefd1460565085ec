"""The report of a visit with keys alone, as it is written at the customer's door."""

from __future__ import annotations

from week.hand import Hand

MOST_KEYS = 25
"""Beside the words themselves: a report takes less than a minute."""


def report(
    hand: Hand,
    points: str,
    outcome: str,
    *,
    people: int = 1,
    amount: str = "",
    promise: tuple[str, str] = ("", ""),
    step: tuple[str, str] = ("", ""),
) -> None:
    """From the first of the ``people`` of the account to saved; ``promise`` and ``step`` are what and when. Where
    nothing is promised there is one empty row of promises, else one more.
    """
    hand.rest()
    hand.start_count()
    hand.keys(" ".join(["space", *["Tab"] * people, "Tab"]))
    hand.text(points)
    hand.keys(f"Tab {outcome} Tab")
    if amount:
        hand.text(amount)
    hand.keys("Tab Tab")
    if promise[0]:
        hand.text(promise[0])
        hand.keys("Tab Down Tab")
        hand.text(promise[1])
        hand.keys("Tab Tab Tab Tab")
    else:
        hand.keys("Tab Tab Tab")
    if step[0]:
        hand.text(step[0])
        hand.keys("Tab")
        hand.text(step[1])
    hand.look("report-filled")
    hand.keys("ctrl+Return")
    hand.look("report-saved")
    if hand.pressed() > MOST_KEYS:
        raise AssertionError(f"{hand.pressed()} keys for a report")
