"""A question that a list left, in words: what the list says, what the book says of those it may be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from kamdesk.qt.jobs.questions import Question

translate = QCoreApplication.translate
BETWEEN = "   "


def pair(name: str, value: str) -> str:
    return translate("QuestionsDialog", "{name}: {value}").format(name=name, value=value)


def title(question: Question) -> str:
    named = question.item.of or question.item.person or question.named
    return named or (question.says[0][1] if question.says else question.place)


def in_words(question: Question) -> str:
    """The row; under it the accounts that it may be, by address, telephone and people, or the fields of the book."""
    says = BETWEEN.join(pair(name, value) for name, value in question.says)
    if question.held:
        held = BETWEEN.join(pair(name, value) for name, value in question.held)
    else:
        held = "\n".join(filter(None, (_card(question, key, name) for key, name in question.item.like)))
    if not held:
        return says
    return translate("QuestionsDialog", "The list: {says}\nThe book: {held}").format(says=says, held=held)


def _card(question: Question, key: str, name: str) -> str:
    card = question.item.cards.get(key)
    if card is None:
        return ""
    unknown = translate("QuestionsDialog", "not recorded")
    numbers = [_as_in_list(each, question) for each in dict.fromkeys((*card.phones, *card.called))]
    facts = (
        (translate("QuestionsDialog", "Address"), card.address or unknown),
        (translate("QuestionsDialog", "Telephone"), ", ".join(numbers) or unknown),
        (translate("QuestionsDialog", "Contact"), ", ".join(card.people) or unknown),
    )
    return BETWEEN.join([name, *(pair(what, value) for what, value in facts)])


def _as_in_list(number: str, question: Question) -> str:
    """A telephone of the book; that the list says the very same is what tells one firm from two."""
    digits = _digits(number)
    said = (part for _, value in question.says for part in re.split(r"[\s,，;；、/]+", value))
    if digits and any(_digits(part) == digits for part in said):
        return translate("QuestionsDialog", "{number} (the same in the list)").format(number=number)
    return number


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
