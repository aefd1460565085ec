"""The numbers to call an account by: its own, and that of the first of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.domain.telephone import phone_text
from kamdesk.qt.pages.account.cards import Line
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.account import AccountPage, Person, Phone


def telephone_lines(page: AccountPage, speech: Speech, *, none: Line) -> list[Line]:
    """A line for each number, to be copied; ``none`` where there is no number at all."""
    said = [_line(phone, speech) for phone in page.phones]
    called = _first_called(page)
    if called is not None:
        person, phone = called
        said.append(_line(phone, speech, " ".join(filter(None, (person.name, person.title)))))
    return said or [none]


def _line(phone: Phone, speech: Speech, whose: str = "") -> Line:
    number = phone_text(phone.number, phone.extension)
    return Line(number, speech.raised(speech.choice("phone.kind", phone.kind)), whose, copy=True)


def _first_called(page: AccountPage) -> tuple[Person, Phone] | None:
    """The first of those who are there now that has a telephone, and that telephone."""
    return next(
        (
            (person, phone)
            for person in page.people
            if person.until is None
            for phone in person.phones
            if phone.kind != "fax"
        ),
        None,
    )
