"""Two small tables beside the promises: why they were not kept, and how many were, account by account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.domain.figures import Figure
    from kamdesk.domain.promises_kept import CauseCount
    from kamdesk.reads.promises import AccountRate

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)


def percent(figure: Figure) -> str:
    """The rate as it is shown; a dash where there was nothing to divide by."""
    return "—" if figure.value is None else f"{figure.value:.0%}"


class SmallTable(QAbstractTableModel):
    """Texts in columns; those that hold no words (``words_in``) are aligned to the right."""

    words_in = frozenset({0})

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speech = speech
        self._texts: list[tuple[str, ...]] = []

    def heads(self) -> tuple[str, ...]:
        raise NotImplementedError

    def show(self, texts: list[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self._texts = texts
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._texts)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads())

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() not in self.words_in:
            return RIGHT
        if role in (DISPLAY, int(Qt.ItemDataRole.AccessibleTextRole)):
            return self._texts[index.row()][index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section not in self.words_in:
            return RIGHT
        return self.heads()[section] if role == DISPLAY else None


class CausesModel(SmallTable):
    """Cause, how often, its share, and the share of all down to it."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(speech, parent)
        self._rows: tuple[CauseCount, ...] = ()

    def set_rows(self, rows: Sequence[CauseCount]) -> None:
        self._rows = tuple(rows)
        self.show(
            [
                (self.name(row), str(row.count), f"{row.share:.0%}", f"{row.cumulative:.0%}")
                for row in self._rows
            ]
        )

    def rows(self) -> tuple[CauseCount, ...]:
        return self._rows

    def name(self, row: CauseCount) -> str:
        """The cause in words."""
        if row.cause is None:
            return self.tr("no cause said")
        return self.speech.raised(self.speech.choice("promise.cause", row.cause))

    def heads(self) -> tuple[str, ...]:
        return self.tr("Cause"), self.tr("Times"), self.tr("Share"), self.tr("So far")


class RatesModel(SmallTable):
    """Account, kept, of how many, the rate."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(speech, parent)
        self._rows: tuple[AccountRate, ...] = ()

    def set_rows(self, rows: Sequence[AccountRate]) -> None:
        self._rows = tuple(rows)
        self.show(
            [
                (row.account, str(row.figure.numerator), str(row.figure.denominator), percent(row.figure))
                for row in self._rows
            ]
        )

    def rows(self) -> tuple[AccountRate, ...]:
        return self._rows

    def heads(self) -> tuple[str, ...]:
        return self.tr("Account"), self.tr("Kept"), self.tr("Of"), self.tr("Rate")
