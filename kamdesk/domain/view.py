"""SavedView 视图: what of a table is shown, kept under a name."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.domain.row import Row


@dataclass(kw_only=True, eq=False)
class SavedView(Row):
    """A table's filter, columns and order under a name of the rep's own.

    ``table`` says which table; ``content`` is JSON whose form is the table's affair.
    """

    table: str
    name: str
    content: str
    rank: int = 0
