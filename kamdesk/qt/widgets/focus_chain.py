"""The chain that Tab goes along, and what else Qt hands out that another holds, without taking it from who holds it.

PySide6 takes a widget that such a call returns for a child of the widget that was asked. When that one goes, all that
Qt itself made below the other (the menus of the window, the items of a layout) is "already deleted" for Python, though
it is there. So nobody else calls these: `following`, `preceding` and `named_by` give the widget back to its parent.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def following(widget: QWidget) -> QWidget:
    """What stands after it in the chain: itself where it is alone."""
    return _given_back(widget.nextInFocusChain() or widget)


def preceding(widget: QWidget) -> QWidget:
    """What stands before it in the chain: itself where it is alone."""
    return _given_back(widget.previousInFocusChain() or widget)


def named_by(label: QLabel) -> QWidget | None:
    """The field that a label names."""
    field = label.buddy()
    return None if field is None else _given_back(field)


def _given_back(widget: AnyWidget) -> AnyWidget:
    """Qt does nothing where the parent is the same; PySide6 writes down whose child it is."""
    widget.setParent(widget.parentWidget())
    return widget
