"""A rule of key accounts is set: who stands for it, from when on, and who changes sides by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from kamdesk.domain.classing.rule import Moves, Rule
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import market as jobs
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.widgets.entries import HEIGHT, EntriesView
from kamdesk.qt.widgets.fields import DayField
from kamdesk.qt.widgets.labels import label

if TYPE_CHECKING:
    from kamdesk.reads.market_page.view import MarketView

MOST = 5


class RuleDialog(FormDialog):
    """Confirmed by somebody it is in force; without, it is kept as a proposal."""

    form: RowsForm

    def __init__(
        self, desk: Desk, parent: QWidget | None, rule: Rule, moves: Moves | None, view: MarketView
    ) -> None:
        self.confirmed_by, self.set_by, self.why = QLineEdit(), QLineEdit(), QLineEdit()
        self.valid_from = DayField()
        self.proposal = QCheckBox()
        for name in ("confirmed_by", "set_by", "why", "valid_from", "proposal"):
            getattr(self, name).setObjectName(name)
        rows = (self.confirmed_by, self.valid_from, self.set_by, self.why, self.proposal)
        super().__init__(desk, RowsForm(rows), parent)
        self._rule, self._moves, self._view = rule, moves, view
        self.confirmed_by.setText(view.mine)
        self.set_by.setText(view.mine)
        self.valid_from.set_today(desk.today())
        self.valid_from.set_day(desk.today())
        self._title = label(desk.theme, "captionStrong", "text2", wrap=True)
        self._list = EntriesView(desk.theme, EntriesModel(self))
        self.extra.addWidget(self._title)
        self.extra.addWidget(self._list)
        self.proposal.toggled.connect(self._show_needed)
        self.retranslate()
        self._show_moves()
        self.fit(560)
        self.confirmed_by.setFocus()
        self.confirmed_by.selectAll()

    def subject(self) -> str:
        return "new"

    def _show_needed(self, proposal: bool) -> None:
        self.confirmed_by.setEnabled(not proposal)

    def _show_moves(self) -> None:
        moves = self._moves
        entries = []
        for ids, said in (
            ((moves.comes_in, self.tr("comes in")), (moves.drops_out, self.tr("drops out"))) if moves else ()
        ):
            entries += [
                Entry(
                    unit,
                    self._view.units[unit].name,
                    said,
                    badge=(self._view.units[unit].value_class, said == ""),
                )
                for unit in ids
            ]
        self._list.setVisible(bool(entries))
        self._list.setFixedHeight(HEIGHT * min(len(entries), MOST) + 4 if entries else 0)
        self._list.show_rows(entries)
        self._title.setText(
            self.tr("%n accounts change sides:", "", len(entries))
            if entries
            else self.tr("No account changes sides.")
        )
        self._list.setAccessibleName(self._title.text())

    def save(self) -> None:
        confirmed_by = None if self.proposal.isChecked() else text_of(self.confirmed_by.text())
        if confirmed_by is None and not self.proposal.isChecked():
            self.fail(
                self.tr("Who confirms it? Without a name it can only be kept as a proposal."),
                self.confirmed_by,
            )
            return
        self.run(
            jobs.save_rule,
            criteria=self._rule.criteria,
            pass_mark=self._rule.pass_mark,
            valid_from=self.valid_from.day() or self.desk.today(),
            known_on=self.desk.today(),
            set_by=text_of(self.set_by.text()),
            confirmed_by=confirmed_by,
            why=text_of(self.why.text()),
        )

    def retranslate(self) -> None:
        self.say(
            self.tr("Set the line between key and ordinary"), self.tr("Save"),
            self.tr("A new version; the rule before it stays in the book as it was."),
        )  # fmt: skip
        self.form.say(
            self.tr("Confirmed by"), self.tr("In force from"), self.tr("Set by"), self.tr("Why"), ""
        )
        self.confirmed_by.setPlaceholderText(self.tr("who stands for it: your manager, or you"))
        self.set_by.setPlaceholderText(self.tr("who drew it up"))
        self.proposal.setText(self.tr("only a proposal, nobody has confirmed it"))
        self.proposal.setAccessibleName(self.proposal.text())
