"""What a question is, and what answers one: facts in codes and values, to be said in either language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple


class State(StrEnum):
    ANSWERED = "answered"
    STALE = "stale"
    OPEN = "open"
    NOT_APPLICABLE = "n/a"
    LOCKED = "locked"


class Scope(StrEnum):
    """Asked once of the book, or of each account."""

    BOOK = "book"
    ACCOUNT = "account"


# Values of a sentence, besides texts, numbers and days.


@dataclass(frozen=True, slots=True)
class Coded:
    """A word of the catalogue by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Money in minor units."""

    minor: int
    currency: str | None


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity in thousandths."""

    thousandths: int


@dataclass(frozen=True, slots=True)
class Part:
    """A share, said in per cent; None where there is nothing to divide by."""

    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence: ``question.part.<code>`` with its values."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values one after another. ``more`` are those not named; ``close``: they stand in brackets together."""

    items: tuple[Any, ...]
    more: int = 0
    close: bool = False


def phrase(code: str, /, **values: Any) -> Phrase:
    """A part of a sentence."""
    return Phrase(code, values)


def quantity(thousandths: int, unit: str | None) -> Any:
    """So much of a unit; a per cent stands close to its number."""
    if unit == "%":
        return Part(Fraction(thousandths, 100_000))
    return phrase("quantity", n=Measured(thousandths), unit=unit) if unit else Measured(thousandths)


def listed(items: Iterable[Any], most: int = 3) -> Listed:
    """The first ``most`` of the values, and how many more there are."""
    every = tuple(item for item in items if item is not None and item != "")
    return Listed(every[:most], max(0, len(every) - most))


def facts(*items: Any) -> Listed:
    """What is said in brackets: all of it."""
    return Listed(tuple(item for item in items if item is not None and item != ""), close=True)


class Found(NamedTuple):
    """Evidence: the sentence ``question.answer.<code>``, the ids of the records it rests on, the newest of their days.

    ``day`` None: it does not age. ``lacking``: it is not enough for an answer, and the sentence says what is wanting.
    """

    code: str
    values: Mapping[str, Any]
    evidence: tuple[str, ...] = ()
    day: date | None = None
    lacking: bool = False


class Said(Mapping[str, Any]):
    """The values of a sentence, made when somebody reads it: of two thousand accounts' answers few are ever said."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make, self._made = make, None

    def _values(self) -> Mapping[str, Any]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, name: str) -> Any:
        return self._values()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values())

    def __len__(self) -> int:
        return len(self._values())


def found(
    code: str, evidence: Iterable[str], day: date | None, say: Callable[[], Mapping[str, Any]], /
) -> Found:
    """Evidence that answers; ``say`` gives the values of its sentence."""
    return Found(code, Said(say), tuple(dict.fromkeys(evidence)), day)


def lacking(code: str, /, **values: Any) -> Found:
    """Something is there, and not enough of it."""
    return Found(code, values, lacking=True)


class Answer(NamedTuple):
    """How a question stands. ``values`` fill the sentence ``code``; ``day`` is that of the newest evidence."""

    question: str
    scope: Scope
    state: State
    code: str
    values: Mapping[str, Any]
    evidence: tuple[str, ...]
    where: str
    day: date | None = None


def settle(
    question: str,
    scope: Scope,
    life: int | None,
    where: str,
    told: Found | None,
    checked: Collection[Any],
    today: date,
) -> Answer:
    """The state of a question from what was found and what was checked (rows of `knowledge.evidence.Checked`).

    Rows that answer go before a check that there is none, unless the check is newer and says that the question does
    not arise.
    """
    last = max(checked, key=lambda row: (row.known_on, row.id)) if checked else None
    found = told if told is not None and not told.lacking else None
    excused = last if last is not None and last.outcome == "not_applicable" else None
    if excused is not None and (found is None or found.day is None or excused.known_on >= found.day):
        return Answer(
            question,
            scope,
            State.NOT_APPLICABLE,
            "question.state.not_applicable",
            _of_check(excused),
            (excused.id,),
            where,
            excused.known_on,
        )
    if found is not None:
        state = State.STALE if _old(found.day, life, today) else State.ANSWERED
        return Answer(question, scope, state, found.code, found.values, found.evidence, where, found.day)
    if last is not None and excused is None:
        state = State.STALE if _old(last.known_on, life, today) else State.ANSWERED
        code = "question.state.none_because" if last.reason else "question.state.none"
        return Answer(question, scope, state, code, _of_check(last), (last.id,), where, last.known_on)
    if told is not None:
        return Answer(question, scope, State.OPEN, told.code, told.values, (), where)
    return Answer(question, scope, State.OPEN, f"question.open.{question}", {}, (), where)


def _of_check(row: Any) -> dict[str, Any]:
    return {"facts": facts(row.checked_by, row.known_on), "reason": row.reason or ""}


def _old(day: date | None, life: int | None, today: date) -> bool:
    return day is not None and life is not None and (today - day).days > life
