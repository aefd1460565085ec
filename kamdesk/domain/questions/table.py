"""The 45 questions, one row each. Another one is a function and a row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kamdesk.domain.questions import doing, goals, keeping, market, promised, rivalry, wants, winning
from kamdesk.domain.questions.answer import Answer, Found, Scope, State, settle
from kamdesk.domain.questions.view import AccountView, BookView


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what answers it, for how many days (None: for good), at which place it is recorded (page/section).

    ``may_be_none``: that there is none, checked on a day, is an answer. ``secret``: locked until the rep unlocks it.
    ``records``: the kind of what a rep finds out that answers it, where it is one.
    """

    id: str
    scope: Scope
    life: int | None
    where: str
    answer: Callable[[Any], Found | None]
    may_be_none: bool = False
    secret: bool = False
    records: str = ""


_B, _A = Scope.BOOK, Scope.ACCOUNT

QUESTIONS = (
    Question("G1", _B, None, "goals/targets", goals.year_goals),
    Question("G2", _B, 7, "goals/breakdown", goals.each_day),
    Question("G3", _B, 35, "goals/gap", goals.deviation, may_be_none=True),
    Question("G4", _B, None, "goals/reasons", goals.why_it_must_be),
    Question("G5", _B, 100, "goals/plan", goals.my_plan),
    Question("W1", _B, 100, "market/pareto", market.part_of_keys),
    Question("W2", _A, 180, "account/needs", wants.needs, records="need"),
    Question("W3", _A, 180, "account/people", wants.whom_to_see),
    Question("W4", _B, 100, "market/line", market.who_are_key),
    Question("W5", _B, None, "settings/rule", market.smallest_unit),
    Question("W6", _B, 100, "accounts/key", market.present_keys),
    Question("W7", _B, 100, "market/potential", market.should_be_ours, may_be_none=True),
    Question("W8", _B, 100, "market/prospects", market.future_ones, may_be_none=True),
    Question("W9", _B, 100, "market/policies", market.classes),
    Question("W10", _B, 100, "market/moves", rivalry.where_rivals_aim, may_be_none=True),
    Question("W11", _B, 180, "market/shares", rivalry.whose_keys, may_be_none=True),
    Question("W12", _A, 180, "account/rivals", wants.why_the_competitor, may_be_none=True, records="rival_reason"),
    Question("W13", _A, 180, "account/rivals", wants.win_conditions, may_be_none=True, records="win_condition"),
    Question("W14", _A, 100, "account/rivals", wants.threats, may_be_none=True, records="competitor_move"),
    Question("W15", _B, 370, "market/line", market.dividing_line),
    Question("H1", _A, None, "account/team", winning.who_develops, records="account_team"),
    Question("H2", _A, None, "account/nature", winning.what_kind, records="account_nature"),
    Question("H3", _A, 180, "account/loyalty", winning.loyalty, records="loyalty_judgement"),
    Question("H4", _A, 180, "account/people", winning.who_decides),
    Question("H5", _A, 370, "account/benefits", keeping.benefits, may_be_none=True, records="benefit"),
    Question("H6", _A, 180, "account/benefits", keeping.seen_benefits, records="benefit_valuation"),
    Question("H7", _A, 370, "account/agreements", keeping.how_long, records="intended_term"),
    Question("H8", _A, 100, "account/retention", keeping.how_to_keep, records="retention_measure"),
    Question("H9", _A, 100, "account/people", winning.who_informs, secret=True),
    Question("H10", _A, 100, "account/deeds", winning.reason_and_feeling, records="value_deed"),
    Question("H11", _A, 100, "account/worth", winning.what_it_brings, records="worth"),
    Question("H12", _A, 370, "account/exit", keeping.why_give_up, records="exit_criterion"),
    Question("D1", _A, 7, "account/events", doing.care_calendar, records="care_event"),
    Question("D2", _A, 180, "account/services", doing.only_we, may_be_none=True, records="service_mark"),
    Question("D3", _A, 180, "account/services", doing.what_rivals_do, may_be_none=True, records="service_mark"),
    Question("D4", _A, 180, "account/services", doing.not_done, may_be_none=True, records="service_mark"),
    Question("D5", _A, 100, "promises/list", promised.promised, may_be_none=True),
    Question("D6", _A, 100, "promises/list", promised.kept_or_not, may_be_none=True),
    Question("D7", _A, 100, "promises/list", promised.effects),
    Question("D8", _A, 100, "promises/list", promised.would_be_lost, may_be_none=True),
    Question("D9", _A, 180, "account/rivals", doing.why_us, records="our_reason"),
    Question("D10", _A, 370, "account/terms", doing.terms, may_be_none=True, records="terms"),
    Question("D11", _A, 180, "account/services", doing.where_better, may_be_none=True, records="service_mark"),
    Question("D12", _A, 370, "papers/cost_saving", doing.cost_saving_paper, records="report_issue"),
    Question("D13", _A, 370, "papers/comparison", doing.comparison_paper, records="report_issue"),
)  # fmt: skip
_OPEN = {
    each.id: settle(each.id, each.scope, each.life, each.where, None, (), date.min) for each in QUESTIONS
}
"""How a question stands of which nothing is known: most of them, of most accounts."""
BY_ID = {question.id: question for question in QUESTIONS}
OF_BOOK = tuple(question for question in QUESTIONS if question.scope is Scope.BOOK)
OF_ACCOUNT = tuple(question for question in QUESTIONS if question.scope is Scope.ACCOUNT)


def answer(question: Question, view: AccountView | BookView) -> Answer:
    """How the question stands on the day of the view."""
    if question.secret and isinstance(view, AccountView) and view.informants is None:
        return Answer(
            question.id, question.scope, State.LOCKED, "question.state.locked_text", {}, (), question.where
        )
    every = () if question.secret else view.of("checked")
    checked = [row for row in every if row.question == question.id] if every else ()
    told = question.answer(view)
    if told is None and not checked:
        return _OPEN[question.id]
    return settle(question.id, question.scope, question.life, question.where, told, checked, view.today)


def answers_of_account(view: AccountView) -> tuple[Answer, ...]:
    """The questions asked of every account, in their order."""
    return tuple(answer(question, view) for question in OF_ACCOUNT)


def answers_of_book(view: BookView) -> tuple[Answer, ...]:
    """The questions asked once, in their order."""
    return tuple(answer(question, view) for question in OF_BOOK)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions stand how; what is secret is in none of the counts."""

    answered: int
    stale: int
    open: int
    not_applicable: int

    @property
    def done(self) -> int:
        """How many want nothing more: answered, or found not to arise. What is stale is to be asked anew."""
        return self.answered + self.not_applicable

    @property
    def of(self) -> int:
        return self.answered + self.stale + self.open + self.not_applicable


def tally(answers: tuple[Answer, ...]) -> Tally:
    """The count of an account's 29 or of the book's 15."""
    counted = [each for each in answers if not BY_ID[each.question].secret]

    def number(state: State) -> int:
        return sum(each.state is state for each in counted)

    return Tally(
        number(State.ANSWERED), number(State.STALE), number(State.OPEN), number(State.NOT_APPLICABLE)
    )
