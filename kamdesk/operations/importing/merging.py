"""A list against the book, field by field: what is taken over, what stays, what must be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kamdesk.db.recording import scalar
from kamdesk.domain.account import AccountStatus
from kamdesk.exchange.records import Origin, Problem, Verdict
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.pending import Pending, PendingBox, make_pending
from kamdesk.operations.importing.report import Ledger
from kamdesk.reads.answers import LEFT_OUT

Word = Literal["same", "take", "keep", "ask"]

# Fields that mean nothing apart go in or stay out together.
GROUPS = (
    ("latitude", "longitude", "datum"),
    ("birth_calendar", "birth_year", "birth_month", "birth_day", "birth_leap"),
)
_SAME_DEGREES = 1e-6


@dataclass(frozen=True, slots=True)
class Subject:
    """The row that is merged into: its id, how it is called in a question, where the list speaks of it."""

    row_id: str
    label: str
    origin: Origin
    sha256: str


class Merger:
    """Compares three values: what the list says, what the book holds, what the last import brought.

    The list's value is taken where the book still holds what an import brought, or nothing. A value that the rep
    wrote since stays: without a word where the list says what it said before, as a question where it says
    something new. An empty cell never erases anything; it isn't among ``wanted``.
    """

    def __init__(self, history: History, box: PendingBox, ledger: Ledger) -> None:
        self._history = history
        self._box = box
        self._ledger = ledger

    def merge(self, subject: Subject, held: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
        """The fields to write; questions are kept and counted on the way."""
        taken: dict[str, Any] = {}
        for names in _groups(wanted):
            part = {name: wanted[name] for name in names}
            word = self._word(subject, held, part)
            if word in ("take", "ask"):
                changed = {name: value for name, value in part.items() if held.get(name) != value}
                if word == "take" and not self._asked(subject, changed):
                    taken.update(changed)
                else:
                    self._ask(subject, changed)
        return taken

    def yields(self, subject: Subject, held: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
        """Whether the book's value gives way to the list's, for what nobody is asked about."""
        return self._word(subject, held, wanted) == "take"

    def _word(self, subject: Subject, held: Mapping[str, Any], wanted: Mapping[str, Any]) -> Word:
        if _same(held, wanted):
            return "same"
        brought = {name: self._history.brought(subject.row_id, name) for name in wanted}
        known = any(value is not None for value in brought.values())
        if known and all(_alike(name, brought[name], scalar(value)) for name, value in wanted.items()):
            return "keep"
        if _leaves_active(held, wanted):
            return "ask"
        if all(_empty(name, held.get(name)) for name in wanted):
            return "take"
        if known and all(_alike(name, brought[name], scalar(held.get(name))) for name in wanted):
            return "take"
        return "ask"

    def _question(self, subject: Subject, changed: Mapping[str, Any]) -> Pending:
        return make_pending(
            sha256=subject.sha256,
            kind="fields",
            origin=subject.origin,
            reason="book_differs",
            asked={"of": subject.label, **changed},
            like=(subject.row_id,),
        )

    def _asked(self, subject: Subject, changed: Mapping[str, Any]) -> bool:
        """A value that is a question already is not taken because the same list comes again."""
        return self._box.asks and self._box.reason(self._question(subject, changed).id) is not None

    def _ask(self, subject: Subject, changed: Mapping[str, Any]) -> None:
        question = self._question(subject, changed)
        if self._box.answer(question.id) == LEFT_OUT:
            return
        self._box.keep(question)
        field, value = next(iter(changed.items()))
        self._ledger.note(
            [Problem(subject.origin, "fields", "book_differs", Verdict.TO_DECIDE, field, str(value))]
        )


class AsSaid(Merger):
    """What a person types holds, whatever the book or an earlier list said."""

    def merge(self, subject: Subject, held: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in wanted.items() if held.get(name) != value}


def _groups(wanted: Mapping[str, Any]) -> list[tuple[str, ...]]:
    groups = [tuple(name for name in group if name in wanted) for group in GROUPS]
    single = [(name,) for name in wanted if not any(name in group for group in GROUPS)]
    return [group for group in (*groups, *single) if group]


def _empty(name: str, value: object) -> bool:
    return value is None or (name == "birth_leap" and not value)


def _alike(name: str, logged: str | None, value: str | None) -> bool:
    """Whether two values of the change log are one; a month that is no leap month is written in two ways."""
    return logged == value or (name == "birth_leap" and {logged, value} <= {None, "false"})


def _same(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Whether the list says nothing that the book doesn't hold; a birthday without its year is no other day."""
    return all(_agrees(name, held.get(name), value) for name, value in wanted.items())


def _agrees(name: str, held: Any, wanted: Any) -> bool:
    if wanted is None or held == wanted:
        return True
    if name == "datum":
        return held is not None
    if isinstance(held, float) and isinstance(wanted, float):
        return abs(held - wanted) < _SAME_DEGREES
    return False


def _leaves_active(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """An account that leaves active loses its slots, and that needs a person and a reason."""
    return "status" in wanted and held.get("status") == AccountStatus.ACTIVE
