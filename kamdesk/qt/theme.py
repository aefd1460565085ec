"""Design tokens → colours, fonts, palette and the one style sheet, light or dark."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette, QScreen
from PySide6.QtWidgets import QApplication

from kamdesk.qt.icons import Icons, ratios

Mode = Literal["light", "dark"]
FAMILY = "Noto Sans SC"
MOST_WIDTHS = 20_000

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.Link: "accentText",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Light: "line",
    QPalette.ColorRole.Dark: "control",
}


@cache
def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register the bundled faces with Qt; returns the families found (empty where the files are missing).

    Once for a process: Qt keeps as many copies in memory as it is given.
    """
    families: list[str] = []
    for file in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += [name for name in QFontDatabase.applicationFontFamilies(number) if name not in families]
    return tuple(families)


class Theme(QObject):
    """The look of one application. ``resources`` is the folder that holds ``theme``, ``icons`` and ``fonts``.

    ``changed`` is emitted after the mode changed and the application was restyled: whoever keeps a pixmap or a
    cached drawing makes it anew.
    """

    changed = Signal()

    def __init__(self, resources: Path, mode: Mode = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        QDir.setSearchPaths("kamdesk", [str(resources)])
        tokens = json.loads((resources / "theme" / "tokens.json").read_text("utf-8"))
        self._colors: dict[str, dict[str, str]] = tokens["color"]
        self._types: dict[str, dict[str, int]] = tokens["type"]
        self._sheet = Template((resources / "theme" / "kamdesk.qss").read_text("utf-8"))
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._mode: Mode = mode
        self._made: dict[str, QColor] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self.cuts: dict[tuple[str, str, int], str] = {}
        """Texts cut to a width, by text, style and width: measuring is what a table's painting takes longest for."""
        self.icons = Icons(resources / "icons", self.hex)
        self._ratios: list[float] = []

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def dark(self) -> bool:
        return self._mode == "dark"

    def hex(self, token: str) -> str:
        """The colour of a token as ``#RRGGBB``. Raises KeyError for a token that the file does not hold."""
        return self._colors[self._mode][token]

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """A token's colour; without ``alpha`` the same object each time, which is not to be changed."""
        if alpha < 1:
            color = QColor(self.hex(token))
            color.setAlphaF(alpha)
            return color
        made = self._made.get(token)
        if made is None:
            made = self._made[token] = QColor(self.hex(token))
        return made

    def font(self, style: str = "body") -> QFont:
        """The font of a text style (``title``, ``body``, ``captionStrong`` …); sizes are in logical pixels."""
        if style not in self._fonts:
            spec = self._types[style]
            font = QFont(FAMILY)
            font.setPixelSize(spec["px"])
            font.setWeight(QFont.Weight(spec["weight"]))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[style] = font
        return self._fonts[style]

    def metrics(self, style: str = "body") -> QFontMetricsF:
        if style not in self._metrics:
            self._metrics[style] = QFontMetricsF(self.font(style))
        return self._metrics[style]

    def width(self, text: str, style: str = "body") -> float:
        """How wide ``text`` is in ``style``, in logical pixels."""
        width = self._widths.get((text, style))
        if width is None:
            width = self.metrics(style).horizontalAdvance(text)
            if len(self._widths) >= MOST_WIDTHS:
                self._widths.clear()
            self._widths[text, style] = width
        return width

    def palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette

    def style_sheet(self) -> str:
        return self._sheet.substitute(self._colors[self._mode])

    def apply(self, app: QApplication) -> None:
        """Give the application the look: Fusion, palette, font, style sheet; one that has it already keeps it."""
        if not app.styleSheet():
            app.setStyle("Fusion")
        if app.styleSheet() != self.style_sheet() or app.palette() != self.palette():
            self._restyle(app)
        self._ratios = ratios()
        app.screenAdded.connect(self._follow_screen)
        for screen in app.screens():
            self._follow_screen(screen)

    def _restyle(self, app: QApplication) -> None:
        """The sheet is taken off before the other is put on: then Qt polishes each widget once for either. Given one
        sheet for another it polishes a widget as often as there are others above it: five times as long a wait."""
        app.setStyleSheet("")
        app.setPalette(self.palette())
        app.setFont(self.font("body"))
        app.setStyleSheet(self.style_sheet())

    def _follow_screen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look_at_screens)
        self._look_at_screens()

    def _look_at_screens(self) -> None:
        """Icons are drawn for the screens there are; another one may be finer."""
        if ratios() != self._ratios:
            self._ratios = ratios()
            self.icons.clear()
            self.changed.emit()

    def set_mode(self, mode: Mode, app: QApplication) -> None:
        if mode == self._mode:
            return
        self._mode = mode
        self._made.clear()
        self.icons.clear()
        self._restyle(app)
        self.changed.emit()

    def follow_system(self, app: QApplication) -> None:
        """Take the system's light or dark now and whenever it changes. Where the system says nothing: light."""
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(lambda scheme: self.set_mode(mode_of(scheme), app))
        self.set_mode(mode_of(hints.colorScheme()), app)


def mode_of(scheme: Qt.ColorScheme) -> Mode:
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"
