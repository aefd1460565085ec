"""Long reads rest only where somebody waits for them, and leave the collector as it was."""

from __future__ import annotations

import gc
import threading

import pytest

from kamdesk.reads import pace


def test_who_works_in_the_main_thread_does_not_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    monkeypatch.setattr(pace, "sleep", rests.append)
    monkeypatch.setattr(pace, "WORK", -1.0)
    assert list(pace.gently(range(100))) == list(range(100))
    assert rests == []
    found: list[int] = []
    worker = threading.Thread(target=lambda: found.extend(pace.gently(range(100))))
    worker.start()
    worker.join()
    assert found == list(range(100))
    assert len(rests) == -(-100 // pace.EVERY)


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with pace.uncollected(), pace.uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()
