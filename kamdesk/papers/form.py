"""In what form a paper is put on sheets: chosen when it is printed, no part of what it says."""

from __future__ import annotations

from enum import Enum


class Sides(Enum):
    """How pages share sheets of paper.

    ``WHOLE``: printed on both sides, each day and each briefing begins a sheet, its notes are on the back.
    ``SINGLE``: printed on one side, no page stands there only to fill a sheet.
    ``THRIFT``: on as few sheets as will do: days share pages, notes are gathered at the end.
    """

    WHOLE = "whole"
    SINGLE = "single"
    THRIFT = "thrift"
