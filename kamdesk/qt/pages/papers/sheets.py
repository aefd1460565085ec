"""The pages of a paper one below the other, as they will be printed, at any zoom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent

from kamdesk.qt.pages.papers.moved_view import MovedView
from kamdesk.qt.pages.papers.stack import GAP, Fit, Stack, limited, next_step
from kamdesk.qt.pages.papers.tiles import Leaf, Tile, Tiles, tiles_of
from kamdesk.qt.press import Press
from kamdesk.qt.theme import Theme


class Sheets(MovedView):
    """``page_changed`` gives the number (from 0) of the page in view, ``zoomed`` the new factor."""

    page_changed = Signal(int)
    zoomed = Signal()
    seen = Signal()
    """The page in view is drawn: nothing of it is still to come."""

    def __init__(self, theme: Theme, press: Press) -> None:
        super().__init__()
        self._theme = theme
        self.tiles = Tiles(press)
        self._stack = Stack()
        self._page = 0
        self._fit = Fit.WIDTH
        self._old = False
        self._awaited = False
        self.viewport().setAutoFillBackground(False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._want)
        self.tiles.drawn.connect(self._drawn)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        theme.changed.connect(self.viewport().update)

    # what is shown

    def begin(self, leaves: list[Leaf], *, stay: bool) -> None:
        """Show other pages; with ``stay`` the place that was in view is kept, where there still is one."""
        page = self._page if stay else 0
        beside = self.verticalScrollBar().value() - (self._stack.tops[page] if self._stack.tops else 0)
        self.tiles.clear()
        self._stack.leaves = list(leaves)
        self._old = False
        self._awaited = True
        self._lay_out()
        if stay and page < len(self._stack.leaves):
            self.verticalScrollBar().setValue(round(self._stack.tops[page] + beside))
        elif not stay:
            self.verticalScrollBar().setValue(0)
        self._moved()

    def add(self, leaves: list[Leaf]) -> None:
        """More pages behind the others."""
        self._stack.leaves += leaves
        self._lay_out()
        self._later.start()

    def set_old(self, old: bool) -> None:
        """The pages shown are not what would be printed now."""
        if self._old != old:
            self._old = old
            self.viewport().update()

    def count(self) -> int:
        return len(self._stack.leaves)

    def page(self) -> int:
        """The number of the page in view, from 0."""
        return self._page

    def leaf(self) -> Leaf | None:
        return self._stack.leaves[self._page] if self._stack.leaves else None

    def go_to(self, page: int) -> None:
        if self._stack.leaves:
            page = min(max(page, 0), len(self._stack.leaves) - 1)
            self.verticalScrollBar().setValue(round(self._stack.tops[page] - GAP))

    # zoom

    def zoom(self) -> float:
        return self._stack.zoom

    def fit(self) -> Fit:
        return self._fit

    def set_fit(self, fit: Fit) -> None:
        self._fit = fit
        self._rescale(self._fitting(), None)

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Another factor; the point ``at`` of the viewport, or its middle, stays where it is."""
        self._fit = Fit.FREE
        self._rescale(limited(zoom), at)

    def step_zoom(self, step: int, at: QPointF | None = None) -> None:
        """The next larger (1) or smaller (−1) of the usual factors."""
        self.set_zoom(next_step(self._stack.zoom, step), at)

    def zoom_by(self, factor: float, at: QPointF) -> None:
        self.set_zoom(self._stack.zoom * factor, at)

    def _fitting(self) -> float:
        room = self.viewport().size()
        return self._stack.fitting(self._fit, room.width(), room.height(), self._page)

    def _rescale(self, zoom: float, at: QPointF | None) -> None:
        point = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        page = self._page
        if self._stack.tops and at is not None:
            page = self._stack.page_at(self.verticalScrollBar().value() + point.y())
        share_x, share_y = self._share(page, point)
        self._stack.zoom = zoom
        self._lay_out()
        if self._stack.leaves:
            box = self._box(page)
            self.verticalScrollBar().setValue(
                round(box.y() + self.verticalScrollBar().value() + share_y * box.height() - point.y())
            )
            self.horizontalScrollBar().setValue(
                round(box.x() + self.horizontalScrollBar().value() + share_x * box.width() - point.x())
            )
        self._moved()
        self.zoomed.emit()

    def _share(self, page: int, point: QPointF) -> tuple[float, float]:
        """Where in the page a point of the viewport lies, as shares of its width and height."""
        if not self._stack.leaves:
            return 0.0, 0.0
        box = self._box(page)
        return (point.x() - box.x()) / box.width(), (point.y() - box.y()) / box.height()

    # layout

    def _lay_out(self) -> None:
        stack, room = self._stack, self.viewport().size()
        stack.ratio = self.devicePixelRatioF()
        if self._fit is not Fit.FREE:
            stack.zoom = self._fitting()
        stack.lay_out()
        for bar, whole, page in (
            (self.verticalScrollBar(), stack.height, room.height()),
            (self.horizontalScrollBar(), stack.width, room.width()),
        ):
            bar.setRange(0, max(round(whole) - page, 0))
            bar.setPageStep(page)
            bar.setSingleStep(40)
        self.viewport().update()

    def _box(self, page: int) -> QRectF:
        """Where a page lies in the viewport."""
        wide, high = self._stack.size(self._stack.leaves[page])
        room = self.viewport().width()
        widest = max(room, self.horizontalScrollBar().maximum() + room)
        ratio = self.devicePixelRatioF()
        x = round((widest - wide) / 2 * ratio) / ratio - self.horizontalScrollBar().value()
        y = round(self._stack.tops[page] * ratio) / ratio - self.verticalScrollBar().value()
        return QRectF(x, y, wide, high)

    def _in_view(self, more: float = 0.0) -> range:
        """The pages of which something lies in the viewport, or ``more`` pixels above and below it."""
        top = self.verticalScrollBar().value()
        return self._stack.pages_between(top - more, top + self.viewport().height() + more)

    # drawing

    def _tiles_in_view(self, page: int, more: float = 0.0) -> list[Tile]:
        ratio = self.devicePixelRatioF()
        box, room = self._box(page), self.viewport().size()
        return tiles_of(
            self._stack.leaves[page],
            round(box.width() * ratio),
            round(box.height() * ratio),
            (-box.y() - more) * ratio,
            (room.height() - box.y() + more) * ratio,
            -box.x() * ratio,
            (room.width() - box.x()) * ratio,
        )

    def _want(self) -> None:
        """Have drawn what is in view and a screen of what lies above and below it."""
        urgent = [tile for page in self._in_view() for tile in self._tiles_in_view(page)]
        more = float(self.viewport().height())
        around = self._in_view(more)
        soon = [tile for page in around for tile in self._tiles_in_view(page, more)]
        near = range(max(self._page - 30, 0), min(self._page + 31, len(self._stack.leaves)))
        self.tiles.want(urgent, soon, [self._stack.leaves[page] for page in near])
        self._tell_seen()

    def _tell_seen(self) -> None:
        if not self._awaited or not self._stack.leaves:
            return
        if all(
            self.tiles.image(tile) is not None
            for page in self._in_view()
            for tile in self._tiles_in_view(page)
        ):
            self._awaited = False
            self.seen.emit()

    def _drawn(self, leaf: Leaf) -> None:
        for page in self._in_view():
            if self._stack.leaves[page] is leaf:
                self.viewport().update(self._box(page).toAlignedRect())
        self._tell_seen()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("sunken"))
        for page in self._in_view():
            self._paint_page(painter, page)
        if self._old:
            painter.fillRect(event.rect(), self._theme.color("sunken", 0.45))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        leaf, box, ratio = self._stack.leaves[page], self._box(page), self.devicePixelRatioF()
        painter.fillRect(box, Qt.GlobalColor.white)
        small, tiles = self.tiles.small(leaf), self._tiles_in_view(page)
        if small is not None and any(self.tiles.image(tile) is None for tile in tiles):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, small)
        for tile in tiles:
            image = self.tiles.image(tile)
            if image is not None:
                x, y, wide, high = tile.box
                spot = QRectF(box.x() + x / ratio, box.y() + y / ratio, wide / ratio, high / ratio)
                painter.drawImage(spot, image)
        painter.setPen(QPen(self._theme.color("border"), 0))
        painter.drawRect(box)

    # moving about

    def _moved(self) -> None:
        if self._stack.tops:
            middle = self.verticalScrollBar().value() + self.viewport().height() / 3
            page = self._stack.page_at(middle)
            if page != self._page:
                self._page = page
                self.page_changed.emit(page)
        self._later.start()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._moved()
        if self._fit is not Fit.FREE:
            self.zoomed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
            self._later.start()
        return super().event(event)
