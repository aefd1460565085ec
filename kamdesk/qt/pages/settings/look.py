"""Language, light or dark, and the size of everything: of this computer, not of the book."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.settings.rows import Line, Section, card
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.segments import Segments
from kamdesk.settings import Settings

LANGUAGES = ("zh", "en")
THEMES = ("system", "light", "dark")
SCALES = (100, 125, 150)


class Look(Section):
    """``spoken``, ``looked`` and ``scaled`` give what was chosen."""

    spoken = Signal(str)
    looked = Signal(str)
    scaled = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.language = Segments(desk.theme, len(LANGUAGES))
        self.theme = Segments(desk.theme, len(THEMES))
        self.scale = Segments(desk.theme, len(SCALES))
        self._language, self._theme, self._scale = (
            Line(desk, part) for part in (self.language, self.theme, self.scale)
        )
        whole, self._say_whole = card(desk, self._language, self._theme, self._scale)
        self.setLayout(column(whole, None, gap=12))
        self.language.picked.connect(lambda n: self.spoken.emit(LANGUAGES[n]))
        self.theme.picked.connect(lambda n: self.looked.emit(THEMES[n]))
        self.scale.picked.connect(lambda n: self.scaled.emit(SCALES[n]))
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        self.theme.set_choice(THEMES.index(settings.theme))
        self.scale.set_choice(SCALES.index(settings.scale) if settings.scale in SCALES else 0)
        self.language.set_choice(LANGUAGES.index(self.desk.speech.language))

    def retranslate(self) -> None:
        self._say_whole(self.tr("Looks and language"))
        self._language.say(self.tr("Language"), self.tr("At once; nothing that is typed is lost."))
        self.language.set_labels("中文", "English")
        self.language.set_choice(LANGUAGES.index(self.desk.speech.language))
        self._theme.say(self.tr("Light or dark"))
        self.theme.set_labels(self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        self._scale.say(self.tr("Size"), self.tr("Of letters and everything else, from the next start on."))
        self.scale.set_labels("100 %", "125 %", "150 %")
