"""What can go wrong, as codes: the words are in the catalogue, the exit code is the command line's."""

from __future__ import annotations

from dataclasses import dataclass


class KamdeskError(Exception):
    """An expected failure that a user is told about: ``code`` names the text ``error.<code>`` of the catalogue.

    ``values`` fill the text's placeholders. ``exit_code`` is what the command line leaves with: 2 when an input
    can't be read, 1 otherwise.
    """

    exit_code = 1

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class FieldName:
    """A field of a table, among the values of an error: it is said as its heading, in the language spoken."""

    table: str
    name: str


class RuleError(KamdeskError):
    """What was asked breaks a rule of the field (a visit that ends before it begins, say)."""


class NotFound(KamdeskError):
    """No such row in the book."""


class BookError(KamdeskError):
    """The book can't be opened, read or written as it is."""


class Stopped(Exception):
    """The user stopped what was going on; nothing of it was written."""


class InputError(KamdeskError):
    """A file given by the user can't be read."""

    exit_code = 2
