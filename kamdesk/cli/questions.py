"""The questions answered from what was recorded: the book's fifteen, or one account's thirty."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from kamdesk.cli.context import Context
from kamdesk.cli.documents import account_meant
from kamdesk.words import Words


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    parser = command("questions")
    parser.add_argument("--account", metavar="NAME|ID", help=words.text("cli.help.questions_account"))
    parser.add_argument("--json", action="store_true", help=words.text("cli.help.json"))
    parser.set_defaults(carry_out=give_questions)


def give_questions(context: Context) -> int:
    """Each question with its state, the answer or what is wanting, the records it rests on, where to record it.

    What is locked stays locked here: no command unlocks it.
    """
    from kamdesk.reads.questions.answers import account_answers, book_answers
    from kamdesk.reads.questions.saying import answer_text, question_text, state_text

    today, words = context.book_now().date(), context.words
    if context.options.account is None:
        answered = book_answers(context.store(), today=today)
    else:
        answered = account_answers(context.store(), account_id=account_meant(context), today=today)
    if context.options.json:
        context.give(
            [
                {
                    "id": each.question,
                    "scope": each.scope,
                    "state": each.state,
                    "text": answer_text(each, words),
                    "evidence": list(each.evidence),
                    "where": each.where,
                }
                for each in answered.answers
            ]
        )
        return 0
    for each in answered.answers:
        print(f"{each.question:<4} {question_text(each.question, words)}")
        print(f"     {state_text(each.state, words)}  {answer_text(each, words)}")
    counted = answered.tally
    context.say(
        "cli.questions.count",
        answered=counted.answered,
        of=counted.of,
        stale=counted.stale,
        open=counted.open,
        not_applicable=counted.not_applicable,
    )
    return 0
