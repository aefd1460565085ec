"""Telephones: what can be a number (digits with the signs that people write between them), how one is shown."""

from __future__ import annotations

import re

from kamdesk.domain.errors import RuleError

_FORM = re.compile(r"\+?[\d\s().\-/–]+")
LEAST_DIGITS, MOST_DIGITS = 3, 20


def check_number(number: str) -> None:
    """Raises RuleError ``phone_unreadable`` for letters, or for too few or too many digits to be dialled."""
    digits = sum(letter.isdigit() for letter in number)
    if not _FORM.fullmatch(number.strip()) or not LEAST_DIGITS <= digits <= MOST_DIGITS:
        raise RuleError("phone_unreadable", number=number)


def phone_text(number: str, extension: str | None) -> str:
    """``0576-88536114 转 801`` is kept as two fields and shown as ``0576-88536114-801``."""
    return f"{number}-{extension}" if extension else number
