"""Tab as the eye goes. What is built while the window is open would otherwise come last, whatever its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget

from kamdesk.qt.widgets.focus_chain import following


def tab_as_laid_out(top: QWidget) -> None:
    """Puts what Tab leads to under ``top`` into the order of its layouts."""
    for before, after in pairwise(stops(top)):
        if following(before) is not after:
            QWidget.setTabOrder(before, after)


def stops(top: QWidget) -> Iterator[QWidget]:
    """What Tab can lead to under ``top``, hidden parts too, as it is laid out: along rows, then downwards."""
    if top.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield top
    inside, layout = top.widget() if isinstance(top, QScrollArea) else None, top.layout()
    if inside is not None:
        yield from stops(inside)
    elif layout is not None:
        yield from _within(layout)


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
