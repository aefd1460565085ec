"""What is sent next, and what is acknowledged."""

from __future__ import annotations

from kamdesk.sync.ledger import SEVERAL, Span, Standing


def test_sending_is_not_acknowledging() -> None:
    standing = Standing()
    assert standing.span("me", 7) == standing.span("me", 7) == Span("me", 0, 7, {})


def test_what_is_acknowledged_is_not_sent_again_but_for_who_asks() -> None:
    standing = Standing().taken_in(Span("you", 0, 4, {"me": 7}), "me", 9)
    assert standing == Standing(7, {"you": 4}, "you")
    assert standing.span("me", 9) == Span("me", 7, 9, {"you": 4}, "you")
    assert standing.span("me", 9, everything=True).since == 0


def test_a_lost_package_is_noticed_and_not_acknowledged() -> None:
    standing = Standing(0, {"you": 4})
    assert standing.leaves_gap(Span("you", 6, 9), "me")
    assert standing.taken_in(Span("you", 6, 9), "me", 1).received == {"you": 4}
    assert not standing.leaves_gap(Span("you", 3, 9), "me")
    assert standing.taken_in(Span("you", 3, 9), "me", 1).received == {"you": 9}


def test_an_older_package_takes_nothing_away() -> None:
    standing = Standing(5, {"you": 9})
    assert standing.taken_in(Span("you", 0, 3, {"me": 5}), "me", 6).received == {"you": 9}


def test_what_was_said_to_another_replica_counts_for_nothing() -> None:
    assert Standing(5).taken_in(Span("you", 0, 3, {"old": 5}), "me", 6).acked == 0


def test_nobody_acknowledges_more_than_there_is() -> None:
    assert Standing().taken_in(Span("you", 0, 3, {"me": 10**9}), "me", 6).acked == 6


def test_a_peer_that_was_restored_asks_again() -> None:
    standing = Standing(50, {"you": 9}).taken_in(Span("you2", 0, 3, {"me": 20}), "me", 60)
    assert standing == Standing(20, {"you": 9, "you2": 3}, "you2")


def test_what_was_left_out_for_an_older_replica_is_not_taken_for_had() -> None:
    standing = Standing(0, {"you": 4})
    assert standing.taken_in(Span("you", 4, 9, spared="me"), "me", 1).received == {"you": 9}
    assert standing.taken_in(Span("you", 4, 9, spared="old me"), "me", 1).received == {"you": 4}


def test_who_returns_to_an_older_replica_has_two_copies_and_gets_everything() -> None:
    standing = Standing(5, {"you": 9}, "you", "2026-11-20")
    copy = standing.taken_in(Span("copy", 0, 3, {"me": 6}, made_at="2026-11-21"), "me", 9)
    assert copy == Standing(6, {"you": 9, "copy": 3}, "copy", "2026-11-21")
    both = copy.taken_in(Span("you", 9, 12, {"me": 7}, made_at="2026-11-22"), "me", 9)
    assert both == Standing(0, {"you": 12, "copy": 3}, SEVERAL)
    assert both.span("me", 9) == Span("me", 0, 9, {"you": 12, "copy": 3})
    assert both.taken_in(Span("copy", 3, 8, {"me": 9}), "me", 9).replica == SEVERAL


def test_a_package_made_before_the_peer_was_restored_changes_nothing_of_how_things_stand() -> None:
    """It lay on a stick that came late: its rows count, what it acknowledges does not."""
    standing = Standing(5, {"you": 9, "restored": 3}, "restored", "2026-11-22")
    late = Span("you", 9, 14, {"me": 2}, made_at="2026-11-21")
    assert not standing.has_returned(late)
    assert standing.taken_in(late, "me", 9) == Standing(
        5, {"you": 14, "restored": 3}, "restored", "2026-11-22"
    )
    assert standing.taken_in(Span("you", 4, 9, made_at="2026-11-23"), "me", 9).replica == "restored"


def test_the_newest_moment_counts_whatever_comes_late() -> None:
    standing = Standing(5, {"you": 9}, "you", "2026-11-22")
    assert standing.taken_in(Span("you", 4, 8, made_at="2026-11-20"), "me", 9).made_at == "2026-11-22"
