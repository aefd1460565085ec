"""A problem from JSON, each fault named with the place where it stands."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kamdesk.domain.errors import InputError
from kamdesk.domain.geo import Point
from kamdesk.planning.problem import RANKS, Day, Fixed, Lunch, Problem, Stop, Window

MOST_BYTES = 32_000_000
MOST_STOPS = 2_000
MOST_WEEKS = 52
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


def read_file(path: Path) -> Problem:
    """The problem in a file. Raises InputError with what is wrong and where."""
    return read_problem(_read(path))


def read_ways(path: Path, ids: set[str]) -> tuple[dict[int, float], dict[tuple[str, str], float]]:
    """``speed_by_hour`` and ``matrix`` of a file that has these alone. Raises InputError as `read_file` does."""
    top = _object(_read(path), "ways")
    return _speeds(top.get("speed_by_hour")), _matrix(top.get("matrix"), ids)


def _read(path: Path) -> object:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError("plan_too_large", path=path, most=MOST_BYTES // 1_000_000)
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("plan_encoding", path=path) from None
    except OSError as error:
        raise InputError("plan_file", path=path, reason=error.strerror or str(error)) from None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError("plan_json", path=path, line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):
        raise InputError("plan_json", path=path, line=1, column=1) from None


def read_problem(data: object) -> Problem:
    """The problem that parsed JSON tells. Raises InputError."""
    if not isinstance(data, dict):
        raise InputError("plan_whole_object")
    top = _object(data, "problem")
    cycle = _whole(top, "cycle_weeks", "", 1, MOST_WEEKS)
    stops = _list(top, "stops", "")
    if len(stops) > MOST_STOPS:
        raise InputError("plan_too_many", most=MOST_STOPS)
    days = tuple(_day(each, f"days[{n}]") for n, each in enumerate(_list(top, "days", "")))
    for n, day in enumerate(days):
        if any(other.weekday == day.weekday for other in days[:n]):
            raise InputError("plan_twice", where=f"days[{n}].weekday", text=day.weekday)
    read = tuple(_stop(each, f"stops[{n}]", cycle) for n, each in enumerate(stops))
    seen: set[str] = set()
    for n, stop in enumerate(read):
        if stop.id in seen:
            raise InputError("plan_twice", where=f"stops[{n}].id", text=stop.id[:60])
        seen.add(stop.id)
    start = _point(_object(_given(top, "start", ""), "start"), "start")
    end = top.get("end")
    return Problem(
        cycle_weeks=cycle,
        speed_kmh=_number(top, "speed_kmh", "", 0.1, 1000),
        detour=_number(top, "detour", "", 0.01, 100, default=1.0),
        start=start,
        end=None if end is None else _point(_object(end, "end"), "end"),
        days=tuple(sorted(days, key=lambda day: day.weekday)),
        stops=read,
        speeds=_speeds(top.get("speed_by_hour")),
        minutes_between=_matrix(top.get("matrix"), seen),
        change_price=_number(top, "change_price", "", 0, 1_000_000, default=30.0),
    )


def _day(data: object, where: str) -> Day:
    day = _object(data, where)
    begins, ends = _span(day, where)
    lunch = None
    if day.get("lunch") is not None:
        place = f"{where}.lunch"
        given = _object(day["lunch"], place)
        first, last = _span(given, place)
        minutes = _number(given, "minutes", place, 0, 1440)
        if minutes > last - first:
            raise InputError("plan_lunch", where=place)
        lunch = Lunch(first, last, minutes) if minutes else None
    return Day(_whole(day, "weekday", where, 1, 7), begins, ends, lunch)


def _stop(data: object, where: str, cycle: int) -> Stop:
    stop = _object(data, where)
    every = _whole(stop, "every_weeks", where, 1, MOST_WEEKS)
    if cycle % every:
        raise InputError("plan_rhythm", where=f"{where}.every_weeks", weeks=every, cycle=cycle)
    windows = []
    if stop.get("windows") is not None:
        for n, each in enumerate(_list(stop, "windows", where)):
            place = f"{where}.windows[{n}]"
            window = _object(each, place)
            windows.append(Window(_whole(window, "weekday", place, 1, 7), *_span(window, place)))
    placed = stop.get("lat") is not None or stop.get("lon") is not None
    return Stop(
        id=_text(stop, "id", where),
        point=_point(stop, where) if placed else None,
        every_weeks=every,
        minutes=_number(stop, "minutes", where, 0, 1440),
        windows=tuple(windows),
        promised=_fixed(stop, "promised", where, every),
        now=_fixed(stop, "now", where, every),
        rank=_rank(stop, where),
        place=_text(stop, "place", where) if stop.get("place") is not None else None,
        min_days_between=_whole(stop, "min_days_between", where, 0, 7 * MOST_WEEKS, default=0),
    )


def _rank(stop: Mapping[str, Any], where: str) -> int:
    given = stop.get("class")
    if given is None:
        return 0
    if not isinstance(given, str) or given not in RANKS:
        raise InputError("plan_class", where=f"{where}.class")
    return RANKS[given]


def _fixed(stop: Mapping[str, Any], name: str, where: str, every: int) -> Fixed | None:
    if stop.get(name) is None:
        return None
    place = f"{where}.{name}"
    given = _object(stop[name], place)
    return Fixed(
        _whole(given, "weekday", place, 1, 7),
        _time(given, "time", place),
        _whole(given, "first_week", place, 0, every - 1),
    )


def _point(data: Mapping[str, Any], where: str) -> Point:
    return Point(_number(data, "lat", where, -90, 90), _number(data, "lon", where, -180, 180))


def _span(data: Mapping[str, Any], where: str) -> tuple[float, float]:
    begins, ends = _time(data, "from", where), _time(data, "to", where)
    if ends <= begins:
        raise InputError("plan_backwards", where=where)
    return begins, ends


def _speeds(data: object) -> dict[int, float]:
    if data is None:
        return {}
    given = _object(data, "speed_by_hour")
    speeds = {}
    for name in given:
        if not re.fullmatch(r"\d{1,2}", name, re.ASCII) or int(name) > 23:
            raise InputError("plan_hour", text=name[:20])
        speeds[int(name)] = _number(given, name, "speed_by_hour", 0.1, 1000)
    return speeds


def _matrix(data: object, ids: set[str]) -> dict[tuple[str, str], float]:
    """Minutes from row to column, for the ids that the table names; other ways are worked out."""
    if data is None:
        return {}
    given = _object(data, "matrix")
    names, rows = _list(given, "ids", "matrix"), _list(given, "minutes", "matrix")
    found: dict[tuple[str, str], float] = {}
    for n, name in enumerate(names):
        if not isinstance(name, str) or (name not in ids and name not in ("start", "end")):
            raise InputError("plan_unknown_id", where=f"matrix.ids[{n}]", text=str(name)[:60])
    if len(set(names)) != len(names) or len(rows) != len(names):
        raise InputError("plan_matrix")
    for name, row in zip(names, rows, strict=True):
        if not isinstance(row, list) or len(row) != len(names):
            raise InputError("plan_matrix")
        for other, minutes in zip(names, row, strict=True):
            if minutes is None:
                continue
            where = f"matrix.minutes, {name[:40]} → {other[:40]}"
            found[name, other] = _in_range(minutes, where, 0, 1440)
    return found


# one value each


def _given(data: Mapping[str, Any], name: str, where: str) -> Any:
    if name not in data:
        raise InputError("plan_missing", where=_path(where, name))
    return data[name]


def _path(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _object(data: object, where: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise InputError("plan_object", where=where)
    return data


def _list(data: Mapping[str, Any], name: str, where: str) -> list[Any]:
    found = _given(data, name, where)
    if not isinstance(found, list):
        raise InputError("plan_list", where=_path(where, name))
    return found


def _text(data: Mapping[str, Any], name: str, where: str) -> str:
    found = _given(data, name, where)
    if not isinstance(found, str) or not found:
        raise InputError("plan_text", where=_path(where, name))
    return found


def _in_range(value: object, where: str, low: float, high: float) -> float:
    # A whole number too large for a float must not pass through one.
    good = isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
    if not good or not math.isfinite(value):  # pyright: ignore[reportArgumentType]
        raise InputError("plan_number", where=where, low=f"{low:g}", high=f"{high:g}")
    return float(value)  # pyright: ignore[reportArgumentType]


def _or_default(
    read: Callable[[object, str, float, float], float],
    data: Mapping[str, Any],
    name: str,
    where: str,
    low: float,
    high: float,
    default: float | None,
) -> float:
    if default is not None and data.get(name) is None:
        return default
    return read(_given(data, name, where), _path(where, name), low, high)


def _number(
    data: Mapping[str, Any], name: str, where: str, low: float, high: float, default: float | None = None
) -> float:
    return _or_default(_in_range, data, name, where, low, high, default)


def _whole(
    data: Mapping[str, Any], name: str, where: str, low: int, high: int, default: int | None = None
) -> int:
    return int(_or_default(_in_range_whole, data, name, where, low, high, default))


def _in_range_whole(value: object, where: str, low: float, high: float) -> float:
    found = _in_range(value, where, low, high)
    if found != int(found):
        raise InputError("plan_whole", where=where)
    return found


def _time(data: Mapping[str, Any], name: str, where: str) -> float:
    text = _given(data, name, where)
    found = _CLOCK.fullmatch(text) if isinstance(text, str) else None
    if not found or int(found[2]) > 59 or int(found[1]) * 60 + int(found[2]) > 1440:
        raise InputError("plan_time", where=_path(where, name))
    return float(int(found[1]) * 60 + int(found[2]))
