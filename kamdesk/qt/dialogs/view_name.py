"""The name of a view: given when it is saved, or changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.jobs.account_table import rename_view, save_view
from kamdesk.qt.widgets.layouts import row


class _NameForm:
    """One field."""

    name: QLineEdit
    label: QLabel

    def setupUi(self, widget: QWidget, /) -> None:
        self.label, self.name = QLabel(widget), QLineEdit(widget)
        self.name.setObjectName("name")
        self.label.setProperty("tone", "text2")
        self.label.setBuddy(self.name)
        widget.setLayout(row(self.label, (self.name, 1), gap=10))

    def retranslateUi(self, widget: QWidget, /) -> None:
        """Its words are the dialog's."""


class ViewNameDialog(FormDialog):
    """Saves ``content`` under a new name (no ``view_id``), or renames the view."""

    naming = Signal(str)
    """The name under which a new view is being saved."""

    form: _NameForm

    def __init__(self, desk: Desk, parent: QWidget | None, view_id: str, name: str) -> None:
        super().__init__(desk, _NameForm(), parent)
        self._view_id = view_id
        self.content: dict[str, str] = {}
        self.form.name.setText(name)
        self.form.name.selectAll()
        self.form.name.setMaxLength(40)
        self.retranslate()
        self.fit(440)
        self.form.name.setFocus()

    def subject(self) -> str:
        return self._view_id or "new"

    def save(self) -> None:
        name = self.form.name.text().strip()
        if not name:
            self.fail(self.desk.speech.text("error.name_empty"), self.form.name)
        elif self._view_id:
            self.run(rename_view, view_id=self._view_id, name=name)
        else:
            self.naming.emit(name)
            self.run(save_view, **{**self.content, "name": name})

    def retranslate(self) -> None:
        heading = self.tr("Rename the view") if self._view_id else self.tr("Save as a view")
        sentence = (
            ""
            if self._view_id
            else self.tr(
                "The conditions, the columns and their order are kept; the view counts anew each day."
            )
        )
        self.say(heading, self.tr("Save"), sentence)
        self.form.label.setText(self.tr("Name"))
        self.form.name.setAccessibleName(self.tr("Name of the view"))
