"""What was typed into the search field, and what it asks of the index."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.domain.tokens import (
    ACCOUNT,
    END,
    LEAST_DIGITS,
    MOST_LETTERS,
    NAME,
    NUMBER,
    SHORT,
    SHORT_LETTERS,
    START,
    compact,
    folded,
    is_han,
    runs,
)

MOST_RUNS = 12
"""Words beyond these are not looked at: nobody types so many, but a text may be pasted."""


@dataclass(frozen=True, slots=True)
class Query:
    """The words typed, folded. ``whole``: all of them run together, as a name is that is typed from its beginning."""

    words: tuple[str, ...]
    whole: str

    def __bool__(self) -> bool:
        return bool(self.words)


def parse(typed: str) -> Query:
    """The query that was typed; empty where there is no letter, digit or character in it."""
    found = [run[:MOST_LETTERS] for run in runs(folded(typed))][:MOST_RUNS]
    return Query(tuple(dict.fromkeys(found)), compact(typed)[:MOST_LETTERS])


def expressions(query: Query) -> tuple[str, ...]:
    """What is asked of the index, best first: the very name, names that begin so, names that hold it, any record.

    Each is an FTS5 expression; a later one also finds what an earlier one finds.
    """
    own = [_word(word, "") for word in query.words]
    named = [_word(word, NAME) for word in query.words]
    anywhere = own[0]
    if len(own) > 1:
        either = [f"({mine} OR {_word(word, ACCOUNT)})" for mine, word in zip(own, query.words, strict=True)]
        anywhere = f"{_all(either)} AND ({' OR '.join(own)})"
    return (f'"{START}{query.whole}{END}"', _begins(START, query.whole), _all(named), anywhere)


def _word(word: str, mark: str) -> str:
    if is_han(word):
        if len(word) == 1:
            return f'"{mark}{word}"'
        return _all([f'"{mark}{word[place : place + 2]}"' for place in range(len(word) - 1)])
    begins = _begins(mark, word)
    if mark or not is_number(word):
        return begins
    return f'({begins} OR "{NUMBER}{word}"*)'


def _begins(mark: str, letters: str) -> str:
    if len(letters) <= SHORT_LETTERS:
        return f'"{mark}{SHORT}{letters}"'
    return f'"{mark}{letters}"*'


def _all(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"


def is_number(word: str) -> bool:
    """Whether a word may be part of a telephone, a code or an order's number."""
    return len(word) >= LEAST_DIGITS and any(letter.isdigit() for letter in word)
