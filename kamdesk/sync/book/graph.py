"""How the rows of a book hang together: what each is a part of, what it can't do without, what it only names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.sync.book.shapes import CONFIDENTIAL, Shape, shapes
from kamdesk.sync.merge import Json

Place = tuple[str, str]
"""Table and id."""

ACCOUNT, CONTACT = "account", "contact"
BELONGS = frozenset({"account_id", "visit_id", "report_id", "order_id", "from_slot_id", "to_slot_id"})
"""Links from a row to the one that it is a part of."""
KEPT_WITH = ("attachment", "evidence")
"""Tables whose rows name what they are kept with: `subject` its table, `subject_id` its id."""
TIES = ("contact_post", "contact_role")
"""Tables whose rows tie a person to an account."""
COMMON = {"rep": (), "product": (), "competitor": (), "service_item": (), "key_rule": ("rule_criterion",)}
"""Tables of what is no account's, which whoever has a row that names it gets too; which of its parts come along."""
_PARTS = frozenset(
    (table, field.name) for table, kind in KINDS.items() for field in described(kind) if field.part
) | {("contact_phone", "contact_id"), ("informant_share", "assignment_id")}


def is_part(table: str, link: str) -> bool:
    """Whether a row of ``table`` is a part of the one that its field ``link`` leads to."""
    return link in BELONGS or (table, link) in _PARTS


def _many() -> dict[Place, list[Place]]:
    return defaultdict(list)


@dataclass(frozen=True, slots=True)
class Graph:
    """Rows and how they hang together: what each leads to, what is a part of it, what it is a part of.

    ``above`` is what a row goes nowhere without: what its links that may not be empty lead to, and its account.
    ``ties`` are the accounts that a person has to do with by posts and roles.
    """

    rows: set[Place] = field(default_factory=set)
    leads: dict[Place, list[Place]] = field(default_factory=_many)
    parts: dict[Place, list[Place]] = field(default_factory=_many)
    wholes: dict[Place, list[Place]] = field(default_factory=_many)
    above: dict[Place, list[Place]] = field(default_factory=_many)
    ties: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, shape: Shape, row: str, value: Callable[[str], Json]) -> None:
        """A row that is not in it yet, whose fields have these values."""
        here = (shape.table, row)
        self.rows.add(here)
        optional: list[Place] = []
        needed: list[Place] = []
        whole = False
        for name, table in shape.links.items():
            target = value(name)
            if not isinstance(target, str):
                continue
            there = (table, target)
            self.leads[here].append(there)
            part = is_part(shape.table, name)
            if part:
                self._part(here, there)
            if name in shape.needed or (part and table == ACCOUNT):
                needed.append(there)
                whole = whole or part
            elif part:
                optional.append(there)
        if shape.table in KEPT_WITH:
            there = (str(value("subject")), str(value("subject_id")))
            self._part(here, there)
            needed.append(there)
            whole = True
        if not whole:
            needed += optional
        if needed:
            self.above[here] += needed
        if shape.table in TIES:
            self.ties[str(value("contact_id"))].add(str(value("account_id")))

    def with_more(self, more: Graph) -> Graph:
        """Both together; of a row that is in both what either says of it."""
        found = Graph(self.rows | more.rows)
        for name in ("leads", "parts", "wholes", "above"):
            for each in (self, more):
                for place, others in getattr(each, name).items():
                    getattr(found, name)[place] += others
        for each in (self, more):
            for contact, accounts in each.ties.items():
                found.ties[contact] |= accounts
        return found

    def without_parts(self, places: Collection[Place]) -> Graph:
        """As it is, but that these rows are parts of nothing: they come along only where another leads to them."""
        found = replace(self, parts=_many())
        for whole, parts in self.parts.items():
            found.parts[whole] += [part for part in parts if part not in places]
        return found

    def _part(self, here: Place, there: Place) -> None:
        self.parts[there].append(here)
        self.wholes[here].append(there)

    def within(self, accounts: Collection[str], more: Iterable[Place] = ()) -> set[Place]:
        """All that hangs on the accounts and on the rows ``more``, and what these can't do without.

        Nothing that hangs on another account: of what a row names beside, only what is common, and the people of these
        accounts or of none.
        """
        roots = set(more)
        fits = _Fits(self, accounts, roots)
        found = self._hanging(((ACCOUNT, account) for account in accounts), fits)
        found |= self._hanging(roots, lambda part: fits(part) and self.accounts_of(part) <= set(accounts))
        ahead = list(found)
        while ahead:
            here = ahead.pop()
            named = [there for there in self.leads.get(here, ()) if fits.may_be_named(there)]
            beside = [*self.above.get(here, ()), *named]
            if here[0] == CONTACT or here[0] in COMMON:
                beside += [
                    part for part in self.parts.get(here, ()) if _comes_with(part, here) and fits(part)
                ]
            for there in beside:
                if there not in found and there in self.rows:
                    found.add(there)
                    ahead.append(there)
        return found

    def _hanging(self, roots: Iterable[Place], fits: Callable[[Place], bool]) -> set[Place]:
        found: set[Place] = set()
        ahead = list(roots)
        while ahead:
            here = ahead.pop()
            if here not in found:
                found.add(here)
                ahead += [part for part in self.parts.get(here, ()) if part not in found and fits(part)]
        return found

    def around(self, accounts: Collection[str], more: Iterable[Place] = ()) -> set[Place]:
        """All that hangs on the accounts and on the rows ``more``, and whatever these lead to."""
        found: set[Place] = set()
        ahead = [*((ACCOUNT, account) for account in accounts), *more]
        while ahead:
            here = ahead.pop()
            if here not in found:
                found.add(here)
                ahead += self.leads.get(here, ())
                if here[0] != ACCOUNT or here[1] in accounts:
                    ahead += self.parts.get(here, ())
        return found

    def hanging_on(self, accounts: Iterable[str]) -> set[Place]:
        """The accounts' rows and all their parts."""
        return self._hanging(((ACCOUNT, account) for account in accounts), lambda _: True)

    def accounts_of(self, place: Place, more: Mapping[Place, list[Place]] | None = None) -> set[str]:
        """The accounts that a row hangs on; ``more`` says of rows that are not here yet what they are parts of."""
        found: set[str] = set()
        seen: set[Place] = set()
        ahead = [place]
        while ahead:
            here = ahead.pop()
            if here in seen:
                continue
            seen.add(here)
            if here[0] == ACCOUNT:
                found.add(here[1])
            else:
                ahead += self.wholes.get(here, ()) if more is None or here not in more else more[here]
        return found


def _comes_with(part: Place, whole: Place) -> bool:
    return whole[0] == CONTACT or part[0] in COMMON[whole[0]]


class _Fits:
    """Whether a row may go where these accounts and roots go: nothing above it hangs on another account."""

    def __init__(self, graph: Graph, accounts: Collection[str], roots: Collection[Place]) -> None:
        self._graph = graph
        self._accounts = accounts
        self._roots = roots
        self._known: dict[Place, bool] = {}

    def __call__(self, place: Place) -> bool:
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = self._walk(place)
        return known

    def may_be_named(self, place: Place) -> bool:
        """Whether a row that is led to, though that link may be empty, comes along."""
        if place[0] == CONTACT:
            ties = self._graph.ties.get(place[1])
            return not ties or not ties.isdisjoint(self._accounts)
        return place[0] in COMMON and self(place)

    def _walk(self, place: Place) -> bool:
        seen: set[Place] = set()
        ahead = [place]
        while ahead:
            here = ahead.pop()
            if here in seen or here in self._roots:
                continue
            seen.add(here)
            if here[0] == ACCOUNT:
                if here[1] not in self._accounts:
                    return False
                continue
            known = self._known.get(here)
            if known is False:
                return False
            if known is None:
                ahead += self._graph.above.get(here, ())
        return True


def read_graph(connection: Connection, *, confidential: bool = False) -> Graph:
    """How all rows of the book hang together; those of who informs us, which never count for others, where asked."""
    graph = Graph()
    for table, shape in shapes().items():
        if table in CONFIDENTIAL and not confidential:
            continue
        names = [*shape.links, *(("subject", "subject_id") if table in KEPT_WITH else ())]
        columns = "".join(f', "{name}"' for name in names)
        for row in plain.rows(connection, f'SELECT id{columns} FROM "{table}"'):
            graph.add(shape, row[0], dict(zip(names, row[1:], strict=True)).get)
    return graph
