"""Who takes part: accounts with their firm, and people with their posts, before any of it is in the book."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamdesk.domain.account import AccountStatus
from kamdesk.domain.geo import Point
from kamdesk.operations.demo.lists import Entry, Good, Part, Place


@dataclass(eq=False)
class Person:
    """A person as drawn; ``called`` is how the rep speaks of them. ``contact_id`` and ``post_id`` once recorded."""

    name: str
    latin: str
    called: str
    post: Entry
    woman: bool
    mobile: str
    direct: tuple[str, str] | None = None
    wechat: str | None = None
    email: str | None = None
    birthday: tuple[str, int | None, int, int] | None = None
    salutation: str | None = None
    contact_id: str = ""
    post_id: str = ""


@dataclass(eq=False)
class Member:
    """An account as drawn. ``annual`` is what it buys in a year, in yuan; ``goods`` what of ours it buys."""

    part: Part
    place: Place
    point: Point
    name: str
    short_name: str
    annual: int
    address: str
    phones: list[tuple[str, str | None, str]]
    wechat: str | None
    goods: list[Good] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    parent: Member | None = None
    account_id: str = ""

    @property
    def faces(self) -> list[Person]:
        """Whom the rep may meet here: its own people, then those of the firm it is part of."""
        above = self.parent.people if self.parent else []
        return [*self.people, *above]

    @property
    def buys(self) -> bool:
        """Whether it buys from us yet."""
        return self.part.status != AccountStatus.PROSPECT

    @property
    def weeks(self) -> int:
        """How many weeks lie between two visits, or orders where nobody comes."""
        return {"weekly": 1, "twice": 1, "fortnightly": 2, "monthly": 4}.get(self.part.visits, 3)

    @property
    def visited(self) -> bool:
        """Whether it has a place on the line."""
        return self.part.visits != "none"
