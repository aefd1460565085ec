"""What stands in the fields of a form, as plain values that can be kept, and back into the fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

UNKEPT = "unkept"
"""The property of a widget of which nothing is kept: it lies behind the lock."""
PLAIN = (str, int, float, bool, type(None))


def fields(top: QWidget) -> dict[str, QWidget]:
    """Each field below ``top`` by its object name; by its place where it has none.

    A widget with ``draft_value``, ``set_draft_value`` and a signal ``edited`` is one field, whatever it is made of.
    Passwords are no fields, nor is what lies in a widget that is `UNKEPT`: they are kept nowhere.
    """
    found: dict[str, QWidget] = {}
    _gather(top, found)
    return found


def _gather(top: QWidget, found: dict[str, QWidget]) -> None:
    for child in top.children():
        if not isinstance(child, QWidget) or child.property(UNKEPT):
            continue
        if is_field(child):
            name = child.objectName() or f"{type(child).__name__}{len(found)}"
            found[name] = child
        elif not isinstance(child, QLineEdit | QComboBox | QAbstractSpinBox | QPlainTextEdit):
            _gather(child, found)


def is_field(widget: QWidget) -> bool:
    """Something is typed into it or chosen in it."""
    if hasattr(widget, "draft_value"):
        return True
    if isinstance(widget, QLineEdit):
        return widget.echoMode() == QLineEdit.EchoMode.Normal and not widget.isReadOnly()
    if isinstance(widget, QAbstractButton):
        return widget.isCheckable()
    return isinstance(widget, QComboBox | QPlainTextEdit | QAbstractSpinBox)


def value(field: QWidget) -> object:
    """What stands in one field."""
    if hasattr(field, "draft_value"):
        return field.draft_value()  # type: ignore[attr-defined]
    if isinstance(field, QComboBox):
        data = field.currentData()
        return data if isinstance(data, PLAIN) and not field.isEditable() else field.currentText()
    if isinstance(field, QAbstractButton):
        return field.isChecked()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.text()  # type: ignore[attr-defined]


def set_value(field: QWidget, kept: object) -> None:
    """Put a kept value back as a hand would; one that the field can't hold any more is passed over."""
    if hasattr(field, "set_draft_value"):
        field.set_draft_value(kept)  # type: ignore[attr-defined]
    elif isinstance(field, QComboBox):
        place = field.findData(kept)
        if place >= 0:
            field.setCurrentIndex(place)
        elif field.isEditable():
            field.setEditText(str(kept))
        else:
            field.setCurrentIndex(max(field.findText(str(kept)), field.currentIndex()))
    elif isinstance(field, QAbstractButton):
        if field.isChecked() != kept and (kept or not _one_of_several(field)):
            field.click()
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(str(kept))
    elif isinstance(field, QLineEdit):
        field.setText(str(kept))
    elif isinstance(field, QAbstractSpinBox):
        field.lineEdit().setText(str(kept))
        field.interpretText()


def _one_of_several(button: QAbstractButton) -> bool:
    group = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def on_edit(field: QWidget, act: Callable[[], object]) -> None:
    """Call ``act`` whenever the field changes."""
    if hasattr(field, "edited"):
        field.edited.connect(act)  # type: ignore[attr-defined]
    elif isinstance(field, QComboBox):
        field.currentIndexChanged.connect(act)
        field.editTextChanged.connect(act)
    elif isinstance(field, QAbstractButton):
        field.toggled.connect(act)
    elif isinstance(field, QAbstractSpinBox):
        field.lineEdit().textChanged.connect(act)
    else:
        field.textChanged.connect(act)  # type: ignore[attr-defined]


def gist(kept: Mapping[str, object]) -> str:
    """The longest text among kept values in one line: what a draft is recognised by."""
    texts = [" ".join(text.split()) for text in kept.values() if isinstance(text, str)]
    return max(texts, key=len, default="")
