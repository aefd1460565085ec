"""A row that waits for somebody's own package: what taking it in as another told it means, before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.consequence import Consequence, ConsequenceDialog

if TYPE_CHECKING:
    from kamdesk.reads.week_end.refused import RefusedRow


class VouchDialog(ConsequenceDialog):
    def __init__(
        self, desk: Desk, parent: QWidget | None, row: RefusedRow, vouch: Callable[[], None]
    ) -> None:
        self._row, self._names = row, desk.speech.listed(row.awaits)
        super().__init__(desk, parent, vouch, "check")

    def words(self) -> Consequence:
        return Consequence(
            self.tr("Take in as it was told"),
            self.tr("Take it in as {teller} tells it?").format(teller=self._row.rep),
            self.tr(
                "It has to do with what {names} wrote, and comes by itself with the package of {names}. Take it in now "
                "only if you know that this will never come: a disk broke, or an older backup was put back. This "
                "can't be undone; the values can be changed afterwards."
            ).format(names=self._names)
            if self._names
            else self.tr(
                "{teller} says that a colleague shares this account, and the colleague's package has not said so yet. "
                "Take it in now only if you know that it is so. This can't be undone; the values can be changed "
                "afterwards."
            ).format(teller=self._row.rep),
            self.tr("Take it in"),
        )
