"""Appointments from calendars (iCalendar): as they stand, never counted out day by day."""
