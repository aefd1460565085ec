"""Public holidays, make-up workdays and lunar dates, behind a few functions.

`day_kind` says what a day is in mainland China, `lunar_to_solar` turns a lunar date into a solar one and `lunar_name`
says how the lunar calendar calls a solar one, `next_birthday` finds when a birthday of either calendar comes next and
`event_day` when an event does. The libraries behind them are imported when first needed.
"""

from kamdesk.calendars.birthdays import event_day, next_birthday
from kamdesk.calendars.holidays import DayKind, Kind, Updates, day_kind, read_updates
from kamdesk.calendars.lunar import lunar_name, lunar_to_solar

__all__ = [
    "DayKind",
    "Kind",
    "Updates",
    "day_kind",
    "event_day",
    "lunar_name",
    "lunar_to_solar",
    "next_birthday",
    "read_updates",
]
