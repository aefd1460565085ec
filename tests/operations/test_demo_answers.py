"""The demo book answers part of the questions for each key account, and leaves believable gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.questions.answer import State
from kamdesk.operations.demo import make_demo
from kamdesk.reads.questions.answers import AllAnswers, all_answers
from kamdesk.reads.questions.saying import answer_text
from kamdesk.words import Words

NOW = datetime(2026, 11, 25, 10, 2, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = make_demo(tmp_path_factory.mktemp("demo") / "demo.kam", now=NOW, accounts=16, weeks=6)
    yield store
    store.close()


@pytest.fixture(scope="module")
def answers(demo: Store) -> AllAnswers:
    return all_answers(demo, today=NOW.date())


def test_each_key_account_has_answers_and_gaps(demo: Store, answers: AllAnswers) -> None:
    with demo.read() as connection:
        keys = set(connection.scalars(select(t.account.c.id).where(t.account.c.is_key)))
    of_keys = [answered for unit, answered in answers.units.items() if unit in keys]
    assert len(of_keys) >= 5
    for answered in of_keys:
        assert 8 <= answered.tally.answered <= 27
        assert answered.tally.open
        assert answered.tally.of == 29
    states = {each.state for answered in of_keys for each in answered.answers}
    assert {State.ANSWERED, State.STALE, State.OPEN, State.LOCKED} <= states
    by_question = {
        each.question for answered in of_keys for each in answered.answers if each.state is State.ANSWERED
    }
    assert len(by_question) >= 25


def test_the_book_has_goals_a_rule_and_what_follows_from_them(answers: AllAnswers) -> None:
    assert answers.book.tally.answered >= 13
    words = Words("zh")
    texts = [answer_text(each, words) for each in answers.book.answers]
    assert not any("None" in text or "{" in text for text in texts)
