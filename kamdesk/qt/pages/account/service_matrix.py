"""The service matrix as it is filled: a key for each answer, a digit for the customer's rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from kamdesk.qt import marks
from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import CENTER, Ink
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.models.service_matrix import CELL, OURS, SERVICE, WANTED, Mark, Matrix, ServiceMatrixModel
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.cells import Index, TableCell, row_ground
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.known import KnownRow

HEIGHT, MOST_ROWS = 32, 7
GIVEN = ("yes", "no", "unknown")
KEYS = {Qt.Key.Key_Y: "yes", Qt.Key.Key_N: "no", Qt.Key.Key_U: "unknown"}
TONES = {"yes": ("good", "goodSoft"), "no": ("bad", "badSoft"), "unknown": ("text2", "sunken")}


class _Cell(TableCell):
    def draw(self, ink: Ink, option: QStyleOptionViewItem, index: Index) -> None:
        row_ground(ink, option, first=index.column() == SERVICE)
        cell = QRectF(option.rect).adjusted(8, 0, -6, 0)
        text: str = index.data() or ""
        model = index.model()
        if index.column() == SERVICE:
            gap = model.gap(index.row()) if isinstance(model, ServiceMatrixModel) else ""
            if gap:
                icon, tone = ("triangle-alert", "warn") if gap == "behind" else ("circle-check", "good")
                ink.icon(cell.right() - 16, cell.center().y() - 7, icon, tone, 14)
                cell.adjust(0, 0, -20, 0)
            ink.text(cell, text, "body")
        elif index.column() == WANTED:
            ink.text(cell, text, "captionStrong" if text != "—" else "caption", "text2", CENTER)
        else:
            mark: Mark = index.data(CELL)
            if mark.given is None:
                ink.text(cell, text, "caption", "text3", CENTER)
            else:
                tone, ground = TONES.get(mark.given, ("text2", "sunken"))
                width = marks.chip_width(ink.theme, text)
                marks.chip(ink, cell.center().x() - width / 2, cell.center().y() - 10, text, tone, ground)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ink.box(QRectF(option.rect).adjusted(1.5, 1.5, -2.5, -2.5), None, "focus", 5, 2)


class _Table(QTableView):
    pressed_key = Signal(int, str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        wanted = {
            Qt.Key.Key_W, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter,
            Qt.Key.Key_Insert, *KEYS,
        }  # fmt: skip
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and (key in wanted or (text.isdigit() and "1" <= text <= "5")):
            self.pressed_key.emit(key, text)
        else:
            super().keyPressEvent(event)


class ServiceMatrixView(QFrame):
    """``asked`` as a section's; what is filled in is written at once, each with its undo."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._account = ""
        theme = desk.theme
        self.rows = ServiceMatrixModel(self)
        self.table = _Table()
        self.table.setModel(self.rows)
        self.table.setItemDelegate(_Cell(theme, self.table))
        header = SortHeader(theme, self.table)
        self.table.setHorizontalHeader(header)
        header.setSortIndicatorShown(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(70)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.pressed_key.connect(self._press)
        self.table.doubleClicked.connect(lambda: self._open())
        self._title = label(theme, "strong")
        self._keys = Elided(theme, "caption", "text3")
        self.item = Button(theme, icon="plus", small=True)
        self.rival = Button(theme, icon="plus", small=True)
        self.item.clicked.connect(lambda: self.asked.emit("record_free", "service_item"))
        self.rival.clicked.connect(lambda: self.asked.emit("record_free", "competitor"))
        self._none = label(theme, "body", "text2", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        top = row(self._title, (self._keys, 1), self.item, self.rival, gap=6)
        self.setLayout(column(top, self._stack, gap=4, margins=(0, 0, 0, 4)))
        theme.changed.connect(self.table.viewport().update)

    def show_account(self, whole: AccountWhole) -> None:
        self._account = whole.view.page.id
        at = self.table.currentIndex().row(), self.table.currentIndex().column()
        words = {code: self._desk.speech.choice("service_mark.given", code) for code in GIVEN}
        self.rows.set_matrix(self._matrix(whole), words)
        size, across = self.rows.rowCount(), self.rows.columnCount()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(SERVICE, QHeaderView.ResizeMode.Stretch)
        for number in range(1, across):
            self.table.setColumnWidth(number, 76 if number == WANTED else 104)
        if size:
            place = (min(max(at[0], 0), size - 1), min(max(at[1], OURS), across - 1))
            self.table.setCurrentIndex(self.rows.index(*place))
        self._stack.setCurrentIndex(0 if size else 1)
        self._fit()

    def leave(self) -> None:
        self.rows.set_matrix(Matrix(), {})

    def _matrix(self, whole: AccountWhole) -> Matrix:
        """The newest mark of each cell; competitors known at this account before those known elsewhere."""
        known = whole.known
        newest: dict[tuple[str, str | None], Mark] = {}
        for found in known.of("service_mark"):
            newest.setdefault((found.get("item_id"), found.get("competitor_id")), self._mark(found))
        here = {key[1] for key in newest}
        here |= {
            r.get("competitor_id") for kind in ("competitor_move", "rival_reason") for r in known.of(kind)
        }
        rivals = [(r.id, r.get("short_name") or r.get("name")) for r in known.of("competitor")]
        near = [rival for rival in rivals if rival[0] in here]
        items = [(each.id, each.get("name")) for each in known.of("service_item")]
        return Matrix(items, near or rivals[:3], newest)

    def _mark(self, found: KnownRow) -> Mark:
        speech = self._desk.speech
        day = speech.day_or_year(found.get("known_on"), self._desk.today())
        told = speech.joined((day, found.get("said") or ""))
        return Mark(found.get("given"), found.get("rating"), found.get("wanted"), found.id, told)

    def take_focus(self) -> None:
        """The keys go to the matrix, or to where its first line is made."""
        target = self.table if self.rows.rowCount() else self.item
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # filled by keys

    def _press(self, key: int, text: str) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        at, across = index.row(), index.column()
        mark = self.rows.mark(at, across)
        if key == Qt.Key.Key_Insert:
            self.asked.emit("record_free", "service_item")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key == Qt.Key.Key_W or across == WANTED:
            if key in (Qt.Key.Key_W, Qt.Key.Key_Space):
                self._write(at, None, wanted=not self.rows.wanted(at))
        elif across < OURS:
            return
        elif key == Qt.Key.Key_Delete:
            if mark.row_id:
                self.asked.emit("take_back", f"service_mark@{mark.row_id}")
        elif key == Qt.Key.Key_Space:
            following = GIVEN[(GIVEN.index(mark.given) + 1) % 3] if mark.given in GIVEN else "yes"
            self._write(at, self.rows.provider(across), given=following)
        elif Qt.Key(key) in KEYS:
            self._write(at, self.rows.provider(across), given=KEYS[Qt.Key(key)])
        elif text.isdigit():
            self._write(at, self.rows.provider(across), rating=int(text))

    def _write(self, at: int, competitor: str | None, **fields: object) -> None:
        self._desk.runner.run(
            jobs.mark_service,
            account_id=self._account,
            item_id=self.rows.matrix.items[at][0],
            competitor_id=competitor,
            fields=fields,
            today=self._desk.today(),
        )

    def _open(self) -> None:
        """All that can be said of a cell: in whose words, since when, what it rests on."""
        index = self.table.currentIndex()
        if not index.isValid():
            return
        item = self.rows.matrix.items[index.row()][0]
        mark = self.rows.mark(index.row(), index.column())
        if index.column() == SERVICE:
            self.asked.emit("amend", f"service_item@{item}")
        elif mark.row_id:
            self.asked.emit("amend", f"service_mark@{mark.row_id}")
        else:
            self.asked.emit("record_mark", f"{item}@{self.rows.provider(index.column()) or ''}")

    def _fit(self) -> None:
        rows = min(max(self.rows.rowCount(), 1), MOST_ROWS)
        high = self.table.horizontalHeader().sizeHint().height() + rows * HEIGHT + 12
        self._stack.setFixedHeight(high if self.rows.rowCount() else 44)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Service matrix"))
        self._keys.setText(
            self.tr("Y yes, N no, U unknown, 1–5 the customer's rating, W wanted, Del take back")
        )
        self.item.set_label(self.tr("A service"))
        self.rival.set_label(self.tr("A competitor"))
        self._none.setText(
            self.tr("No service yet. Name what we or others do for customers; then a key fills a cell.")
        )
        self.table.setAccessibleName(self.tr("Service matrix: what we and competitors do for this account"))
