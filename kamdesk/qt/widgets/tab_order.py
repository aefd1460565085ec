"""Tab as the eye goes. What is built while the window is open would otherwise come last, whatever its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def tab_as_laid_out(top: QWidget) -> None:
    """Puts what Tab leads to under ``top`` into the order of its layouts."""
    for before, after in pairwise(stops(top)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def stops(top: QWidget) -> Iterator[QWidget]:
    """What Tab can lead to under ``top``, hidden parts too, as it is laid out: along rows, then downwards."""
    if top.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield top
    if isinstance(top, QScrollArea) and top.widget() is not None:
        yield from stops(top.widget())
    elif top.layout() is not None:
        yield from _within(top.layout())


def _within(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[assignment, index]
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _within(inner)
