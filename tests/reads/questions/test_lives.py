"""Each question: open, recorded, answered, aged to stale, taken away, open again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.horizon import horizon
from kamdesk.domain.questions.answer import Answer, Scope, State
from kamdesk.domain.questions.table import BY_ID, QUESTIONS
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.undo import undo
from kamdesk.reads.classing.classified import classification
from kamdesk.reads.confidential import informants
from kamdesk.reads.questions.answers import account_answers, book_answers
from kamdesk.reads.questions.saying import answer_text
from kamdesk.reads.questions.touched import touched_units
from kamdesk.words import LANGUAGES, Words
from tests.books import NOW, TODAY, make_book
from tests.reads.questions.recorders import RECORDERS, Ids, about, begin

FOR_GOOD = {question.id for question in QUESTIONS if question.life is None}


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Ids]]:
    store = make_book(tmp_path_factory.mktemp("book"))
    yield store, begin(store)
    store.close()


def asked(store: Store, ids: Ids, question: str, day: date = TODAY) -> Answer:
    if BY_ID[question].scope is Scope.BOOK:
        every = book_answers(store, today=day).answers
    else:
        unlocked = informants(store, account_id=ids.account) if question == "H9" else None
        every = account_answers(store, account_id=ids.account, today=day, informants=unlocked).answers
    (found,) = [each for each in every if each.question == question]
    return found


def test_there_is_a_recorder_for_each_question() -> None:
    assert list(RECORDERS) == [question.id for question in QUESTIONS]
    assert len(RECORDERS) == 45


@pytest.mark.parametrize("question", RECORDERS)
def test_a_question_lives_and_dies_with_its_records(there: tuple[Store, Ids], question: str) -> None:
    store, ids = there
    before = asked(store, ids, question)
    assert (before.state, before.evidence) == (State.OPEN, ())
    done = list(RECORDERS[question](store, ids))

    answer = asked(store, ids, question)
    assert answer.state is State.ANSWERED
    written = {row for changes in done for rows in changes.rows.values() for row in rows} | {ids.account}
    assert answer.evidence
    assert set(answer.evidence) <= written
    for language in LANGUAGES:
        text = answer_text(answer, Words(language))
        assert text
        assert not set("{}") & set(text)
        assert "None" not in text

    life = BY_ID[question].life
    if life is not None:
        assert asked(store, ids, question, TODAY + timedelta(days=life)).state is State.ANSWERED
        stale = asked(store, ids, question, TODAY + timedelta(days=life + 1))
        assert stale.state is State.STALE
        assert stale.evidence == answer.evidence
    elif question not in ("G1", "G4"):
        assert asked(store, ids, question, TODAY + timedelta(days=5_000)).state is State.ANSWERED

    for changes in reversed(done):
        undo(store, operation_id=changes.operation_id or "", now=NOW)
    again = asked(store, ids, question)
    assert (again.state, again.evidence) == (State.OPEN, ())


def test_goals_of_a_year_end_with_it(there: tuple[Store, Ids]) -> None:
    store, ids = there
    for question in ("G1", "G4"):
        done = list(RECORDERS[question](store, ids))
        assert asked(store, ids, question, date(2026, 12, 31)).state is State.ANSWERED
        assert asked(store, ids, question, date(2027, 1, 1)).state is State.OPEN
        for changes in reversed(done):
            undo(store, operation_id=changes.operation_id or "", now=NOW)


def test_pages_that_answers_name_are_places_of_the_window() -> None:
    pages = {"today", "line", "accounts", "account", "promises", "goals", "market", "papers", "settings"}
    for question in QUESTIONS:
        page, _, section = question.where.partition("/")
        assert page in pages
        assert section


@pytest.mark.parametrize("question", [each.id for each in QUESTIONS if each.scope is Scope.ACCOUNT])
def test_a_change_says_whose_answers_are_to_be_asked_anew(there: tuple[Store, Ids], question: str) -> None:
    store, ids = there
    done = list(RECORDERS[question](store, ids))
    touched = [touched_units(store, changes) for changes in done]
    assert any(each is None or ids.account in each for each in touched)
    for changes in reversed(done):
        undo(store, operation_id=changes.operation_id or "", now=NOW)


def test_who_is_key_is_judged_as_the_classification_judges(there: tuple[Store, Ids]) -> None:
    store, ids = there
    done = [*RECORDERS["W15"](store, ids), *RECORDERS["W7"](store, ids)]
    told = {each.question: each for each in book_answers(store, today=TODAY).answers}
    found = classification(store, now=NOW)
    assert found.rule is not None
    inside = [each.unit_id for each in found.judged if each.is_key]
    assert told["W4"].evidence == (found.rule.rule.id, *inside)
    assert told["W4"].values["count"] == len(inside)
    assert told["W4"].values["out"] == sum(each.is_key is False for each in found.judged)
    assert told["W4"].values["near"] == len(found.near)
    for changes in reversed(done):
        undo(store, operation_id=changes.operation_id or "", now=NOW)


@pytest.mark.parametrize("is_key", [True, False])
def test_an_exception_decides_who_is_key_and_is_evidence(there: tuple[Store, Ids], is_key: bool) -> None:
    """Without figures the account is out by the rule; with enough of them it is in."""
    store, ids = there
    done = list(RECORDERS["W15"](store, ids))
    if not is_key:
        done += [*RECORDERS["H11"](store, ids), *about("potential", amount=80_000_000)(store, ids)]
        assert asked(store, ids, "W4").values["count"] == 1
    made = record(
        store, table="rule_exception", now=NOW, account_id=ids.account, is_key=is_key, why="样板", until=TODAY
    )
    (exception,) = made.of("rule_exception")
    done.append(made)

    def told(question: str, day: date = TODAY) -> Answer:
        return asked(store, ids, question, day)

    assert told("W4").values["count"] == int(is_key)
    assert told("W4").values["out"] == int(not is_key)
    assert told("W4").values["exceptions"] == told("W15").values["exceptions"] == 1
    assert exception in told("W4").evidence
    assert (ids.account in told("W4").evidence) is is_key
    after = TODAY + timedelta(days=1)
    assert exception not in told("W4", after).evidence
    assert told("W4", after).values["exceptions"] == told("W15", after).values["exceptions"] == 0
    for changes in reversed(done):
        undo(store, operation_id=changes.operation_id or "", now=NOW)


def test_who_has_not_bought_for_years_is_known_by_the_last_purchase(there: tuple[Store, Ids]) -> None:
    store, ids = there
    done = list(RECORDERS["H11"](store, ids))
    then = asked(store, ids, "H11")
    later = asked(store, ids, "H11", TODAY + timedelta(days=1_000))
    assert (later.state, later.evidence) == (State.STALE, then.evidence)
    for changes in reversed(done):
        undo(store, operation_id=changes.operation_id or "", now=NOW)


@pytest.mark.parametrize(
    ("days", "where"), [(-5, "soon"), (91, "soon"), (92, "middle"), (365, "middle"), (366, "later")]
)
def test_prospects_stand_where_the_market_page_puts_them(
    there: tuple[Store, Ids], days: int, where: str
) -> None:
    store, ids = there
    expected = TODAY + timedelta(days=days)
    done = list(about("prospect", expected_on=expected, source="fair")(store, ids))
    counts = asked(store, ids, "W8").values
    assert {name: counts[name] for name in ("soon", "middle", "later")} == {
        "soon": 0, "middle": 0, "later": 0, where: 1
    }  # fmt: skip
    assert str(horizon(expected, TODAY)) == where
    for changes in reversed(done):
        undo(store, operation_id=changes.operation_id or "", now=NOW)
