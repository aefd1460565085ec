"""What the data of all papers have in common: audience, imprint, rhythm, cautions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum


class Audience(Enum):
    """Who may read a paper. It is said by the paper's type, never by an argument of whoever prints it."""

    INTERNAL = "internal"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the foot says of a paper's making.

    ``as_of`` is when the newest datum of the book was recorded, in the rep's wall time (None: the book is
    empty). ``logo`` is the company's, a PNG or JPEG; it stands with ``company`` in the head of each page.
    """

    rep: str
    company: str | None = None
    as_of: datetime | None = None
    logo: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """In which weeks of the cycle a fixed visit falls due: ``weeks[0]`` is the first; ``current`` is the
    index of
    the week on paper. ``every_weeks`` names the rhythm, ``next_on`` is the due day after this one."""

    every_weeks: int
    weeks: tuple[bool, ...]
    current: int | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to heed about a day or a visit: a code of `kamdesk.domain.warnings.WarningCode`.

    ``detail`` is what tells most: a festival by its code in ``holiday``, the hours, minutes, the other account.
    """

    code: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to meet: name and post. On papers that get left behind nothing else is known of them."""

    name: str
    post: str | None = None
