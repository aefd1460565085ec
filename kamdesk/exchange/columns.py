"""Which column is which field, and so what kind of table it is: by what the headers say and what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kamdesk.domain.account import Datum
from kamdesk.exchange.fingerprint import column_names
from kamdesk.exchange.headers import Header, header_key, is_year, read_below, read_header
from kamdesk.exchange.kinds.matrix import ACROSS, GIVEN, counts_across, oriented
from kamdesk.exchange.kinds.periods import read_column_period
from kamdesk.exchange.kinds.titles import Titles
from kamdesk.exchange.kinds.wide import wide_field
from kamdesk.exchange.mapping import IGNORE, WORDS, ColumnRule, TableRule
from kamdesk.exchange.people_first import with_people
from kamdesk.exchange.programs import ruled
from kamdesk.exchange.rules import rules_by_column
from kamdesk.exchange.synonyms import CALLED, Kind, synonyms
from kamdesk.exchange.values.dates import Order

MANY = (
    ACROSS
    | frozenset({"bucket", "sold", "level_price", "supplier_share"})
    | frozenset({"phone", "mobile", "account_phone", "fax", "sales", "note", "tag", "email", "wechat"})
)
"""A row may name several of these; of any other field the first column counts, a second is kept as words."""
NUMBERED = frozenset(
    {
        "contact",
        "title",
        "department",
        "birthday",
        "salutation",
        "latin_name",
        "contact_first",
        "contact_last",
    }
)
"""Fields of a person, of whom a row may name several: 联系人2 with 职务2."""
_OF_A_PERSON = frozenset({"birthday", "title", "department", "salutation", "mobile"})
# What a column of these is called, no firm is called.
_NO_FIRM = frozenset({
    "address", "birthday", "city", "contact", "district", "email", "fax", "latitude", "longitude", "mobile",
    "order_number", "ordered_on", "phone", "postal_code", "price", "product_code", "product_name",
    "province", "quantity", "specification", "title", "wechat",
})  # fmt: skip
# A heading over several columns that says what their sums count: 金额(万元).
_OVER_SUMS = re.compile(r"[^:：()（）]{1,12}[(（]\s*(?:单位[:：])?\s*(?:人民币)?[百千十]?[万亿千]?元\s*[)）]")
_NO_TITLES = Titles()
_OWNERS = re.compile(
    "^(?:客户|公司|单位|企业|门店|所在|所属|联系人|负责人|老板"
    "|customer|client|company|business|account|billing|mailing|registered|office|primary|main|contact)+"
)
_GOODS = {"order_number", "ordered_on", "price", "product_code", "product_name", "quantity"}
_OWNED = _NO_FIRM - _GOODS | {"country", "department", "level"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands (from 0), its header, its field (None: nobody knows it), how it is meant.

    ``group`` is the heading over it and its neighbours, ``name`` what tells it from the others of its table.
    ``said``: a mapping says what it is, so its values have no say in it.
    """

    index: int
    header: Header
    field: str | None
    ignored: bool = False
    unit: int | None = None
    year: int | None = None
    order: Order | None = None
    datum: Datum | None = None
    currency: str | None = None
    percent: bool = False
    group: str = ""
    name: str = ""
    said: bool = False

    @property
    def title(self) -> str:
        """The header as it stands in the file, on one line."""
        return " ".join(self.header.text.split())


@dataclass(frozen=True, slots=True)
class Heading:
    """A header as read for one kind: ``known`` columns explain the table, ``context`` is what a second row added."""

    kind: str
    columns: tuple[Column, ...]
    known: int
    context: int = 0


def best_heading(
    labels: Sequence[tuple[str, str]], rule: TableRule, titles: Titles = _NO_TITLES
) -> Heading | None:
    """The kind that explains most of the headers; None where no kind has what it needs.

    ``labels`` are the header texts, each with the heading above it (``""``: none); ``titles`` what stands above them.
    """
    headings = all_headings(labels, rule, titles)
    return max(headings, key=lambda heading: heading.known, default=None)


def all_headings(labels: Sequence[tuple[str, str]], rule: TableRule, titles: Titles) -> list[Heading]:
    """The header read for each kind that it could be of, in the order in which ties are settled."""
    kinds = synonyms().kinds
    if (meant := ruled(rule, labels).kind) in kinds:
        chosen = [kinds[str(meant)]]
    else:
        keys = [header_key(text) for label in labels for text in label if text]
        title = titles.key
        chosen = [kind for kind in kinds.values() if kind.may_be(keys, title)]
    headers = [read_below(label, group) for label, group in labels]
    names = column_names(labels)
    return [heading for kind in chosen if (heading := _heading(kind, labels, names, headers, rule, titles))]


def _heading(
    kind: Kind,
    labels: Sequence[tuple[str, str]],
    names: Sequence[str],
    headers: Sequence[Header],
    rule: TableRule,
    titles: Titles,
) -> Heading | None:
    columns, context = _columns(kind, labels, names, headers, rule, titles)
    named = rule.people and any(column.field in CALLED for column in columns)
    if missing_fields(kind, columns, titles) and not named:
        return None
    if kind.name == "accounts" and ruled(rule, labels).kind is None and _people(columns):
        return None
    return Heading(kind.name, tuple(columns), sum(column.field is not None for column in columns), context)


def heading_as(kind: Kind, labels: Sequence[tuple[str, str]], rule: TableRule, titles: Titles) -> Heading:
    """The header read for one kind, also where that kind needs a field that no column is."""
    headers = [read_below(label, group) for label, group in labels]
    columns, context = _columns(kind, labels, column_names(labels), headers, rule, titles)
    return Heading(kind.name, tuple(columns), sum(column.field is not None for column in columns), context)


def missing_fields(kind: Kind, columns: Sequence[Column], titles: Titles) -> tuple[frozenset[str], ...]:
    """The groups of fields of which a kind needs one and has none."""
    fields = {column.field for column in columns}
    fields |= {"span"} if titles.span else set()
    fields |= {"account_name"} if kind.told and titles.account else set()
    fields |= {given for field in ACROSS & fields for given in GIVEN[field]}
    return tuple(group for group in kind.needs if not (group & fields))


def _columns(
    kind: Kind,
    labels: Sequence[tuple[str, str]],
    names: Sequence[str],
    headers: Sequence[Header],
    rule: TableRule,
    titles: Titles,
) -> tuple[list[Column], int]:
    told = kind.is_told(titles.key) or rule.kind == kind.name
    said_of = rules_by_column(ruled(rule, labels).columns, names, headers)
    own = rules_by_column(rule.columns, names, headers)
    # What a mapping says is of a field comes before what only is called so.
    claimed = {
        (said.field, header.number if said.field in NUMBERED else 1)
        for said, header in zip(said_of, headers, strict=True)
        if said and said.field and said.field not in (IGNORE, WORDS)
    }
    columns: list[Column] = []
    taken: set[tuple[str, int]] = set()
    context = 0
    for index, ((label, group), header) in enumerate(zip(labels, headers, strict=True)):
        said = said_of[index]
        field, in_context = _field(kind, header, label, group)
        if kind.name == "stock" and field == "quantity" and counts_across(label, group):
            field = None
        if kind.name == "sales" and field == "amount" and group and read_column_period(label, group):
            field = None
        if field is None and kind.wide and label + group:
            bare = told and not _is_word(header)
            field = wide_field(kind.name, header, label, group, told=bare)
            in_context = field == "sold" and read_column_period(label, group) != read_column_period(label)
            in_context = in_context or (field in ACROSS and bool(label and group))
        in_context = in_context or bool(label and group and _OVER_SUMS.fullmatch(group.strip()))
        number = header.number if field in NUMBERED else 1
        if field and field not in MANY and (field, number) in claimed:
            field = None
        if said and said.field:
            field = said.field if said.field not in (IGNORE, WORDS) else None
        ignored = bool(said and said.field == IGNORE) or (
            not (said and said.field) and header_key(header.text) in synonyms().ignored
        )
        number = header.number if field in NUMBERED else 1
        if field and field not in MANY:
            if (field, number) in taken or field not in kind.field_names():
                field = None
            else:
                taken.add((field, number))
        context += in_context and field is not None
        column = _column(index, header, None if ignored else field, ignored, said, rule, group)
        columns.append(replace(column, name=names[index], said=bool((one := own[index]) and one.field)))
    if kind.name == "stock":
        columns = oriented(columns, of_one=bool(titles.account))
    elif kind.name == "accounts":
        columns = with_people(columns)
    return _unnamed(kind, _spare(kind, columns, taken)), context


def _spare(kind: Kind, columns: Sequence[Column], taken: set[tuple[str, int]]) -> list[Column]:
    """A 负责人 is whom to speak to where no column says 联系人."""
    free = set(kind.spare.values()) - {field for field, _ in taken}
    settled_columns: list[Column] = []
    for column in columns:
        if column.field is None and not column.ignored:
            field = next((kind.spare[key] for key in column.header.keys if key in kind.spare), None)
            if field in free:
                free.discard(field)
                column = replace(column, field=field)
        settled_columns.append(column)
    return settled_columns


def _unnamed(kind: Kind, columns: list[Column]) -> list[Column]:
    """Reports name the customers in a first column without a header, beside several amounts."""
    many = sum(column.field in kind.wide for column in columns)
    named = any(column.field in ("account_code", "account_name") for column in columns)
    if many >= 2 and not named and columns[0].field is None and not columns[0].title:
        return [replace(columns[0], field="account_name"), *columns[1:]]
    return columns


def _column(
    index: int,
    header: Header,
    field: str | None,
    ignored: bool,
    said: ColumnRule | None,
    rule: TableRule,
    group: str,
) -> Column:
    said = said or ColumnRule()
    return Column(
        index=index,
        header=header,
        field=field,
        ignored=ignored,
        unit=said.unit or header.unit,
        year=said.year or header.year,
        order=said.date_order or rule.date_order,
        datum=said.datum or rule.datum or header.datum,
        currency=said.currency or header.currency or rule.currency,
        percent=said.percent or "%" in header.text or "％" in header.text,
        group=group,
    )


def is_header(text: str) -> bool:
    """Whether a text where a firm's name should stand is what a column is called: another table's header, or a form."""
    key = header_key(text)
    return any(kind.fields.get(key) in _NO_FIRM for kind in synonyms().kinds.values())


def _is_word(header: Header) -> bool:
    """Whether some list knows the header: a 电话 under a title of shares is no supplier."""
    return any(key in kind.fields for kind in synonyms().kinds.values() for key in header.keys)


def _field(kind: Kind, header: Header, label: str, group: str) -> tuple[str | None, bool]:
    """The field, and whether the heading above had a say in it."""
    if label and group:
        over, own = header_key(group), header_key(label)
        if over + own in kind.fields:
            return kind.fields[over + own], True
        if kind.name == "accounts":
            for name, headings in synonyms().groups.items():
                if over in headings and own in synonyms().group_fields[name]:
                    return synonyms().group_fields[name][own], True
    known = next((kind.fields[key] for key in header.keys if key in kind.fields), None)
    if known is None and kind.name == "accounts":
        if group and is_year(header):
            return "sales" if "sales" in map(kind.fields.get, read_header(group).keys) else None, False
        known = next((field for key in header.keys if (field := _without_owner(kind, key))), None)
    return known, False


def _without_owner(kind: Kind, key: str) -> str | None:
    """客户所在城市 and Billing City are cities: whose they are goes without saying in a list of customers."""
    field = kind.fields.get(_OWNERS.sub("", key))
    return field if field in _OWNED else None


def _people(columns: Sequence[Column]) -> bool:
    """Names without a firm: a list of people is no list of accounts, even if the column is only called ``name``."""
    by_field = {column.field: column for column in columns if column.field}
    generic = header_key(by_field["name"].header.text) in ("name", "名称")
    return generic and "contact" not in by_field and bool(_OF_A_PERSON & set(by_field) - {"mobile"})
