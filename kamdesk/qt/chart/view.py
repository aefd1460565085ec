"""The chart as it is looked at: arrow keys walk it, Ctrl and the wheel zoom it, and it can be fitted to the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from kamdesk.qt.chart import walk
from kamdesk.qt.chart.lines import Elbow, Label
from kamdesk.qt.chart.node import Node
from kamdesk.qt.chart.plan import Plan, Someone, make_plan
from kamdesk.qt.chart.tidy import Size
from kamdesk.qt.chart.words import NodeWords
from kamdesk.qt.theme import Theme

MARGIN = 10
BAR = 14
"""Kept free for a scroll bar, so that its coming does not change what fits."""
SMALLEST, LARGEST, READABLE = 0.25, 2.5, 0.78
NATURAL, WHOLE, BY_HAND = "natural", "whole", "by hand"
STEPS = {
    Qt.Key.Key_Left: walk.LEFT,
    Qt.Key.Key_Right: walk.RIGHT,
    Qt.Key.Key_Up: walk.UP,
    Qt.Key.Key_Down: walk.DOWN,
}


@dataclass(frozen=True, slots=True)
class Given:
    """What the chart was asked to show."""

    words: tuple[NodeWords, ...]
    people: Sequence[Someone]
    gone: Sequence[str]
    missing: Sequence[str]
    decider: str | None
    labels: dict[str, str]


class ChartView(QGraphicsView):
    """``chosen`` follows the node that the keys or the mouse took; ``opened`` comes with Enter or a double click."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scene = QGraphicsScene(self)
        self._nodes: dict[str, Node] = {}
        self._plan = Plan()
        self._given: Given | None = None
        self._size = Size()
        self._key = ""
        self._zoom = NATURAL
        # A node may be in the midst of an event when choosing it changes the room there is.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._build)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setStyleSheet("")
        self.viewport().setObjectName("formBody")
        self.setMinimumHeight(180)
        theme.changed.connect(self._scene.update)

    # what it shows

    def show_chart(
        self,
        words: Sequence[NodeWords],
        people: Sequence[Someone],
        gone: Sequence[str],
        missing: Sequence[str],
        decider: str | None,
        labels: dict[str, str],
    ) -> None:
        """``words`` of every node by key; the rest is as `make_plan` takes it; ``labels`` are the words over rows."""
        self._given = Given(tuple(words), people, gone, missing, decider, labels)
        self._build()

    def say(self, words: NodeWords) -> None:
        """Other words on one node."""
        if words.key in self._nodes:
            self._nodes[words.key].say(words)

    def set_compact(self, compact: bool) -> None:
        size = Size(drop=24 if compact else 32, across=self._size.across)
        if size != self._size:
            self._size = size
            self._build()

    def _build(self) -> None:
        if self._given is None:
            return
        given = self._given
        self._plan = make_plan(given.people, given.gone, given.missing, given.decider, self._size)
        focused = self._key in self._nodes and self._nodes[self._key].hasFocus()
        self._scene.clear()
        self._nodes = {}
        for points, dashed in self._plan.lines:
            self._scene.addItem(Elbow(self._theme, points, dashed))
        for code, x, y in self._plan.labels:
            self._scene.addItem(Label(self._theme, given.labels[code], x, y))
        by_key = {word.key: word for word in given.words}
        for key, (x, y) in self._plan.at.items():
            node = Node(self._theme, by_key[key], self._size.width, self._size.height)
            node.setPos(x, y)
            node.took.connect(self._take)
            node.opened.connect(self.opened)
            self._scene.addItem(node)
            self._nodes[key] = node
        room = QRectF(-MARGIN, -MARGIN, self._plan.width + 2 * MARGIN, self._plan.height + 2 * MARGIN)
        self._scene.setSceneRect(room)
        self._rescale()
        if self._key not in self._nodes:
            self._key = next((key for key, word in by_key.items() if word.kind == "person"), "")
        if self._key:
            self._nodes[self._key].choose(True)
            self.ensureVisible(self._nodes[self._key], MARGIN, MARGIN)
            if focused:
                self._nodes[self._key].setFocus()
        self._speak()
        self.chosen.emit(self._key)

    def nodes(self) -> dict[str, Node]:
        return dict(self._nodes)

    def plan(self) -> Plan:
        return self._plan

    def key(self) -> str:
        return self._key

    def choose(self, key: str) -> None:
        """Choose a node and bring it into sight."""
        if key in self._nodes:
            self._take(key)
            self.ensureVisible(self._nodes[key], MARGIN, MARGIN)

    def _take(self, key: str) -> None:
        if key == self._key:
            self._nodes[key].choose(True)
            return
        if self._key in self._nodes:
            self._nodes[self._key].choose(False)
        self._key = key
        self._nodes[key].choose(True)
        self._speak()
        self.chosen.emit(key)

    def _speak(self) -> None:
        """A screen reader is told who is chosen: the nodes themselves are no widgets."""
        said = self._nodes[self._key].words.spoken if self._key in self._nodes else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    # keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._key in self._nodes and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._nodes[self._key].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
                self.zoom(1.2)
            elif key == Qt.Key.Key_Minus:
                self.zoom(1 / 1.2)
            elif key == Qt.Key.Key_0:
                self.fit()
            else:
                event.ignore()
        elif key in STEPS:
            to = walk.step(self._plan.at, self._key, STEPS[Qt.Key(key)])
            if to in self._nodes:
                self._nodes[to].setFocus()
                self.choose(to)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._key:
            self.opened.emit(self._key)
        else:
            event.ignore()

    # zoom

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.2 if event.angleDelta().y() > 0 else 1 / 1.2)
            event.accept()
        else:
            super().wheelEvent(event)

    def zoom(self, factor: float) -> None:
        """Larger or smaller, within what can be read and what the screen holds."""
        self._zoom = BY_HAND
        self._scale(self.transform().m11() * factor)

    def fit(self) -> None:
        """All of it at once."""
        self._zoom = WHOLE
        self._rescale()

    def _rescale(self) -> None:
        """After the room or the chart has changed; what was zoomed by hand stays."""
        if self._zoom != BY_HAND:
            self._scale(self._whole() if self._zoom == WHOLE else self._natural())
        if self._key in self._nodes:
            self.ensureVisible(self._nodes[self._key], MARGIN, MARGIN)

    def _scale(self, factor: float) -> None:
        factor = min(max(factor, SMALLEST), LARGEST)
        self.resetTransform()
        self.scale(factor, factor)

    def _whole(self) -> float:
        room, whole = self.viewport().size(), self._scene.sceneRect()
        if not whole.width() or not whole.height():
            return 1.0
        return min(1.0, room.width() / whole.width(), room.height() / whole.height())

    def _natural(self) -> float:
        """Whole where that can still be read, else as large as drawn, to be scrolled."""
        whole = self._whole()
        return whole if whole >= READABLE else 1.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        step = self._size.width + self._size.gap
        across = max(2, int((self.width() - BAR - 2 * MARGIN + self._size.gap) // step))
        if across != self._size.across:
            self._size = Size(drop=self._size.drop, across=across)
            self._later.start()
        else:
            self._rescale()
