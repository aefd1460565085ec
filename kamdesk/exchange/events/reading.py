"""Events of an iCalendar file, each by itself: one that is broken is told, the others are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from kamdesk.domain.errors import InputError
from kamdesk.exchange.cards.lines import Property, as_bytes, logical_lines, read_property
from kamdesk.exchange.events.zones import WINDOWS
from kamdesk.exchange.limits import LIMITS, Limits

_MARK = re.compile(rb"\s*(BEGIN|END)\s*:\s*([A-Za-z-]{1,40})\s*")
_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z?))?")
_LASTS = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?"
)
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?")
_DEEPEST, _PROPERTIES = 8, 2_000
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Moment:
    """A start: ``at`` without a zone where it floats, meaning the clock wherever one is; ``whole``: a day, no time."""

    at: datetime
    whole: bool = False

    def local(self, zone: str) -> datetime:
        """The time on the clocks of a zone."""
        if self.at.tzinfo is None:
            return self.at
        return self.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every so many weeks on these weekdays (0 is Monday), so often or until then."""

    weeks: int
    days: tuple[int, ...]
    count: int | None = None
    until: Moment | None = None


@dataclass(slots=True)
class Event:
    """One event. ``number`` counts from 1; ``doubt`` says why it can't be a visit, whatever account it is of."""

    number: int
    uid: str = ""
    summary: str = ""
    location: str = ""
    people: tuple[str, ...] = ()
    start: Moment | None = None
    minutes: int = 60
    rhythm: Rhythm | None = None
    except_on: tuple[Moment, ...] = ()
    doubt: str | None = None
    properties: list[Property] = field(default_factory=list)


def is_calendar(data: bytes) -> bool:
    """Whether a file begins as an iCalendar does."""
    head = data[:400].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t ")
    return re.match(rb"BEGIN\s*:\s*VCALENDAR\b", head, re.IGNORECASE) is not None


def read_events(data: bytes, name: str, limits: Limits = LIMITS) -> tuple[Event, ...]:
    """All events, in their order. Raises InputError where the file is no text or no calendar that anybody keeps."""
    data, encoding = as_bytes(data, name)
    events: list[Event] = []
    offsets: dict[str, timedelta] = {}
    inside: list[str] = []
    zone = ""
    for first, _, _, whole in logical_lines(data, name, limits):
        mark = _MARK.fullmatch(whole)
        if mark:
            thing = mark[2].decode().upper()
            if mark[1].upper() == b"BEGIN":
                inside.append(thing)
                if len(inside) > _DEEPEST:
                    raise InputError("import_absurd", file=name)
                if thing == "VEVENT":
                    events.append(Event(len(events) + 1, doubt="event_cut"))
                    if len(events) > limits.rows:
                        raise InputError("import_too_many_rows", file=name, limit=limits.rows)
            elif thing in inside:
                if thing == "VEVENT" and events:
                    events[-1].doubt = None
                del inside[len(inside) - 1 - inside[::-1].index(thing) :]
            continue
        found = read_property(whole, first, encoding, limits) if inside else None
        if found is None:
            continue
        if inside[-1] == "VEVENT":
            events[-1].properties.append(found)
            if len(events[-1].properties) > _PROPERTIES:
                raise InputError("import_absurd", file=name)
        elif inside[-1] == "VTIMEZONE" and found.name == "TZID":
            zone = found.text
        elif inside[-1] == "STANDARD" and found.name == "TZOFFSETTO" and len(offsets) < 1_000:
            offset = _OFFSET.fullmatch(found.text)
            if offset:
                away = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
                offsets[zone] = -away if offset[1] == "-" else away
    if not events:
        raise InputError("import_no_events", file=name)
    for event in events:
        _fill(event, offsets)
    return tuple(events)


def _fill(event: Event, offsets: dict[str, timedelta]) -> None:
    said: dict[str, Property] = {}
    for each in event.properties:
        said.setdefault(each.name, each)
    event.uid, event.summary = _text(said, "UID"), _text(said, "SUMMARY")
    event.location = _text(said, "LOCATION")
    event.people = tuple(_person(each) for each in event.properties if each.name in ("ATTENDEE", "ORGANIZER"))
    if event.doubt:
        return
    if _text(said, "STATUS").upper() == "CANCELLED":
        event.doubt = "event_cancelled"
        return
    try:
        event.start = _moment(said["DTSTART"], offsets)
        event.minutes = _minutes(said, event.start, offsets)
        if "RRULE" in said or "RDATE" in said:
            event.rhythm = _rhythm(_text(said, "RRULE"), event.start)
        exceptions = (each for each in event.properties if each.name == "EXDATE")
        event.except_on = tuple(
            _moment(each, offsets, part) for each in exceptions for part in each.value.split(",")[:500]
        )
    except (KeyError, ValueError, OverflowError):
        event.doubt = "event_unclear"
        return
    if event.start.whole:
        event.doubt = "event_whole_day"
    elif ("RRULE" in said or "RDATE" in said) and event.rhythm is None:
        event.doubt = "event_rhythm"
    elif "RECURRENCE-ID" in said:
        event.doubt = "event_exception"


def _text(said: dict[str, Property], name: str) -> str:
    return " ".join(said[name].text.split()) if name in said else ""


def _person(one: Property) -> str:
    address = re.sub(r"^mailto:", "", one.text, flags=re.IGNORECASE)
    return " ".join(filter(None, (one.parameter("CN"), address)))


def _moment(one: Property, offsets: dict[str, timedelta], text: str | None = None) -> Moment:
    """Raises ValueError for what is no moment."""
    found = _MOMENT.fullmatch((text or one.value).strip())
    if not found:
        raise ValueError(one.value)
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if found[4] is None:
        return Moment(datetime.combine(day, time()), whole=True)
    at = datetime.combine(day, time(int(found[4]), int(found[5]), min(int(found[6] or 0), 59)))
    if not 1900 <= day.year <= 2199:
        raise ValueError(one.value)
    if found[7]:
        return Moment(at.replace(tzinfo=timezone(timedelta())))
    return Moment(_in_zone(at, one.parameter("TZID").strip("/"), offsets))


def _in_zone(at: datetime, name: str, offsets: dict[str, timedelta]) -> datetime:
    """The moment in a zone known by its own name, by the one that Windows has for it, or by what the file says."""
    if not name:
        return at
    for known in (name, WINDOWS.get(name, ""), "/".join(name.split("/")[-2:])):
        try:
            if known:
                return at.replace(tzinfo=ZoneInfo(known))
        except (KeyError, ValueError, OSError):
            continue
    if name in offsets:
        return at.replace(tzinfo=timezone(offsets[name]))
    raise ValueError(name)


def _minutes(said: dict[str, Property], start: Moment, offsets: dict[str, timedelta]) -> int:
    if "DTEND" in said:
        end = _moment(said["DTEND"], offsets)
        if (end.at.tzinfo is None) == (start.at.tzinfo is None):
            return int((end.at - start.at).total_seconds() // 60) or 60
    if "DURATION" in said:
        found = _LASTS.fullmatch(said["DURATION"].text)
        if not found or found[1] == "-":
            raise ValueError(said["DURATION"].text)
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
        whole = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
        return int(whole.total_seconds() // 60) or 60
    return 60


def _rhythm(rule: str, start: Moment) -> Rhythm | None:
    """A rhythm of weeks; None for any other. Raises ValueError where the rule is no rule."""
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    weeks = int(parts.get("INTERVAL", "1"))
    days = [day for day in parts.get("BYDAY", "").split(",") if day]
    known = {"FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL", "WKST"}
    if parts.get("FREQ") == "DAILY" and weeks == 7 and not days:
        weeks = 1
    elif parts.get("FREQ") != "WEEKLY":
        return None
    if set(parts) - known or not 1 <= weeks <= 53 or any(day not in DAYS for day in days):
        return None
    until = Property("UNTIL", parts["UNTIL"]) if "UNTIL" in parts else None
    return Rhythm(
        weeks,
        tuple(sorted({DAYS.index(day) for day in days})) or (start.at.weekday(),),
        int(parts["COUNT"]) if "COUNT" in parts else None,
        _moment(until, {}) if until else None,
    )
