"""The rule beside its accounts: what it says, who stands for it, and what another one would change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kamdesk.domain.classing.rule import Moves, Rule
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.market.rule_editor import RuleEditor
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.painted import Chip

if TYPE_CHECKING:
    from kamdesk.reads.market_page.view import MarketView

NAMED = 6


class RuleCard(QFrame):
    """``changed`` gives the rule in the fields, None where it can't be read or is the one in force."""

    changed = Signal(object)
    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._view: MarketView | None = None
        self._moves: Moves | None = None
        self.setProperty("role", "card")
        self.title = label(theme, "heading")
        self.state = Chip(theme)
        self.said = label(theme, "caption", "text2", wrap=True)
        self.editor = RuleEditor(desk)
        self.what_if = label(theme, "body", "text", wrap=True)
        self.confirm = Button(theme, kind="primary", icon="check")
        self.undo = Button(theme, icon="undo-2")
        self.exception = Button(theme, kind="link")
        inside = QWidget()
        inside.setObjectName("formBody")
        inside.setLayout(
            column(
                self.title, row(self.state, None), self.said, self.editor, self.what_if,
                row(self.confirm, self.undo, None), row(self.exception, None), None, gap=9, margins=(2, 2, 6, 2),
            )
        )  # fmt: skip
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setObjectName("formBody")
        scroll.setWidget(inside)
        self.setLayout(column((scroll, 1), margins=(14, 10, 8, 10)))
        self.editor.changed.connect(self._typed)
        self.confirm.clicked.connect(lambda: self.asked.emit("confirm_rule", ""))
        self.undo.clicked.connect(self.put_back)
        self.exception.clicked.connect(lambda: self.asked.emit("add_exception", ""))

    def show_view(self, view: MarketView) -> None:
        """The rule in force stands in the fields, unless another is being typed there."""
        typed = self._view is not None and self.editor.is_changed()
        self._view, self._moves = view, None
        if typed:
            self._typed(self.rule())
        else:
            self.editor.show_rule(view.rule, view.currency)
            self.say()

    def rule(self) -> Rule | None:
        """The rule that stands in the fields; None where one can't be read."""
        try:
            return self.editor.rule()
        except ValueError:
            return None

    def show_moves(self, moves: Moves | None) -> None:
        """Who would change sides by the rule in the fields."""
        self._moves = moves
        self.say()

    def put_back(self) -> None:
        if self._view is not None:
            self.editor.show_rule(self._view.rule, self._view.currency)
            self._typed(self.rule())

    def _typed(self, rule: Rule | None) -> None:
        self._moves = None
        self.say()
        self.changed.emit(rule if rule is not None and self.editor.is_changed() else None)

    def can_confirm(self) -> bool:
        """Whether there is a rule to stand for; the one in force may be confirmed again as times go by."""
        return self._view is not None and self.rule() is not None and bool(self.editor.rows)

    def _again(self) -> bool:
        """Whether somebody stands for the rule in the fields already."""
        card = self._view.card if self._view is not None else None
        return card is not None and not card.proposal and not self.editor.is_changed()

    # words

    def say(self) -> None:
        """State, words and what may be done."""
        view = self._view
        if view is None:
            return
        speech, card = self._desk.speech, view.card
        if card is None:
            self.state.show_text(self.tr("a suggestion, confirmed by nobody"), "warn", "warnSoft")
            said = self.tr(
                "Nobody has set the line yet. This is what your sales of twelve months suggest: change it and confirm."
            )
            main = view.classified.portfolio.main
            if main is not None and main.listed:
                said = self.tr(
                    "Nobody has set the line yet. This is what the sales of the lists suggest ({days}): change it and "
                    "confirm."
                ).format(days=f"{speech.full_day(main.period.first)}–{speech.full_day(main.period.last)}")
            if not view.rule.criteria:
                said = self.tr(
                    "Nobody has set the line yet, and there are no sales to suggest one: add a criterion."
                )
            self.said.setText(said)
        elif card.proposal:
            self.state.show_text(self.tr("a proposal, confirmed by nobody"), "warn", "warnSoft")
            self.said.setText(self._set(card.set_by, speech.full_day(card.set_on)))
        else:
            self.state.show_text(self.tr("confirmed"), "good", "goodSoft")
            said = self.tr("Confirmed by {name}, in force from {day}").format(
                name=card.confirmed_by or "—", day=speech.full_day(card.valid_from)
            )
            self.said.setText(speech.joined((said, card.why or "")))
        self.confirm.setEnabled(self.can_confirm())
        self.confirm.set_label(
            self.tr("Confirm it again…") if self._again() else self.tr("Confirm the rule…")
        )
        self.confirm.set_kind("" if self._again() else "primary")
        self.undo.setEnabled(self.editor.is_changed())
        self.what_if.setText(self._what_if())

    def _set(self, name: str | None, day: str) -> str:
        if name:
            return self.tr("Set by {name} on {day}: it decides nothing until somebody confirms it.").format(
                name=name, day=day
            )
        return self.tr("Set on {day}: it decides nothing until somebody confirms it.").format(day=day)

    def _what_if(self) -> str:
        moves = self._moves
        if moves is None:
            return self.tr(
                "Change a figure: here you see who comes in and who drops out, before anything is saved."
            )
        lines = [
            self._named(self.tr("%n come in", "", len(moves.comes_in)), moves.comes_in),
            self._named(self.tr("%n drop out", "", len(moves.drops_out)), moves.drops_out),
            self.tr("%n can't be told", "", len(moves.open)) if moves.open else "",
        ]
        return "\n".join(filter(None, lines))

    def _named(self, said: str, ids: Iterable[str]) -> str:
        assert self._view is not None
        names = [self._view.units[each].name for each in ids]
        if not names:
            return said
        more = "…" if len(names) > NAMED else ""
        comma = "、" if self._desk.speech.language == "zh" else ", "
        colon = "：" if self._desk.speech.language == "zh" else ": "
        return f"{said}{colon}{comma.join(names[:NAMED])}{more}"

    def retranslate(self) -> None:
        self.title.setText(self.tr("The line between key and ordinary"))
        self.undo.set_label(self.tr("As it was"))
        self.exception.set_label(self.tr("An exception for one account…"))
        self.editor.retranslate()
        self.say()
