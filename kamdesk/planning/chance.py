"""Numbers by chance, the same in Python and in the compiled core (xorshift64*, seeded by splitmix64)."""

from __future__ import annotations

_ALL = (1 << 64) - 1


class Chance:
    """A row of numbers that its seed decides."""

    def __init__(self, seed: int) -> None:
        state = (seed + 0x9E3779B97F4A7C15) & _ALL
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _ALL
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _ALL
        self._state = (state ^ (state >> 31)) or 1

    def _next(self) -> int:
        x = self._state
        x ^= x >> 12
        x = (x ^ (x << 25)) & _ALL
        x ^= x >> 27
        self._state = x
        return (x * 0x2545F4914F6CDD1D) & _ALL

    def share(self) -> float:
        """From 0 up to but not including 1."""
        return (self._next() >> 11) * (1.0 / 9007199254740992.0)

    def below(self, count: int) -> int:
        """0 to ``count`` - 1."""
        return (self._next() >> 33) % count
