"""What is searched for a line, for how long, how far that is, and the end of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kamdesk.qt.dialogs.rhythm_choice import RhythmChoice
from kamdesk.qt.dialogs.ways_choice import Ways, WaysChoice
from kamdesk.qt.speech import Speech
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import DayField, Number, set_wrong
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.segments import Segments

EXTEND, AFRESH = range(2)
SECONDS, MOST_SECONDS = 5, 120


class ProposalSearch(QWidget):
    """``begun`` and ``stop_asked`` are its two buttons."""

    begun = Signal()
    stop_asked = Signal()

    def __init__(self, theme: Theme, ways: Ways, speech: Speech) -> None:
        super().__init__()
        self.how = Segments(theme, 2)
        self._for = label(theme, "body", "text2")
        self.seconds = Number()
        self.seconds.setRange(1, MOST_SECONDS)
        self.seconds.setValue(SECONDS)
        self.seconds.setFixedWidth(84)
        self.seconds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._for.setBuddy(self.seconds)
        self._from = label(theme, "body", "text2")
        self.first_day = DayField()
        self._from.setBuddy(self.first_day)
        self.search = Button(theme, kind="primary", icon="search")
        self.stop = Button(theme, icon="x")
        self.stop.setAutoDefault(False)
        self.busy = QProgressBar()
        self.busy.setTextVisible(False)
        self.busy.setRange(0, 1000)
        self.busy.setFixedWidth(160)
        self.ways = WaysChoice(theme, ways)
        self.rhythms = RhythmChoice(theme, speech)
        self._hint = label(theme, "caption", "text2", wrap=True)
        tools = row(
            self.how, 6, self._from, self.first_day, 6, self._for, self.seconds, self.search, self.stop, self.busy, None
        )  # fmt: skip
        self.setLayout(column(tools, self.rhythms, row((self._hint, 1), self.ways), gap=6))
        self.search.clicked.connect(self.begun)
        self.stop.clicked.connect(self.stop_asked)
        self.how.picked.connect(lambda number: self._say_hint())

    def afresh(self) -> bool:
        return self.how.choice() == AFRESH

    def choose(self, how: int) -> None:
        self.how.set_choice(how)
        self._say_hint()

    def show_stage(self, stage: str, stopped: bool) -> None:
        """What can be done at a stage of the dialog."""
        searching, found = stage == "searching", stage == "found"
        for control in (self.how, self.rhythms, self.ways, self.first_day, self.seconds, self.search):
            control.setEnabled(found or stage == "ready")
        self.search.setVisible(not searching)
        self.stop.setVisible(searching)
        self.stop.setEnabled(not stopped)
        self.busy.setVisible(searching)
        # Once something is found, Return in its list must not search anew and lose what was chosen.
        self.search.setAutoDefault(not found)
        self.search.setDefault(not found)
        self.search.set_label(self.tr("Search again") if found else self.tr("Search"))
        self.search.set_kind("" if found else "primary")

    def refuse_day(self) -> None:
        """The day typed is none from which a line may hold."""
        set_wrong(self.first_day, self.tr("A day from today on: what is past stays as it was planned."))

    def refuse_file(self, why: str) -> None:
        """The file of ways can't be used: without it, and why stands where the hint did."""
        self.ways.take_file("")
        self._hint.setText(why)
        set_tone(self._hint, "bad")

    def hint(self) -> str:
        """What stands below the buttons."""
        return self._hint.text()

    def _say_hint(self) -> None:
        set_tone(self._hint, "text2")
        self._hint.setText(
            self.tr("Everything that was not promised goes where the way is least.")
            if self.afresh()
            else self.tr(
                "Accounts without a fixed visit get one; who was promised nothing moves only where that saves half "
                "an hour on the road in a cycle."
            )
        )

    def retranslate(self) -> None:
        self.how.set_labels(self.tr("Bring in who has no visit"), self.tr("Build it anew"))
        self.how.setAccessibleName(self.tr("What is to be planned"))
        self._from.setText(self.tr("to hold from"))
        self.first_day.setAccessibleName(self.tr("First day of the new line"))
        self._for.setText(self.tr("Search for"))
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setAccessibleName(self.tr("Seconds to search"))
        self.stop.set_label(self.tr("Stop"))
        self.busy.setAccessibleName(self.tr("How far the search is"))
        self._say_hint()
