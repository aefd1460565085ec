"""Files that leave the house: workbooks, CSV, vCard, iCalendar; no SQL."""
