"""One conflict: the record and field, what stood there before, the sides, what is written instead of either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from kamdesk.qt.pages.week_end import odds_words
from kamdesk.qt.pages.week_end.editor import ValueEditor
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.pages.week_end.side import Side
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import clear, column, frame, row
from kamdesk.qt.widgets.painted import Badge, Icon

if TYPE_CHECKING:
    from kamdesk.reads.week_end.odds import Odds

MOST_BESIDE = 3
WRITE, LATER, OPEN = "W", "S", "O"


@dataclass(frozen=True, slots=True)
class Settled:
    """A conflict settled while the page stood, and with which value."""

    odds: Odds
    text: str


class OneOdds(QWidget):
    """``taken`` gives the number of a side; the buttons are the panel's to connect."""

    taken = Signal(int)

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self._panel = panel
        theme = panel.desk.theme
        self.sides: list[Side] = []
        self._badge = Badge(theme, 22)
        self._subject = label(theme, "title")
        self._about = Elided(theme, "title", "text2")
        self._place = label(theme, "caption", "text2")
        self._before = Elided(theme, "body")
        self._before_name = label(theme, "strong")
        self._before_box = frame(
            row(Icon(theme, "history", "text2"), self._before_name, (self._before, 1)),
            "sunken",
            (12, 7, 12, 7),
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._edits = label(theme, "body", wrap=True)
        self.note = label(theme, "body", "good", wrap=True)
        self.editor = ValueEditor(panel.desk)
        self.editor.hide()
        inside = QWidget()
        inside.setObjectName("formBody")
        inside.setLayout(column(self._grid, self._edits, self.note, self.editor, None, gap=12))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setObjectName("formBody")
        self._scroll.setWidget(inside)
        self.write, self.later = Button(theme, icon="pencil"), Button(theme, kind="ghost")
        self.open = Button(theme, icon="store")
        self._hint = Elided(theme, "caption", "text3")
        self.setLayout(
            column(
                row(self._badge, self._subject, 2, (self._about, 1), self._place),
                self._before_box,
                (self._scroll, 1),
                row(self.write, self.open, (self._hint, 1), self.later),
                gap=12,
            )
        )

    def show_odds(self, odds: Odds, settled: Settled | None, place: str, *, alone: bool) -> None:
        """``place`` says which of how many it is; ``alone``: there is none to go on to."""
        desk = self._panel.desk
        self.editor.hide()
        self._badge.setVisible(bool(odds.account))
        self._badge.show_class(
            odds.value_class, bool(odds.is_key), desk.speech.choice("account.class", odds.value_class)
        )
        self._subject.setText(odds_words.subject(odds))
        self._about.setText(odds_words.about(odds, desk.speech))
        self._place.setText(place)
        befores = {written.before for written in odds.choices if not (written.kept or written.alone)}
        self._before_box.setVisible(len(befores) == 1 and not odds.deletion)
        self._before.setText(next(iter(befores), "") or self.tr("(empty)"))
        possible = settled is None
        self._show_sides(odds, possible)
        self._say_edits(odds)
        self._say_settled(odds, settled)
        self.write.setVisible(not odds.deletion)
        self.write.setEnabled(possible)
        self.open.setVisible(odds.account_id is not None)
        self.later.setEnabled(not alone)
        self._scroll.verticalScrollBar().setValue(0)

    def begin_writing(self, odds: Odds) -> None:
        self.editor.show()
        self.editor.begin(odds)
        self._scroll.ensureWidgetVisible(self.editor)

    def _show_sides(self, odds: Odds, possible: bool) -> None:
        clear(self._grid)
        self.sides = []
        across = len(odds.choices) if len(odds.choices) <= MOST_BESIDE else 2
        for number in range(1, len(odds.choices) + 1):
            side = Side(self._panel.desk, self._panel, odds, number)
            side.taken.connect(self.taken)
            side.take.setEnabled(possible)
            self.sides.append(side)
            self._grid.addWidget(side, (number - 1) // across, (number - 1) % across)

    def _say_edits(self, odds: Odds) -> None:
        self._edits.setVisible(odds.deletion or bool(odds.ring))
        if odds.ring:
            said = self.tr(
                "Two books each wrote a part: {account} stands below {above}, and that below {account}. While "
                "that is so it shows none above it. Choose here, or give one of the others another parent."
            )
            above = self.tr(", which stands below ").join(odds.ring)
            self._edits.setText(said.format(account=odds_words.subject(odds), above=above))
        if odds.deletion:
            edits = self._panel.desk.speech.joined(
                self.tr("{field}: {value}").format(field=name, value=value or self.tr("(empty)"))
                for name, value in odds.edits
            )
            said = self.tr("It was taken back in one book and changed in another. What was changed: {edits}")
            self._edits.setText(said.format(edits=edits or odds.what or odds.kind))

    def _say_settled(self, odds: Odds, settled: Settled | None) -> None:
        self.note.setVisible(settled is not None or odds.again)
        set_tone(self.note, "warn" if settled is None else "good")
        if settled is None:
            self.note.setText(self.tr("Your choice was taken back. Choose again."))
        else:
            said = self.tr("Settled: {value}. The next package takes it to the others.")
            self.note.setText(said.format(value=settled.text))

    def retranslate(self) -> None:
        self._before_name.setText(self.tr("Before both"))
        self.write.set_label(self.tr("Neither: write another"), WRITE)
        self.later.set_label(self.tr("Later"), LATER)
        self.open.set_label(self.tr("Open the account"), OPEN)
        self._hint.setText(self.tr("Ctrl+Z takes a choice back"))
        self.editor.retranslate()
