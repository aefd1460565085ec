"""What the foot of every paper says: the rep, and how new the book's data are."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.papers.common import Imprint
from kamdesk.reads.rep import RepCard


def imprint(connection: Connection, rep: RepCard) -> Imprint:
    """The rep, the company, and when the newest operation was recorded, in the rep's wall time."""
    newest = connection.scalar(select(func.max(t.operation.c.at)))
    as_of = newest.astimezone(ZoneInfo(rep.zone)).replace(tzinfo=None) if newest else None
    return Imprint(rep=rep.name, company=rep.company, as_of=as_of)
