"""Rules on people: what holds on a day, how a name is shown, which roles nobody fills, how old somebody turns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kamdesk.domain.contact import BuyingRole


def holds(since: date | None, until: date | None, day: date) -> bool:
    """Whether a post or role stands on ``day``; both ends are included, an open end is open."""
    return (since is None or since <= day) and (until is None or day <= until)


def shown_name(name: str, latin_name: str | None, language: str) -> str:
    """The name to print: as the person writes it; in English the Latin form of a name in other letters."""
    return latin_name if language == "en" and latin_name and not name.isascii() else name


def missing_roles(held: Iterable[str]) -> tuple[BuyingRole, ...]:
    """The roles of the buying centre that nobody at the account is known to hold, in the order of the roles."""
    known = set(held)
    return tuple(role for role in BuyingRole if role not in known)


def years_at(birth_year: int | None, birthday: date, birthday_year: int | None = None) -> int | None:
    """How old the person turns on ``birthday``; None where the year of birth is not known.

    ``birthday_year`` is the lunar year that a lunar birthday belongs to: early in the solar year it is the
    one before. Chinese custom counts the year of birth as one (虚岁); this counts full years (周岁).
    """
    if birth_year is None:
        return None
    years = (birthday_year or birthday.year) - birth_year
    return years if years >= 0 else None
