"""What a question that a list left may be answered with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.jobs.questions import (
    Question,
    ask_again,
    leave_firms,
    leave_out,
    take_cell,
    take_firms,
    take_list_cell,
    take_row,
    take_value,
)

translate = QCoreApplication.translate
Answer = tuple[str, Any, dict[str, Any]]
"""Its words, the job that carries it out, what that is given."""
TYPED = (take_cell, take_list_cell)
"""The answers that are typed."""


def possible(question: Question) -> list[Answer]:
    """What a question may be answered with, the likeliest first."""
    item = question.item
    asked = {"pending_id": item.id}
    if item.left_out:
        return [(translate("QuestionsDialog", "Ask it again"), ask_again, asked)]
    answers: list[Answer] = []
    if item.kind != "fields" and item.of is None and item.typed is not None:
        value = translate("QuestionsDialog", "{column} should be:").format(column=item.typed)
        answers.append((value, take_list_cell, asked))
    elif item.kind != "fields" and item.of is None:
        one = translate("QuestionsDialog", "It is {account}")
        answers += [(one.format(account=n), take_row, asked | {"account_id": key}) for key, n in item.like]
        if item.kind in ("accounts", "visits"):
            other = (
                translate("QuestionsDialog", "It is another account…")
                if item.like
                else translate("QuestionsDialog", "It is an account…")
            )
            answers.append((other, take_row, asked | {"account_id": ""}))
        if item.person:
            alone = translate("QuestionsDialog", "{person} is a customer: a new account of that name")
            answers.append((alone.format(person=item.person), take_row, asked | {"account_id": None}))
        elif item.kind == "accounts" and item.reason != "card_whose":
            answers.append(
                (translate("QuestionsDialog", "It is a new account"), take_row, asked | {"account_id": None})
            )
        if question.of_unknown_firms > 1:
            every = translate(
                "QuestionsDialog", "All firms of this list that the book lacks are new accounts ({n} people)"
            )
            answers.append((every.format(n=question.of_unknown_firms), take_firms, asked))
            none = translate(
                "QuestionsDialog", "Leave out all people of this list whose firms the book lacks ({n})"
            )
            answers.append((none.format(n=question.of_unknown_firms), leave_firms, asked))
    elif item.kind == "fields":
        listed = translate("QuestionsDialog", "What the list says holds"), take_value, asked
        return [listed, (translate("QuestionsDialog", "What the book says holds"), leave_out, asked)]
    elif item.typed is not None and (item.of_list or item.account_id is None):
        answers.append((translate("QuestionsDialog", "The right value is:"), take_list_cell, asked))
    elif item.typed is not None:
        value = translate("QuestionsDialog", "The right value is:")
        answers.append((value, take_cell, asked | {"account_id": item.account_id}))
    answers[:0] = _in_units(question, answers)
    answers.append((translate("QuestionsDialog", "Leave it out"), leave_out, asked))
    return answers


def _in_units(question: Question, answers: Sequence[Answer]) -> list[Answer]:
    """An amount out of proportion under a header in 万元, read in yuan or in ten thousands, without typing."""
    item, typed = question.item, next((each for each in answers if each[1] in TYPED), None)
    if item.reason != "amount_proportion" or typed is None or "万" not in (item.typed or ""):
        return []
    said = translate("QuestionsDialog", "It is {amount}")
    told = (f"{value_in(question).strip()}{unit}" for unit in ("元", "万元"))
    return [(said.format(amount=amount), typed[1], typed[2] | {"text": amount}) for amount in told]


def is_typed(answer: Answer) -> bool:
    """Whether the answer is what stands in the field."""
    return answer[1] in TYPED and "text" not in answer[2]


def value_in(question: Question) -> str:
    """What the list has in the doubtful cell."""
    if question.item.of:
        return question.says[-1][1]
    return str(question.item.asked.get(question.item.typed or "", ""))
