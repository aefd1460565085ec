"""A dialog around one form: title, fields, what went wrong, Cancel and the one primary button.

What is typed is kept as a draft while it is typed (`kamdesk.qt.dialogs.drafts`) and offered when the dialog is opened
about the same thing again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.contents import is_field, on_edit
from kamdesk.qt.dialogs.draft_bar import DraftBar
from kamdesk.qt.dialogs.drafts import BookShelf, DraftKeeper, Shelf
from kamdesk.qt.dialogs.opening import centre, keep_in_view
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, set_wrong
from kamdesk.qt.widgets.focus_chain import named_by
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon
from kamdesk.qt.widgets.tab_order import tab_as_laid_out
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.qt.dialogs.host import Dialogs


ONE_LINE = 48
"""No field of one line is as high."""


class Form(Protocol):
    """A form that the tools compiled from ``ui/*.ui``."""

    def setupUi(self, widget: Any, /) -> None: ...
    def retranslateUi(self, widget: Any, /) -> None: ...


class FormDialog(QDialog):
    """Carries out one operation with what the form holds.

    A sub-class builds the form, says its words in ``retranslate`` and writes in ``save``; ``run`` closes the dialog
    once the book has taken it and shows the reason where it has not. ``subject`` says what the form is about: a
    draft is offered to a dialog of the same class and subject. Where ``drafted`` is False nothing typed is kept: it
    must lie in no place that the lock does not close.
    """

    drafted = True

    def __init__(self, desk: Desk, form: Form, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.form = form
        self.drafts: DraftKeeper | None = None
        self._width = 0
        self.body = QWidget()
        form.setupUi(self.body)
        _names_at_top(self.body)
        self.heading = Elided(desk.theme, "heading")
        self.sentence = label(desk.theme, "caption", "text2", wrap=True)
        self.sentence.hide()
        self._icon = Icon(desk.theme, "circle-alert", "bad")
        self._reason = label(desk.theme, "caption", "bad", wrap=True)
        self._error = frame(row(self._icon, (self._reason, 1)), "bad", (10, 8, 10, 8))
        self._error.hide()
        self.cancel = Button(desk.theme)
        self.cancel.clicked.connect(self.reject)
        self.primary = Button(desk.theme, kind="primary", icon="check")
        self.primary.clicked.connect(self._try)
        self.primary.setDefault(True)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.primary.click)
        self._watched: set[QWidget] = set()
        self.extra = column(gap=10)
        inside = QWidget()
        inside.setLayout(column(self.body, self.extra, None, gap=10, margins=(2, 2, 8, 2)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        inside.setObjectName("formBody")
        scroll.viewport().setObjectName("formBody")
        self._scroll, self._inside = scroll, inside
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 16, 16)
        box.setSpacing(10)
        box.addWidget(self.heading)
        box.addWidget(self.sentence)
        self.draft_bar = DraftBar(desk)
        box.addLayout(row((self.draft_bar, 1), margins=(0, 0, 8, 0)))
        box.addWidget(scroll, 1)
        box.addLayout(row((self._error, 1), margins=(0, 0, 8, 0)))
        foot = (self.draft_bar.state, 1), self.cancel, self.primary
        box.addLayout(row(*foot, margins=(0, 2, 8, 0)))

    def subject(self) -> str:
        """What the form is about: an id, or a word for something new."""
        raise NotImplementedError

    def shelf(self) -> Shelf:
        """Where drafts of this form lie: in the book."""
        return BookShelf(self.desk.runner, type(self).__name__, self.subject(), self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._width and not event.spontaneous():
            self.fit(self._width)
            self._width = 0
            centre(self)
        if self.drafts is None and self.drafted:
            self.drafts = DraftKeeper(self.shelf(), self.desk.now, self)
            self.draft_bar.watch(self.drafts)
            self.drafts.begin(self._inside)
            if (host := self._host()) is not None:
                host.opens()

    def done(self, code: int) -> None:
        """Saved: the draft has done its work. Given up: it is kept, and the window says so with a way back."""
        if code == QDialog.DialogCode.Accepted:
            self.settle_draft()
        elif self.drafts is not None and self.drafts.leave() and (host := self._host()) is not None:
            host.keep_aside(self)
        super().done(code)

    def focusNextPrevChild(self, forward: bool) -> bool:
        tab_as_laid_out(self)
        return super().focusNextPrevChild(forward)

    def _host(self) -> Dialogs | None:
        parent = self.parentWidget()
        return getattr(parent.window(), "dialogs", None) if parent is not None else None

    def settle_draft(self) -> None:
        """What was typed is where it belongs."""
        if self.drafts is not None:
            self.drafts.saved()

    def say(self, heading: str, primary: str, sentence: str = "") -> None:
        """The dialog's own words."""
        self.setWindowTitle(heading)
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.primary.set_label(primary)
        self.cancel.set_label(self.tr("Cancel"))

    def fit(self, width: int = 560) -> None:
        """As wide as asked, or as the form needs; as high as the form needs and the screen has. Done once more when it
        is shown: only then do fields and words have their true sizes.
        """
        self._width = width
        self.ensurePolished()
        self._inside.adjustSize()
        room = self.screen().availableGeometry().height() - 80
        width = max(width, self.body.minimumSizeHint().width() + 56)
        box, inside = self.layout(), self._inside.layout()
        for layout in (box, inside):
            layout.activate()
        within = width - 36
        tall = inside.heightForWidth(within) if inside.hasHeightForWidth() else inside.sizeHint().height()
        around = box.heightForWidth(width) if box.hasHeightForWidth() else box.sizeHint().height()
        scroll = self._scroll
        high = max(tall + 4, scroll.minimumSizeHint().height())
        self.resize(width, min(around - scroll.sizeHint().height() + high, room))

    def _grow(self, by: int) -> None:
        """Room for one more part, so that the form keeps its own, where the screen has it."""
        room = self.screen().availableGeometry().height() - 80
        self.resize(self.width(), max(self.height(), min(self.height() + by, room)))
        keep_in_view(self)

    def make_room(self) -> None:
        """The form holds more than when it was opened: all of it in view, where the screen has room."""
        if self.isVisible():
            self._inside.layout().activate()
            self._grow(max(self._inside.sizeHint().height() + 4 - self._scroll.viewport().height(), 0))

    def fail(self, reason: str, field: QWidget | None = None) -> None:
        """Say in the dialog what is wrong, and where; everything typed stays."""
        self._reason.setText(reason)
        if self._error.isHidden():
            self._error.show()
            self._grow(self._error.sizeHint().height() + self.layout().spacing())
        self._error.setAccessibleName(reason)
        self.setEnabled(True)
        if field is not None:
            set_wrong(field, reason)
            field.setFocus()
            self._watch(field)
        QAccessible.updateAccessibility(QAccessibleEvent(self._error, QAccessible.Event.Alert))

    def fail_all(self, wrong: Sequence[tuple[str, QWidget]]) -> None:
        """Say all that is wrong at once, each at its field; the keys go to the first."""
        for reason, field in wrong[1:]:
            set_wrong(field, reason)
            self._watch(field)
        self.fail("\n".join(dict.fromkeys(reason for reason, _ in wrong)), wrong[0][1])
        set_wrong(wrong[0][1], wrong[0][0])

    def unsay(self, field: QWidget) -> None:
        """What was said to be wrong with the field is said no more."""
        set_wrong(field, "")
        others = [each.toolTip() for each in self._inside.findChildren(QWidget) if each.property("wrong")]
        if others:
            self._reason.setText("\n".join(dict.fromkeys(others)))
            self._error.setAccessibleName(self._reason.text())
            return
        self._reason.clear()
        self._error.setAccessibleName("")
        self._error.hide()

    def _watch(self, field: QWidget) -> None:
        """It is no longer said to be wrong once something else stands in it."""

        def mended() -> None:
            if field.property("wrong"):
                self.unsay(field)

        if field not in self._watched and is_field(field):
            self._watched.add(field)
            on_edit(field, mended)

    def reason(self) -> str:
        """What is said to be wrong; empty for nothing."""
        return "" if self._error.isHidden() else self._reason.text()

    def save(self) -> None:
        """Write what the form holds: `run` an operation or `fail`. A field that raises Unreadable is told of."""
        raise NotImplementedError

    def run(self, operation: Callable[..., Any], **arguments: Any) -> None:
        self.desk.runner.run(operation, done=self._saved, failed=self._failed, **arguments)

    def _try(self) -> None:
        self._error.hide()
        for widget in self.body.findChildren(QWidget):
            if widget.property("wrong"):
                set_wrong(widget, "")
        try:
            self.save()
        except Unreadable as error:
            self.fail(str(error), error.field)

    def _saved(self, result: object) -> None:
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.fail(self.desk.speech.error(error))

    def retranslate(self) -> None:
        """Say every word of the dialog that is not in the form."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslateUi(self.body)
            self.retranslate()


def _names_at_top(body: QWidget) -> None:
    """The name of a field of several lines stands beside its first."""
    grid = body.layout()
    for name in body.findChildren(QLabel):
        buddy = named_by(name)
        if grid is not None and buddy is not None and buddy.sizeHint().height() > ONE_LINE:
            name.setContentsMargins(0, 7, 0, 0)
            grid.setAlignment(name, Qt.AlignmentFlag.AlignTop)


def fill_choices(combo: Combo, choices: Sequence[tuple[str, object]], chosen: object = None) -> None:
    """The items of a combo: (text, what it stands for); a second call keeps the choice."""
    keep = combo.currentData() if combo.count() else chosen
    combo.blockSignals(True)
    combo.clear()
    for text, data in choices:
        combo.addItem(text, data)
    combo.choose(keep)
    combo.blockSignals(False)


def text_of(value: str) -> str | None:
    """What was typed, or None for nothing."""
    return value.strip() or None
