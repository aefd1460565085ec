"""A book that is no longer to be met: what removing it means, before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.consequence import Consequence, ConsequenceDialog
from kamdesk.qt.pages.week_end.names import peer_name

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Peer


class RemovePeerDialog(ConsequenceDialog):
    def __init__(self, desk: Desk, parent: QWidget | None, peer: Peer, remove: Callable[[], None]) -> None:
        self._peer = peer
        super().__init__(desk, parent, remove, "ban")

    def words(self) -> Consequence:
        return Consequence(
            self.tr("Remove a book"),
            self.tr("Remove {name}?").format(name=peer_name(self._peer)),
            self.tr(
                "From now on no package of it is taken in, and none made here can be opened by it. What it has had it "
                "keeps: where a laptop was lost, tell the office, so that it removes it too. What came from it stays "
                "in this book. You can meet it again later."
            ),
            self.tr("Remove"),
        )
