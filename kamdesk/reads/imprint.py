"""What head and foot of every paper say: the rep, the company, and how new the book's data are."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.domain.pictures import JPEG, PNG
from kamdesk.papers.common import Imprint
from kamdesk.reads.rep import RepCard, read_logo


def imprint(connection: Connection, rep: RepCard) -> Imprint:
    """The rep, the company with its logo, and when the newest operation was recorded, in the rep's wall time."""
    newest = connection.scalar(select(func.max(t.operation.c.at)))
    as_of = newest.astimezone(ZoneInfo(rep.zone)).replace(tzinfo=None) if newest else None
    logo = read_logo(connection)
    printable = logo is not None and logo.media_type in (PNG, JPEG)
    return Imprint(
        rep=rep.name, company=rep.company, as_of=as_of, logo=logo.content if logo and printable else None
    )
