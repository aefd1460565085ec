"""Nothing is said of what has not been read."""

from __future__ import annotations

from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.week_end.standing import Standing, states
from kamdesk.qt.pages.week_end.steps import DONE

STEPS = ("gaps", "close", "hand", "take", "odds")


def test_a_week_that_is_not_read_says_nothing(window: MainWindow) -> None:
    panel = window.week_end.hand
    unread = states(Standing(), panel, STEPS)
    assert {words for _, words in unread.values()} == {""}
    assert DONE not in {state for state, _ in unread.values()}
    read = states(Standing(lines=(), conflicts=0, closings_read=True), panel, STEPS)
    assert [read[name][1] for name in STEPS[1:]] == [
        "not closed yet", "not handed over yet", "nothing came in yet", "none"
    ]  # fmt: skip
