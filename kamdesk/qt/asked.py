"""The questions of an account as the window shows them: how each stands, in words, and where it is answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.domain.questions.answer import Answer

SECTIONS = {
    "people": "people", "team": "people", "needs": "needs", "benefits": "needs", "retention": "needs",
    "deeds": "needs", "worth": "needs", "terms": "needs", "cost_saving": "needs", "comparison": "rivals",
    "list": "promises", "rivals": "rivals", "services": "rivals", "nature": "stage", "loyalty": "stage",
    "agreements": "stage", "exit": "stage", "events": "risks",
}  # fmt: skip
"""The section of the account's page that holds the place at which a question is answered."""
MARKS = {
    "answered": ("circle-check", "good"),
    "stale": ("clock", "warn"),
    "open": ("circle", "control"),
    "n/a": ("ban", "text3"),
    "locked": ("lock", "text3"),
}
"""Icon and tone of a state; what it says stands beside it in words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. ``records`` is the kind whose form answers it; ``secret``: it is in no count."""

    id: str
    state: str
    ask: str
    said: str
    section: str
    place: str
    records: str
    evidence: tuple[str, ...]
    may_be_none: bool
    secret: bool

    def wants(self) -> bool:
        """Something is still to be recorded."""
        return self.state in ("open", "stale")


def asked_of(answers: Collection[Answer], speech: Speech, *, unlocked: bool) -> tuple[Asked, ...]:
    """The answers in words. What is secret is locked unless it may be seen now, whatever was read."""
    if not answers:
        return ()
    from kamdesk.domain.questions.table import BY_ID
    from kamdesk.reads.questions.saying import answer_text, question_text

    found = []
    for answer in answers:
        question = BY_ID[answer.question]
        place = answer.where.rpartition("/")[2]
        locked = question.secret and not unlocked
        state = "locked" if locked else str(answer.state)
        said = speech.text("question.state.locked_text") if locked else answer_text(answer, speech.words)
        found.append(
            Asked(
                answer.question,
                state,
                question_text(answer.question, speech.words),
                said,
                SECTIONS.get(place, "people"),
                place,
                question.records,
                () if locked else answer.evidence,
                question.may_be_none,
                question.secret,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of some questions stand how; what is secret is in none of the counts."""

    answered: int
    stale: int
    open: int
    away: int
    """Does not arise."""

    @property
    def of(self) -> int:
        return self.answered + self.stale + self.open + self.away


def count_of(asked: Iterable[Asked]) -> Count:
    states = [each.state for each in asked if not each.secret]
    return Count(*(states.count(state) for state in ("answered", "stale", "open", "n/a")))


def most_urgent(asked: Iterable[Asked], most: int = 3) -> tuple[Asked, ...]:
    """What to fill in first: the open before the stale, each in the order in which the questions are asked."""
    wanting = [each for each in asked if each.wants()]
    return tuple(sorted(wanting, key=lambda each: each.state != "open"))[:most]
