"""Which rows hold what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.qt.haystack import needles

MOST_FOUND = 40
"""So many answers to what was typed are kept, so that letters that are taken back find at once."""


class Finding:
    """Who types on is looked for among those that were found before."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], list[int]] = {}
        self._found_in: list[int] = []

    def holding(self, words: list[str], fitting: list[int], hay: Sequence[str]) -> list[int]:
        """Those of ``fitting``, numbers of texts in ``hay``, that hold every word."""
        if len(self._found) > MOST_FOUND or self._found_in != fitting:
            self._found_in, self._found = fitting, {}
        found = self._found.get(tuple(words))
        if found is None:
            found = next(
                (self._found[said] for said in reversed(self._found) if _goes_on(said, words)), fitting
            )
            for word, begin in needles(" ".join(words)):
                if begin:
                    found = [n for n in found if word in hay[n] or begin in hay[n]]
                else:
                    found = [n for n in found if word in hay[n]]
            self._found[tuple(words)] = found
        return found


def _goes_on(said: Sequence[str], words: Sequence[str]) -> bool:
    """Whether what is typed now is what was typed before with more letters or words at its end."""
    return len(said) <= len(words) and all(map(str.startswith, words, said))
