"""Rows of a customer list: the account, the people named in it, what it bought."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from kamdesk.domain.account import Datum
from kamdesk.domain.geo import Point, to_wgs84
from kamdesk.exchange.cards.sheet import COMPANY
from kamdesk.exchange.columns import Column, is_header
from kamdesk.exchange.kinds.about import About
from kamdesk.exchange.layout import Table
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.profile import Profile
from kamdesk.exchange.records import AccountRecord, ContactRecord, Rejected, SalesRecord
from kamdesk.exchange.row import Reading, number_of
from kamdesk.exchange.standing import new_firm, place_in_tree, told
from kamdesk.exchange.synonyms import CALLED
from kamdesk.exchange.told_apart import full_name, labelled
from kamdesk.exchange.values.amounts import minor_units, read_amount
from kamdesk.exchange.values.birthdays import read_birthday
from kamdesk.exchange.values.coordinates import Place, read_pair, read_place
from kamdesk.exchange.values.dates import Order
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.judgements import read_flag, read_level, read_status
from kamdesk.exchange.values.names import given_first, same_key
from kamdesk.exchange.values.phones import FAX, MOBILE, OFFICE, Phone, lost_digits, read_phones
from kamdesk.exchange.values.text import folded, is_ditto, one_line

_PLAIN = ("short_name", "kind", "country", "province", "city", "district", "address", "postal_code")
_CHINA = frozenset({"中国", "china", "cn", "prc", "中华人民共和国", "people's republic of china"})
_SEVERAL = re.compile(
    "[\u4e00-\u9fff·]+[/、,;；，\n]\\s*[\u4e00-\u9fff·]+|[\u4e00-\u9fff]{2,3}(?:和|及|与)[\u4e00-\u9fff]{2,3}"
)
_NAME_AND_NUMBER = re.compile("([\u4e00-\u9fff·]{2,8})\\s*[:：]?\\s*(\\+?[\\d-]{7,18})")


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for all rows of a table. ``today`` is the day from which 上年 counts back.

    ``about`` is filled for lists about known accounts. ``people``: it is an address book, whose people need not be of a
    firm.
    """

    mapping: ListMapping
    profile: Profile
    today: date
    about: About = field(default_factory=About)
    people: bool = False


def read_account(reading: Reading, context: Context, above: AccountRecord | None) -> AccountRecord | Rejected:
    """The account that a row tells of; ``above`` is the record of the row directly above."""
    name, code = reading.text("name"), reading.code("code")
    person = name if name and reading.text("works_at") else None
    if person:
        name, code = reading.text("works_at"), None
    person_alone = name is None and code is None and any(map(reading.text, CALLED))
    card = is_card(reading.table) or context.people
    if name is None and code is None and not (card and person_alone):
        return reading.refuse("accounts", "no_name")
    if name is not None and is_header(name):
        return reading.refuse("accounts", "name_is_header")
    fields: dict[str, object] = {field: text for field in _PLAIN if (text := reading.text(field))}
    tags = [tag for column in reading.columns("tag") for tag in _tags(reading.text_in(column))]
    _judge(reading, fields, tags)
    _locate(reading, context, fields)
    city = reading.column("city")
    if city and re.match(r"\d", folded(reading.text_in(city))):
        reading.remark(city, "city_digits")
    notes = [reading.text_in(column) for column in reading.columns("note")]
    contacts = _contacts(reading, context, person)
    phones = _account_phones(reading)
    if not contacts:
        phones += [phone for field in ("mobile", "phone") for phone in _phones(reading, field, _kind(field))]
        if wechat := reading.text("wechat"):
            fields["wechat"] = wechat
    if public := reading.text("account_wechat"):
        fields["wechat"] = public
    sales = [sale for column in reading.columns("sales") if (sale := _sale(reading, column, context))]
    same = (
        above is not None
        and above.contacts
        and name
        and above.name
        and same_key(above.name) == same_key(name)
    )
    parent, owner = told(reading, "parent"), told(reading, "owner")
    rest = _rest(reading)
    return AccountRecord(
        raw=reading.raw(),
        name=name,
        code=code,
        fields=fields,
        phones=tuple(dict.fromkeys(phones)),
        tags=tuple(dict.fromkeys(tags)),
        contacts=tuple(contacts),
        sales=tuple(sales),
        notes=tuple(notes + ([rest] if rest else [])),
        above=above.contacts[-1].name if above and same else None,
        card=card,
        parent=parent,
        owner=owner,
        if_new=new_firm(reading) if contacts and not card else None,
    )


def is_card(table: Table) -> bool:
    """Whether the rows are address cards: a header that only these have says so, also when a row is read again."""
    return bool(table.columns) and table.columns[0].title == COMPANY


def _tags(text: str) -> list[str]:
    return [tag.strip() for tag in re.split(r"[,，、;；|]", text) if tag.strip()]


def _judge(reading: Reading, fields: dict[str, object], tags: list[str]) -> None:
    level = reading.read("level", lambda column: read_level(reading.text_in(column)))
    if level:
        if level.value_class:
            fields["value_class"] = level.value_class
        if level.is_key is not None:
            fields["is_key"] = level.is_key
        column = reading.column("level")
        if level.tag and column:
            tags.append(level.tag)
            reading.remark(column, "level_as_tag")
    key = reading.read("is_key", lambda column: read_flag(reading.text_in(column)))
    if key is not None:
        fields["is_key"] = key
    status = reading.read("status", lambda column: read_status(reading.text_in(column)))
    if status:
        fields["status"] = status
    place_in_tree(reading, fields)


def _locate(reading: Reading, context: Context, fields: dict[str, object]) -> None:
    columns = [reading.column(field) for field in ("latitude", "longitude", "coordinates")]
    given = [column for column in columns if column]
    if not given:
        return
    country = folded(str(fields.get("country") or "")).casefold()
    abroad = bool(country) and country not in _CHINA
    latitude, longitude, both = columns
    try:
        if both and not (latitude or longitude):
            place = read_pair(reading.text_in(both), abroad=abroad)
        else:
            north = reading.text_in(latitude) if latitude else ""
            east = reading.text_in(longitude) if longitude else ""
            place = read_place(north, east, abroad=abroad)
    except Doubt as doubt:
        value = " ".join(reading.text_in(column) for column in given)
        reading.doubt(given[0], value, doubt, "coordinates")
        return
    if place.swapped:
        reading.remark(given[0], "coordinate_swapped")
    _place(place, given[0].datum or context.mapping.datum, fields)


def _place(place: Place, datum: Datum | None, fields: dict[str, object]) -> None:
    point = to_wgs84(Point(place.latitude, place.longitude), datum)
    fields["latitude"], fields["longitude"] = round(point.latitude, 7), round(point.longitude, 7)
    fields["datum"] = str(datum or Datum.UNKNOWN)


def _kind(field: str) -> str:
    return MOBILE if field == "mobile" else OFFICE


def _phones(reading: Reading, field: str, kind: str, number: int | None = None) -> list[Phone]:
    found: list[Phone] = []
    for column in reading.columns(field):
        if number is not None and column.header.number != number:
            continue
        if lost_digits(reading.cell_in(column)):
            reading.doubt(column, reading.text_in(column), Doubt("phone_scientific"), "phones")
            continue
        phones = read_phones(reading.text_in(column), labelled(reading, column) or kind)
        found.extend(phones.numbers)
        for text, doubt in phones.doubts:
            reading.doubt(column, text, doubt, "phones")
    return found


def _account_phones(reading: Reading) -> list[Phone]:
    return _phones(reading, "account_phone", OFFICE) + _phones(reading, "fax", FAX)


def _contacts(reading: Reading, context: Context, person: str | None) -> list[ContactRecord]:
    """The people of a row; ``person`` is whom the row itself is about."""
    if person:
        found = _contact(reading, context, 1, alone=True, called=person)
        return [found] if found else []
    columns = (column for field in CALLED for column in reading.columns(field))
    named = sorted({number_of(column) for column in columns})
    contacts = [_contact(reading, context, number, alone=len(named) == 1) for number in named]
    return [contact for contact in contacts if contact]


def _contact(
    reading: Reading, context: Context, number: int, *, alone: bool, called: str | None = None
) -> ContactRecord | None:
    """One person. Where only one is named all numbers of the row are theirs, 电话2 too."""
    column = reading.column("contact", number)
    text = given_first(called or (one_line(reading.text_in(column)) if column else "")) or None
    if text is None:
        text = full_name(reading.text("contact_first", number), reading.text("contact_last", number))
    ditto = is_ditto(text)
    of_number = None if alone else number
    phones = [
        phone for field in ("mobile", "phone") for phone in _phones(reading, field, _kind(field), of_number)
    ]
    joined = _NAME_AND_NUMBER.fullmatch(text)
    if joined and column:
        found = read_phones(joined[2], MOBILE)
        text, phones = joined[1], [*found.numbers, *phones]
        for part, doubt in found.doubts:
            reading.doubt(column, part, doubt, "phones")
    if column and _SEVERAL.fullmatch(text):
        reading.doubt(column, text, Doubt("contact_several", undecided=True), "contacts")
        return None
    return ContactRecord(
        name=None if ditto else text,
        ditto=ditto,
        latin_name=reading.text("latin_name", number),
        salutation=reading.text("salutation", number),
        title=reading.text("title", number),
        department=reading.text("department", number),
        email=_one_of(reading, "email", of_number),
        wechat=_one_of(reading, "wechat", of_number),
        birthday=reading.read(
            "birthday",
            lambda c: read_birthday(reading.cell_in(c), _order(c, context), today=context.today),
            number,
        ),
        phones=tuple(dict.fromkeys(phones)),
    )


def _one_of(reading: Reading, field: str, number: int | None) -> str | None:
    columns = [c for c in reading.columns(field) if number is None or c.header.number == number]
    return one_line(reading.text_in(columns[0])).partition(" ::: ")[0] if columns else None


def _order(column: Column, context: Context) -> Order | None:
    return column.order or context.mapping.date_order or context.profile.orders.get(column.index)


def _sale(reading: Reading, column: Column, context: Context) -> SalesRecord | None:
    text = reading.text_in(column)
    try:
        year = _year(column, context.today)
        amount = read_amount(reading.cell_in(column), column.unit or 1)
        bare = amount.unit is None and amount.currency is None and column.unit is None
        if (
            bare
            and (context.mapping.currency or column.currency) in (None, "CNY")
            and reading.table.is_chinese
        ):
            raise Doubt("amount_unit", undecided=True)
        if amount.unit is None and context.profile.out_of_proportion(column.index, amount.value):
            raise Doubt("amount_proportion", undecided=True)
        currency = amount.currency or column.currency or context.mapping.currency or _chinese(text, column)
        minor = minor_units(amount.value, currency)
    except Doubt as doubt:
        reading.doubt(column, text, doubt, "amounts")
        return None
    if amount.approximate:
        reading.remark(column, "amount_approximate")
    return SalesRecord(date(year, 1, 1), date(year, 12, 31), minor, currency, column.header.tax)


def _chinese(text: str, column: Column) -> str:
    """万 and 亿 count yuan where nothing else is said. Raises Doubt where the list isn't a Chinese one."""
    if not re.search("[\u4e00-\u9fff]", text + column.header.text):
        raise Doubt("amount_currency", undecided=True)
    return "CNY"


def _year(column: Column, today: date) -> int:
    if column.year:
        return column.year
    if column.header.period == "last_year":
        return today.year - 1
    raise Doubt("amount_period", undecided=True)


def _rest(reading: Reading) -> str:
    """What no field takes, as words for a note: columns nobody knows, and a person's details without the person."""
    lines = []
    for column in reading.left():
        text = reading.text_in(column)
        lines.append(f"{column.title}: {text}" if column.title else text)
    lines += filter(None, reading.texts[len(reading.table.columns) :])
    return "\n".join(lines)
