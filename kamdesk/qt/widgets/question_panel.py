"""Questions beside the place where they are answered: how each stands, what is missing, the way to record it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kamdesk.qt.asked import MARKS, Asked, count_of
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column, row
from kamdesk.qt.widgets.painted import Icon


class QuestionPanel(QFrame):
    """``asked`` gives what is to be done and the id of the question: ``record``, ``none``, ``not_applicable``,
    ``evidence``, ``unlock``.
    """

    asked = Signal(str, str)
    grown = Signal()
    """The lines have their sizes, which may be others than before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._questions: Sequence[Asked] = ()
        self._heading = ""
        self._links: list[Button] = []
        self.setProperty("role", "card")
        self._title = Elided(theme, "heading")
        self._count = label(theme, "body", "text2")
        self._note = label(theme, "caption", "text2", wrap=True)
        self._note.hide()
        self._lines = column(gap=10, margins=(0, 0, 8, 4))
        body = QWidget()
        body.setObjectName("formBody")
        body.setLayout(self._lines)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setObjectName("formBody")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        body.installEventFilter(self)
        top = row(Icon(theme, "circle-help", "text2"), (self._title, 1), self._count)
        top.setContentsMargins(0, 0, 8, 0)
        self.setLayout(column(top, self._note, (self._scroll, 1), gap=8, margins=(14, 12, 6, 10)))
        self.retranslate()

    def show_questions(self, questions: Sequence[Asked], heading: str = "") -> None:
        """``heading`` in place of the usual one."""
        self._questions, self._heading = questions, heading
        place, focused = self._scroll.verticalScrollBar().value(), self._focused()
        clear(self._lines)
        self._links = []
        for question in questions:
            self._lines.addLayout(self._one(question))
        self._lines.addStretch(1)
        count = count_of(questions)
        self._count.setText(f"{count.answered + count.away} / {count.of}" if count.of and not heading else "")
        self._title.setText(heading or self.tr("Questions here"))
        self._scroll.verticalScrollBar().setValue(place)
        if focused:
            self._focus_again(focused)

    def _focused(self) -> str:
        """The question whose link has the focus, or will have it once the window is active again."""
        link = self.window().focusWidget()
        return link.property("question") or "" if link is not None and self.isAncestorOf(link) else ""

    def _focus_again(self, question: str) -> None:
        """The lines are new ones: the focus stays where it was."""
        for link in self._links:
            if link.property("question") == question:
                link.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_note(self, text: str) -> None:
        """What holds for all of the questions; empty for nothing."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def note(self) -> str:
        return self._note.text()

    def questions(self) -> Sequence[Asked]:
        return self._questions

    def height_wanted(self) -> int:
        """How high it would be with everything in view."""
        width = max(self._scroll.viewport().width(), 200)
        layout = self._lines
        tall = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        note = self._note.heightForWidth(width) + 8 if self.note() else 0
        return tall + note + 64

    def _one(self, question: Asked) -> QVBoxLayout:
        icon, tone = MARKS.get(question.state, ("circle", "control"))
        ask = label(self._theme, "strong", text=question.ask, wrap=True)
        state = self._state(question)
        ask.setAccessibleName(f"{question.ask} {state}: {question.said}")
        quiet = question.state not in ("open", "stale")
        said = label(self._theme, "caption", "text2" if quiet else "warn", self._said(question), wrap=True)
        mark = Icon(self._theme, icon, tone)
        mark.setAccessibleName(state)
        mark.setToolTip(state)
        words = column(ask, said, gap=1)
        links = FlowLayout(10)
        for deed, text in self._deeds(question):
            link = Button(self._theme, kind="link", small=True)
            link.setProperty("tight", True)
            link.setProperty("question", question.id)
            self._links.append(link)
            link.set_label(text)
            link.setAccessibleName(f"{question.ask} {text}")
            link.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed, question.id))
            links.addWidget(link)
        if links.count():
            holder = QWidget()
            holder.setLayout(links)
            words.addWidget(holder)
        line = row(gap=8)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return column(line)

    def _said(self, question: Asked) -> str:
        return f"{self._state(question)}: {question.said}" if question.state == "stale" else question.said

    def _state(self, question: Asked) -> str:
        return {
            "answered": self.tr("answered"),
            "stale": self.tr("stale"),
            "open": self.tr("open"),
            "n/a": self.tr("not applicable"),
            "locked": self.tr("locked"),
        }.get(question.state, question.state)

    def _deeds(self, question: Asked) -> list[tuple[str, str]]:
        if question.state == "locked":
            return [("unlock", self.tr("Enter the passphrase"))]
        deeds = []
        if question.state == "open":
            deeds.append(("record", self.tr("Record it")))
        elif question.state == "stale":
            deeds.append(("record", self.tr("Record anew")))
        if question.wants() and question.may_be_none:
            deeds.append(("none", self.tr("Checked: none")))
        if question.state == "open" and not question.secret:
            deeds.append(("not_applicable", self.tr("Not applicable")))
        if question.evidence:
            deeds.append(("evidence", RecordCount().said(len(question.evidence))))
        return deeds

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.show_questions(self._questions, self._heading)


class RecordCount(QObject):
    """Never sub-classed: ``tr`` looks a plural up under the name of the last class alone."""

    def said(self, number: int) -> str:
        return self.tr("Evidence %n", "", number)
