"""What a proposed line changes, each with a check box; below them who has no place, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.proposal_words import slot_words, to_tell, why_asked, why_left
from kamdesk.qt.models.called import apart
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.picked_rows import picked_rows, said_below

if TYPE_CHECKING:
    from kamdesk.qt.jobs.line_plan import LineProposal

_STOP, _WHY = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ProposalList(QWidget):
    """``chosen_changed``: other boxes are checked. ``looked_at`` gives the stop of the current row."""

    chosen_changed = Signal()
    looked_at = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: LineProposal | None = None
        self._apart: Mapping[str, str] = {}
        self.table = table = picked_rows(desk.theme, 3, whole=(1, 2))
        self._count = label(desk.theme, "caption", "text2")
        self.all_ = Button(desk.theme, kind="link", small=True)
        self.none = Button(desk.theme, kind="link", small=True)
        self.left = Button(desk.theme, kind="link", small=True, icon="triangle-alert")
        for button in (self.all_, self.none, self.left):
            button.setAutoDefault(False)
        self._why = label(desk.theme, "caption", "text2", wrap=True)
        self._say = said_below(desk.theme, 40)
        self.setLayout(
            column(
                row(self._count, None, self.all_, self.none, gap=4), row(self.left, None), (table, 1),
                self._why, self._say, gap=6,
            )
        )  # fmt: skip
        self.left.clicked.connect(self._to_left)
        self.all_.clicked.connect(lambda: self.choose(self.offered()))
        self.none.clicked.connect(lambda: self.choose(frozenset()))
        self.chosen_changed.connect(self._say_count)
        table.itemChanged.connect(lambda item: self.chosen_changed.emit())
        table.currentCellChanged.connect(lambda *where: self._show_current())
        self.retranslate()

    def show_found(self, found: LineProposal) -> None:
        """Every difference is chosen at first."""
        self._found = found
        book, speech, proposal = found.book, self._desk.speech, found.proposal
        table = self.table
        self._apart = apart(book.accounts.values())
        table.blockSignals(True)
        table.setRowCount(0)
        for each in sorted(proposal.differences, key=lambda d: (d.now.weekday, d.now.time, d.stop)):
            was = slot_words(each.was, book, speech) if each.was else self.tr("none so far")
            self._add(each.stop, was, slot_words(each.now, book, speech), why_asked(each), box=True)
        for left in proposal.unserved:
            self._add(left.id, "", self.tr("no place"), why_left(left, book, speech))
        named = {left.id for left in proposal.unserved}
        for stop in book.unplaced:
            if stop not in named:
                said = self.tr("No coordinates: it stays as it is, and no way to it is counted.")
                self._add(stop, "", self.tr("no coordinates"), said)
        for stop in proposal.settled.away:
            if stop not in named and stop not in book.unplaced:
                said = self.tr("It can't be driven to within the day by the estimate: its time is kept free.")
                self._add(stop, "", self.tr("stays as it is"), said)
        table.blockSignals(False)
        table.setCurrentCell(0, 0)
        self._show_current()
        self._say_count()

    def show_again(self, found: LineProposal) -> None:
        """The same proposal, to hold from another day: what is chosen stays chosen."""
        chosen = self.chosen()
        self.show_found(found)
        self.choose(chosen)

    def hold_from(self, found: LineProposal) -> None:
        """The same proposal as what is chosen allows it: the day from which it holds is said anew."""
        if self._found is not None and found.on != self._found.on:
            self._found = found
            self._show_current()

    def _add(self, stop: str, was: str, now: str, why: str, *, box: bool = False) -> None:
        assert self._found is not None
        place = self.table.rowCount()
        self.table.insertRow(place)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for section, text in enumerate((self._name(stop), was, now)):
            item = QTableWidgetItem(text)
            item.setFlags(flags)
            told = text if section else self._name(stop, whole=True)
            item.setToolTip(told if box else f"{told}\n{why}")
            item.setData(_STOP, stop)
            item.setData(_WHY, why)
            if section:
                item.setFont(self._desk.theme.font("caption"))
            if not box and section:
                item.setForeground(self._desk.theme.color("text2"))
            if box and section == 0:
                item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(ON)
            self.table.setItem(place, section, item)

    def _name(self, stop: str, *, whole: bool = False) -> str:
        """In brief, with what tells it from others of the same name."""
        assert self._found is not None
        account = self._found.book.accounts[stop]
        apart = self._apart.get(account.id)
        name = account.called if whole else account.in_brief
        return f"{name}·{apart}" if apart else name

    def pick(self, stop: str) -> None:
        """Make a stop's row the current one, where it has one."""
        for place in range(self.table.rowCount()):
            if self.table.item(place, 0).data(_STOP) == stop:
                self.table.setCurrentCell(place, 0)
                return

    def chosen(self) -> frozenset[str]:
        """The stops whose box is checked."""
        return frozenset(str(item.data(_STOP)) for item in self._boxes() if item.checkState() == ON)

    def offered(self) -> frozenset[str]:
        """The stops that have a box."""
        return frozenset(str(item.data(_STOP)) for item in self._boxes())

    def _say_count(self) -> None:
        chosen, offered = self.chosen(), self.offered()
        said = self.tr("{chosen} of {all} changes chosen")
        self._count.setText(said.format(chosen=len(chosen), all=len(offered)) if offered else "")
        self.all_.setEnabled(chosen != offered)
        self.none.setEnabled(bool(chosen))
        left = 0 if self._found is None else len(self._found.proposal.unserved)
        self.left.setVisible(bool(left))
        self.left.set_label(self.tr("%n accounts have no place", "", left))

    def _to_left(self) -> None:
        """To the first who has no place, with the others below it in view."""
        if self._found is None or not self._found.proposal.unserved:
            return
        self.pick(self._found.proposal.unserved[0].id)
        self.table.scrollTo(self.table.currentIndex(), self.table.ScrollHint.PositionAtTop)
        self.table.setFocus()

    def choose(self, stops: frozenset[str]) -> None:
        """Check the boxes of these and no others."""
        self.table.blockSignals(True)
        for item in self._boxes():
            item.setCheckState(ON if item.data(_STOP) in stops else OFF)
        self.table.blockSignals(False)
        self.table.viewport().update()
        self.chosen_changed.emit()

    def sentences(self) -> str:
        """What each of the chosen is to be told, a line each."""
        if self._found is None:
            return ""
        book, chosen = self._found.book, self.chosen()
        return "\n".join(
            self._desk.speech.text(
                "planning.said.fault_of",
                name=book.called(each.stop),
                what=to_tell(each, self._found, self._desk.speech),
            )
            for each in self._found.proposal.differences
            if each.stop in chosen
        )

    def _boxes(self) -> list[QTableWidgetItem]:
        items = [self.table.item(place, 0) for place in range(self.table.rowCount())]
        return [item for item in items if item and item.flags() & Qt.ItemFlag.ItemIsUserCheckable]

    def _show_current(self) -> None:
        item = self.table.item(self.table.currentRow(), 0)
        if item is None or self._found is None:
            self._why.setText("")
            self._say.setText("")
            return
        stop = str(item.data(_STOP))
        self._why.setText(str(item.data(_WHY)))
        each = next((one for one in self._found.proposal.differences if one.stop == stop), None)
        said = to_tell(each, self._found, self._desk.speech) if each is not None else ""
        self._say.setText(self.tr("To be asked: “{said}”").format(said=said) if said else "")
        self.looked_at.emit(stop)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        heads = (self.tr("Account"), self.tr("Today"), self.tr("Proposed"))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(self.tr("Changes proposed; Space checks and unchecks"))
        self.all_.set_label(self.tr("All"))
        self.none.set_label(self.tr("None"))
        self.all_.setAccessibleName(self.tr("Choose all changes"))
        self.none.setAccessibleName(self.tr("Choose no change"))
        if self._found is not None:
            self.show_again(self._found)
